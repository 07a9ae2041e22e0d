import { commandLines, type TypedCommand } from './command-line.ts'
import type { Style } from './style.ts'
import { plain } from './text.ts'

export interface ShownDev {
  readonly url: string
  readonly apiKey: string
  readonly accountId: string
  readonly warehouseId: string
  readonly brokerId: string
  readonly warehouses: Readonly<Record<'email' | 'webhook', string>>
  readonly brokers: Readonly<Record<'email' | 'borderbuddy' | 'byob_webhook', string>>
  /** Folders of what the receivers took. */
  readonly received: Readonly<Record<'mail' | 'borderbuddy' | 'webhooks', string>>
  readonly dataDir: string
  /** How a shell calls this command, where it has no name of its own. */
  readonly alias: string | undefined
  /** Each runs as it is printed, after those before it. */
  readonly walks: readonly { readonly title: string; readonly commands: readonly TypedCommand[] }[]
}

/** The running server and the commands that a first export takes, ready to be copied. */
export function renderDev(dev: ShownDev, style: Style): string {
  const { url, apiKey, accountId, warehouseId, brokerId, brokers, warehouses, received, alias, walks } = dev
  const values = {
    BASE_URL: url,
    API_KEY: apiKey,
    ACCOUNT_ID: accountId,
    WAREHOUSE_ID: warehouseId,
    BROKER_ID: brokerId,
  }
  return [
    `${style.good('EntryGo is running')} at ${style.bold(url)} (local, with example data)`,
    '',
    'In another terminal:',
    ...(alias === undefined ? [] : [`  ${style.link(`alias entrygo="${plain(alias)}"`)}`]),
    ...Object.entries(values).map(([name, value]) => `  ${style.link(`export ENTRYGO_${name}=${plain(value)}`)}`),
    ...walks.flatMap(({ title, commands }) => [
      '',
      title,
      ...commands.flatMap((command) => commandLines(command).map((line) => style.link(line))),
    ]),
    '',
    `Data and key   ${plain(dev.dataDir)}`,
    `Mails          ${plain(received.mail)}`,
    `Stand-in       ${plain(received.borderbuddy)}`,
    `Webhooks       ${plain(received.webhooks)}`,
    `Warehouses     told by e-mail ${plain(warehouses.email)}`,
    `               told by webhook ${plain(warehouses.webhook)}`,
    `Brokers        by e-mail ${plain(brokers.email)}`,
    `               by webhook ${plain(brokers.byob_webhook)}`,
    `               by BorderBuddy's stand-in ${plain(brokers.borderbuddy)},`,
    '               which is of this project and not affiliated with it',
    style.dim('Ctrl-C ends the server; the data stays.'),
  ].join('\n')
}
