import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createEntryGo, type EntryGo } from '@entrygo/sdk'
import type { OrderInput } from '@entrygo/sdk/contract'
import { type RunningDev, startDev } from '@entrygo/server/dev'
import { type CliResult, runCli } from './run-cli.ts'

/** The real server with its example account, and a command line that knows it. */
export interface DevAccount extends AsyncDisposable {
  readonly dev: RunningDev
  readonly client: EntryGo
  /** The working folder of the command line. */
  readonly folder: string
  readonly env: Readonly<Record<string, string>>
  cli(argv: readonly string[], more?: Readonly<Record<string, string>>): Promise<CliResult>
  /** The answer of a command that ended with 0, as JSON. */
  answer(argv: readonly string[]): Promise<{ readonly data: Readonly<Record<string, unknown>> }>
  /** Syncs the example orders under names of their own, and answers their ids. */
  syncExamples(name: 'ready' | 'review', suffix: string): Promise<string[]>
  write(name: string, content: string | object): Promise<string>
  read(name: string): Promise<Record<string, unknown>>
}

export async function startDevAccount(): Promise<DevAccount> {
  const folder = await mkdtemp(join(tmpdir(), 'entrygo-dev-account-'))
  const dev = await startDev({ port: 0, dataDir: join(folder, 'data') })
  const env = {
    ENTRYGO_BASE_URL: dev.url,
    ENTRYGO_API_KEY: dev.apiKey,
    ENTRYGO_ACCOUNT_ID: dev.accountId,
    ENTRYGO_WAREHOUSE_ID: dev.warehouseId,
    ENTRYGO_BROKER_ID: dev.brokerId,
    XDG_CONFIG_HOME: join(folder, 'config'),
  }
  const client = createEntryGo({ baseUrl: dev.url, apiKey: dev.apiKey, accountId: dev.accountId })
  const cli: DevAccount['cli'] = (argv, more = {}) => runCli(argv, { env: { ...env, ...more }, cwd: folder })
  return {
    ...{ dev, client, folder, env, cli },
    answer: async (argv) => {
      const { exitCode, stdout, stderr } = await cli([...argv, '--json'])
      if (exitCode !== 0) throw new Error(`${argv.join(' ')} ended with ${exitCode}: ${stdout}${stderr}`)
      return JSON.parse(stdout)
    },
    syncExamples: async (name, suffix) => {
      const orders: OrderInput[] = JSON.parse(await readFile(dev.examples[name], 'utf8'))
      const items = orders.map((order) => ({ ...order, externalId: `${order.externalId}-${suffix}` }))
      const { data } = await client.orders.sync({ items })
      return data.map(({ id }) => id)
    },
    write: async (name, content) => {
      await writeFile(join(folder, name), typeof content === 'string' ? content : JSON.stringify(content))
      return name
    },
    read: async (name) => JSON.parse(await readFile(join(folder, name), 'utf8')),
    [Symbol.asyncDispose]: async () => {
      await dev.stop()
      await rm(folder, { recursive: true })
    },
  }
}
