import type { ArgumentSpec, OptionSpec } from '../command.ts'
import type { ExitCode } from '../exit-codes.ts'

/** Flags that every command takes. */
export const globalOptions: readonly OptionSpec[] = [
  { flag: '--json', about: 'one JSON document on stdout, for success and every failure' },
  { flag: '--format <format>', about: 'table (default)', choices: ['table', 'json', 'yaml', 'md'] },
  { flag: '--base-url <url>', about: 'the server, with or without /api (ENTRYGO_BASE_URL)' },
  { flag: '--api-key-file <file>', about: 'file that holds the key, - for stdin (or ENTRYGO_API_KEY)' },
  { flag: '--api-key <key>', about: 'the key itself; only with --insecure-argv' },
  { flag: '--insecure-argv', about: 'accept a key that every process can see' },
  { flag: '--config <file>', about: 'configuration file instead of the one that is searched' },
  { flag: '--timeout <time>', about: 'for the whole call or wait: 500ms, 30s, 10m' },
  { flag: '--no-retry', about: 'send each request once' },
  { flag: '--no-journal', about: 'keep no record of an unfinished write on this machine' },
  { flag: '--no-input', about: 'never ask; end with the exit code instead' },
  { flag: '--debug', about: 'a timeline of the requests on stderr, without secrets' },
  { flag: '--har <file>', about: 'write the requests as HAR 1.2 (0600), by allow-list' },
]

/** Flags and arguments that several commands share. */
export const key: OptionSpec = {
  flag: '--idempotency-key <key>',
  about: 'the same write with it happens once (default: from the journal)',
}
export const account: OptionSpec = { flag: '--account-id <id>', about: 'acc_… (ENTRYGO_ACCOUNT_ID)' }
export const warehouse: OptionSpec = { flag: '--warehouse-id <id>', about: 'wh_… (ENTRYGO_WAREHOUSE_ID)' }
export const broker: OptionSpec = { flag: '--broker-id <id>', about: 'br_… (ENTRYGO_BROKER_ID)' }
export const policy: OptionSpec = {
  flag: '--policy <file>',
  about: 'JSON or YAML: what may go without a person (ENTRYGO_POLICY_FILE)',
}
export const batch: OptionSpec = { flag: '--batch-id <id>', about: 'the export: batch_…' }
export const input: OptionSpec = {
  flag: '--input-format <format>',
  about: 'of the input, where its name does not say',
  choices: ['json', 'ndjson', 'yaml', 'csv'],
}
export const map: OptionSpec = { flag: '--map <file>', about: 'columns of a CSV: a name of maps list, or a file' }
/** How a shop's export becomes orders. */
export const shopExport: readonly OptionSpec[] = [
  map,
  { flag: '--usd-per <rate>', about: 'CAD=0.7312; amounts in that currency are converted', isRepeated: true },
]
export const productsFrom: OptionSpec = {
  flag: '--products-from <file>',
  about: 'finds a SKU there: the answer of products sync',
}
/** What happens to input that cannot be sent, and what is answered. */
export const bulk: readonly OptionSpec[] = [
  { flag: '--rejected <file>', about: 'go on, and put what cannot be sent there' },
  { flag: '--summary', about: 'answer counts alone' },
]
export const approver: readonly OptionSpec[] = [
  { flag: '--reason <text>', about: 'why it may go' },
  { flag: '--actor-name <name>', about: 'who says so' },
  { flag: '--actor-type <type>', about: 'person (default) or policy', choices: ['person', 'policy'] },
]
export const allowExclusions: OptionSpec = { flag: '--allow-exclusions', about: 'execute although orders stay behind' }
export const acceptRisk: OptionSpec = {
  flag: '--accept-duplicate-risk',
  about: 'send an unknown submission again, though the broker may have it',
}
export const shipment: readonly OptionSpec[] = [
  { flag: '--as-of <date>', about: 'law as of YYYY-MM-DD (default: today)' },
  { flag: '--shipment <file>', about: 'JSON or YAML: modeOfTransport, portOfEntry, …' },
  { flag: '--destination-country <code>', about: 'US (default)' },
]
export const html: OptionSpec = { flag: '--html <file>', about: 'also write a report for people as one page' }
export const github: OptionSpec = {
  flag: '--github',
  about: 'in a GitHub workflow: step summary, outputs and annotations',
}
export const file: ArgumentSpec = { name: '<file>', about: 'JSON, NDJSON, YAML or CSV; - for stdin' }
export const exportArgument: ArgumentSpec = { name: '[export]', about: 'batch_…, or the file that plan --out wrote' }

/** What reading and writing commands can end with. */
export const reads: readonly ExitCode[] = [0, 1, 2, 4, 7, 10, 130]
export const writes: readonly ExitCode[] = [0, 1, 2, 4, 6, 7, 9, 10, 130]
