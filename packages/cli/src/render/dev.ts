import type { Style } from './style.ts'

export interface ShownDev {
  readonly url: string
  readonly apiKey: string
  readonly accountId: string
  readonly warehouseId: string
  readonly brokerId: string
  readonly mailDir: string
  readonly dataDir: string
}

/** The running server and the commands that a first export takes, ready to be copied. */
export function renderDev(dev: ShownDev, style: Style): string {
  return [
    `${style.good('EntryGo is running')} at ${style.bold(dev.url)} (local, with example data)`,
    '',
    'In another terminal:',
    `  ${style.link(`export ENTRYGO_BASE_URL=${dev.url}`)}`,
    `  ${style.link(`export ENTRYGO_API_KEY=${dev.apiKey}`)}`,
    `  ${style.link(`export ENTRYGO_ACCOUNT_ID=${dev.accountId}`)}`,
    `  ${style.link(`export ENTRYGO_WAREHOUSE_ID=${dev.warehouseId}`)}`,
    `  ${style.link(`export ENTRYGO_BROKER_ID=${dev.brokerId}`)}`,
    '',
    `  ${style.link('entrygo products sync products.json')}   ${style.dim('# each product gets an id: prod_…')}`,
    `  ${style.link('entrygo sync orders.json --json > synced.json')}`,
    `  ${style.link('entrygo plan --orders-from synced.json')}   ${style.dim('# prints the command that follows')}`,
    '',
    `Data and key   ${dev.dataDir}`,
    `Broker mails   ${dev.mailDir}`,
    style.dim('Ctrl-C ends the server; the data stays.'),
  ].join('\n')
}
