/**
 * From a shop's order export to orders that can be planned, through the command line alone: a product sheet, an export
 * with rows that must not be sent, and the two that had to be mended. Ends non-zero when anything is off.
 */
import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type RunningDev, startDev } from '@entrygo/server/dev'

const folder = await mkdtemp(join(tmpdir(), 'entrygo-shopify-csv-'))
const dev = await startDev({ port: 0, dataDir: join(folder, 'data'), log: 'error' })
try {
  await importExport(dev)
} finally {
  await dev.stop()
  await rm(folder, { recursive: true, force: true })
}
console.log('\nThe import holds what it promises.')

async function importExport(server: RunningDev): Promise<void> {
  const entrygo = commandLine(server)
  await entrygo(0, 'products', 'sync', data('products.csv'), '--map', 'product-sheet')

  // Two orders cannot be sent as they are: the rest goes on, and the exit code says so.
  const import_ = ['sync', data('orders_export.csv'), '--map', 'shopify-orders']
  const first = await entrygo(2, ...import_, '--rejected', 'rejected.csv')
  assert.deepEqual(first.externalIds, ['#1001', '#1002', '#1005'])
  assert.deepEqual(
    first.skipped.map(({ because, externalIds, lines }) => [because, ...externalIds, lines]),
    [
      ['ships outside the United States', '#1003', 0],
      ['refunded', '#1004', 0],
      ['cancelled', '#1008', 0],
      ['fulfilled already', '#1009', 0],
      ['needs no shipping', 1],
    ],
  )

  console.log('\nrejected.csv, its first two columns:')
  const rejected = await readFile(join(folder, 'rejected.csv'), 'utf8')
  for (const [line] of rejected.matchAll(/^(?:"[^"]*(?:""[^"]*)*"|[^,\n]*),[^,\n]*/gm)) console.log(`  ${line}`)

  // What a person does then: the new product is described, and the partial refund is written into the row.
  await writeFile(
    join(folder, 'new-products.csv'),
    'SKU,Description,Country of Origin\nTOTE-NEW,Tote bag of cotton canvas,CA\n',
  )
  await entrygo(0, 'products', 'sync', 'new-products.csv', '--map', 'product-sheet')
  const mended = rejected.replace(',partially_refunded,', ',paid,').replace(',5,Cotton T-shirt,', ',4,Cotton T-shirt,')
  await writeFile(join(folder, 'rejected.csv'), mended)
  const second = await entrygo(0, 'sync', 'rejected.csv', '--map', 'shopify-orders')
  assert.deepEqual(second.externalIds.toSorted(), ['#1006', '#1007'])

  // The whole export once more: orders are updated by their externalId, and none is there twice.
  const again = await entrygo(2, ...import_, '--rejected', 'rejected-again.csv')
  assert.deepEqual([again.created, again.updated, again.rejected], [0, 4, 1])
}

interface Answer {
  readonly externalIds: readonly string[]
  readonly created: number
  readonly updated: number
  readonly rejected: number
  readonly skipped: readonly {
    readonly because: string
    readonly externalIds: readonly string[]
    readonly lines: number
  }[]
}

type CommandLine = (exitCode: number, ...argv: readonly string[]) => Promise<Answer>

function commandLine({ url, apiKey, accountId }: RunningDev): CommandLine {
  const program = fileURLToPath(new URL('../../packages/cli/src/bin.ts', import.meta.url))
  const env = { ENTRYGO_BASE_URL: url, ENTRYGO_API_KEY: apiKey, ENTRYGO_ACCOUNT_ID: accountId, XDG_STATE_HOME: folder }
  return async (exitCode, ...argv) => {
    console.log(`\n$ entrygo ${argv.map((word) => word.replace(data(''), 'data/')).join(' ')}`)
    const args = ['--conditions=entrygo-src', program, ...argv, '--json']
    const { code, stdout } = await ended(args, env)
    const { data: answer } = JSON.parse(stdout)
    assert.equal(code, exitCode, stdout)
    const { count, created, updated, rejected, skipped, data: records } = answer
    console.log(`  ${count} sent (${created} new, ${updated} updated), ${rejected} rejected`)
    for (const { because, externalIds } of skipped)
      console.log(`  skipped, ${because}: ${externalIds.join(', ') || 'a line'}`)
    return {
      created,
      updated,
      rejected,
      skipped,
      externalIds: records.map(({ externalId }: { externalId: string }) => externalId),
    }
  }
}

function ended(args: readonly string[], env: NodeJS.ProcessEnv): Promise<{ code: number; stdout: string }> {
  return new Promise((resolve) => {
    const child = execFile(process.execPath, args, { cwd: folder, env }, (_, stdout) => {
      resolve({ code: child.exitCode ?? -1, stdout })
    })
  })
}

function data(name: string): string {
  return fileURLToPath(new URL(`data/${name}`, import.meta.url))
}
