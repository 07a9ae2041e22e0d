import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createReadStream, createWriteStream, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { connect, post } from '../test/lanes/support/api.ts'
import type { BenchServer } from './servers/entrygo.ts'
import { type Row, startProgram } from './support.ts'

const built = new URL('../packages/cli/dist/bin.js', import.meta.url).pathname

const skus = 2000

/**
 * `entrygo sync --map shopify-orders` of a shop's export with all its columns and two rows for each order, against the
 * server as it is run: time and peak memory of the command, whose answer has every order in it.
 */
export async function bench(rows = 1_000_000): Promise<Row[]> {
  const folder = mkdtempSync(join(tmpdir(), 'entrygo-bench-'))
  const server = await startProgram<BenchServer>('servers/entrygo.ts', [])
  try {
    await syncProducts(server.line)
    const small = await synced(server.line, { folder, rows: rows / 10 })
    const large = await synced(server.line, { folder, rows })
    const readSeconds = await secondsToRead(large.file)
    return [
      {
        what: `\`entrygo sync --map shopify-orders\` of ${rows.toLocaleString('en')} rows (${(statSync(large.file).size / 1024 ** 2).toFixed(0)} MiB): peak memory`,
        measured: `${large.peakMiB.toFixed(0)} MiB`,
        beside: `${(rows / 10).toLocaleString('en')} rows: ${small.peakMiB.toFixed(0)} MiB`,
        goal: '≤ 200 MiB',
        isMet: large.peakMiB <= 200,
      },
      {
        what: 'the same: time',
        measured: `${large.seconds.toFixed(1)} s; processor time ${large.cpuSeconds.toFixed(1)} s`,
        beside: `${(rows / 10).toLocaleString('en')} rows: ${small.seconds.toFixed(1)} s, ${small.cpuSeconds.toFixed(1)} s; reading the file alone: ${readSeconds.toFixed(1)} s`,
        goal: 'processor time ≤ 12 × that of a tenth of the rows',
        isMet: large.cpuSeconds <= 12 * small.cpuSeconds,
      },
    ]
  } finally {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function syncProducts(line: BenchServer): Promise<void> {
  const api = connect(line, 1)
  const items = Array.from({ length: skus }, (_, at) => ({ externalId: `SKU-${at}`, description: `Article ${at}` }))
  for (let at = 0; at < skus; at += 500) {
    const body = { accountId: line.accountId, items: items.slice(at, at + 500) }
    await post(api, { path: '/api/products/sync', body }, [200])
  }
  api.close()
}

async function synced(
  { url, apiKey, accountId }: BenchServer,
  { folder, rows }: { readonly folder: string; readonly rows: number },
): Promise<{ seconds: number; cpuSeconds: number; peakMiB: number; file: string }> {
  const file = join(folder, `${rows}.csv`)
  await pipeline(Readable.from(tableOf(rows)), createWriteStream(file))
  // The process itself says what it needed at most, when it ends.
  const tell =
    "process.on('exit', () => { const used = process.resourceUsage(); process.stderr.write('peak ' + used.maxRSS + ' cpu ' + used.userCPUTime) })"
  const argv = ['sync', file, '--map', 'shopify-orders', '--rejected', join(folder, `${rows}.rejected.csv`), '--json']
  const started = performance.now()
  const child = spawn(
    process.execPath,
    ['--import', `data:text/javascript,${encodeURIComponent(tell)}`, built, ...argv],
    {
      env: {
        ...{ ENTRYGO_BASE_URL: url, ENTRYGO_API_KEY: apiKey, ENTRYGO_ACCOUNT_ID: accountId },
        XDG_STATE_HOME: join(folder, 'state'),
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  let said = ''
  child.stderr.on('data', (text) => {
    said += String(text)
  })
  child.stdout.resume()
  const [status] = await once(child, 'close')
  const seconds = (performance.now() - started) / 1000
  if (status !== 0) throw new Error(`entrygo sync ended with ${String(status)}: ${said}`)
  const [, peak, cpu] = /peak (\d+) cpu (\d+)/.exec(said) ?? []
  return { seconds, cpuSeconds: Number(cpu) / 1e6, peakMiB: Number(peak) / 1024, file }
}

const titles =
  'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Accepts Marketing,Currency,Subtotal,Shipping,Taxes,Total,Discount Code,Discount Amount,Shipping Method,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem compare at price,Lineitem sku,Lineitem requires shipping,Lineitem taxable,Lineitem fulfillment status,Billing Name,Billing Street,Billing Address1,Billing Address2,Billing Company,Billing City,Billing Zip,Billing Province,Billing Country,Billing Phone,Shipping Name,Shipping Street,Shipping Address1,Shipping Address2,Shipping Company,Shipping City,Shipping Zip,Shipping Province,Shipping Country,Shipping Phone,Notes,Note Attributes,Cancelled at,Payment Method,Payment Reference,Refunded Amount,Vendor,Outstanding Balance,Employee,Location,Device ID,Id,Tags,Risk Level,Source,Lineitem discount,Tax 1 Name,Tax 1 Value,Tax 2 Name,Tax 2 Value,Tax 3 Name,Tax 3 Value,Tax 4 Name,Tax 4 Value,Tax 5 Name,Tax 5 Value,Phone,Receipt Number,Duties,Billing Province Name,Shipping Province Name,Payment ID,Payment Terms Name,Next Payment Due At,Payment References'.split(
    ',',
  )

function* tableOf(rows: number): Generator<string> {
  yield `${titles.join(',')}\n`
  for (let at = 0; at < rows; at += 2) yield `${first(at)}\n${second(at)}\n`
}

const address =
  'Receiving Desk,"14 Harbor Way, Suite 2",14 Harbor Way,Suite 2,Example Outfitters LLC,Buffalo,\'14203,NY,US,+17165550111'

function first(at: number): string {
  const day = '2026-11-18 09:10:00 -0500'
  const line = `${1 + (at % 9)},Article ${at % skus},${(at % 90) + 0.5},,SKU-${at % skus},true,true,pending`
  const head = `#${at},${at}@buyer.example,paid,${day},unfulfilled,,no,USD,100.00,12.00,0.00,112.00,,0.00,Ground,${day},${line}`
  return `${head},${address},${address},,,,Card,,0.00,Example Goods,0.00,,,,55${at},,Low,web,0.00,,,,,,,,,,,,,,New York,New York,,,,`
}

function second(at: number): string {
  const line = `2,Article ${(at + 1) % skus},9.99,,SKU-${(at + 1) % skus},true,true,pending`
  return `#${at},${at}@buyer.example,,,,,,,,,,,,,,2026-11-18 09:10:00 -0500,${line}${','.repeat(27)}Example Goods${','.repeat(9)}0.00${','.repeat(19)}`
}

async function secondsToRead(file: string): Promise<number> {
  const started = performance.now()
  for await (const _ of createReadStream(file));
  return (performance.now() - started) / 1000
}
