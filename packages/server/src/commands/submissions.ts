import { type Command, InvalidArgumentError } from 'commander'
import { attemptsInDoubt } from '../domain/delivery/doubt.ts'
import { nextAttemptAt } from '../domain/export/delivery-view.ts'
import { submissionStatus } from '../domain/export/submission-status.ts'
import { adverseEvidence } from '../domain/export/submission-view.ts'
import { timestamp } from '../domain/export/timestamp.ts'
import type { DeliveryState } from '../domain/records.ts'
import { systemClock } from '../edge/clock.ts'
import { systemIds } from '../edge/ids.ts'
import { openLog } from '../edge/log.ts'
import type { ListedSubmission } from '../ports.ts'
import { openSqliteLedger, type SqliteLedger } from '../storage/sqlite/ledger.ts'
import { existingStore } from './existing-store.ts'
import { settingsOf } from './settings-of.ts'
import { type BrokerSays, type Desk, resolveSubmission, retrySubmission } from './submission-acts.ts'
import { UsageError } from './usage-error.ts'

/** `entrygo-server submissions …`: what an operator sees and decides, also while the server runs. */
export function addSubmissionCommands(root: Command): void {
  const submissions = root.command('submissions').description('hand-offs to the brokers, of all accounts')
  submissions
    .command('list')
    .description('list submissions, newest first')
    .option(
      '--state <state>',
      'only these: prepared, sending, sent, failed, unknown, or a stored state; repeatable',
      addTo,
    )
    .option('--account <id>', 'only those of this account')
    .option('--limit <number>', 'so many at the most', countOf, 100)
    .option('--data-dir <folder>', 'folder of the database')
    .option('--json', 'print JSON')
    .action(list)
  submissions
    .command('retry')
    .description('send a failed or unknown submission again: same id, same bytes')
    .argument('<submission-id>', 'sub_… as shown by list')
    .option('--accept-duplicate-risk', 'also where it may have arrived and its policy is at_most_once')
    .option('--data-dir <folder>', 'folder of the database')
    .option('--json', 'print JSON')
    .action(retry)
  submissions
    .command('resolve')
    .description('write down what the broker said about an unknown submission')
    .argument('<submission-id>', 'sub_… as shown by list')
    .option('--received', 'the broker has it')
    .option('--reference <text>', 'under which the broker has it')
    .option('--not-received', 'the broker does not have it')
    .option('--data-dir <folder>', 'folder of the database')
    .option('--json', 'print JSON')
    .action(resolve)
}

interface StoreOptions {
  readonly dataDir?: string
  readonly json?: boolean
}

interface ListOptions extends StoreOptions {
  readonly state?: readonly string[]
  readonly account?: string
  readonly limit: number
}

async function list({ state, account, limit, ...options }: ListOptions): Promise<void> {
  const states = state?.flatMap(statesOf)
  const query = { limit, ...(states && { states }), ...(account === undefined ? {} : { accountId: account }) }
  const found = await withLedger(options, (ledger) => ledger.listSubmissions(query))
  const rows = found
    .map(rowOf)
    .filter((row) => state?.some((name) => name === row.state || name === row.status) ?? true)
  const lines = rows.map(lineOf)
  print(options, { data: rows }, lines.length === 0 ? 'There are no such submissions.' : lines.join('\n'))
}

async function retry(id: string, options: StoreOptions & { readonly acceptDuplicateRisk?: boolean }): Promise<void> {
  const acceptDuplicateRisk = options.acceptDuplicateRisk === true
  const changed = await atDesk(options, (desk) => retrySubmission(id, { acceptDuplicateRisk }, desk))
  print(options, rowOf(changed), `${id} is sent again: a new round of attempts starts now.`)
}

interface ResolveOptions extends StoreOptions {
  readonly received?: boolean
  readonly notReceived?: boolean
  readonly reference?: string
}

async function resolve(id: string, options: ResolveOptions): Promise<void> {
  const says = brokerSays(options)
  const changed = await atDesk(options, (desk) => resolveSubmission(id, says, desk))
  const remedy = says.isReceived ? '' : ` Use "submissions retry ${id}" or execute the batch again to send it.`
  print(options, rowOf(changed), `${id} is ${submissionStatus(changed.submission)} now.${remedy}`)
}

function brokerSays({ received = false, notReceived = false, reference }: ResolveOptions): BrokerSays {
  if (received === notReceived)
    throw new UsageError('What did the broker say? Give --received or --not-received, one of them.')
  if (reference !== undefined && !received) throw new UsageError('--reference goes with --received alone.')
  if (reference !== undefined && !/^[\x20-\x7e]{1,128}$/.test(reference))
    throw new UsageError(`--reference is ${JSON.stringify(reference)}. Give 1 to 128 printable ASCII characters.`)
  return received ? { isReceived: true, reference } : { isReceived: false }
}

const storedStates: readonly DeliveryState[] = [
  ...(['QUEUED', 'RETRY_WAIT', 'RECONCILE', 'ACCEPTED', 'REJECTED'] as const),
  ...(['FAILED', 'UNCONFIRMED', 'BOUNCED'] as const),
]

/** A public status stands for all states that it may be shown for. */
function statesOf(name: string): DeliveryState[] {
  const meant = storedStates.filter((state) => state === name || submissionStatus({ state, attempts: [] }) === name)
  // The first attempt of a round runs in QUEUED, and is shown as sending.
  if (meant.length > 0) return name === 'sending' ? [...meant, 'QUEUED'] : meant
  throw new UsageError(
    `--state has ${JSON.stringify(name)}. Known are prepared, sending, sent, failed, unknown and ${storedStates.join(', ')}.`,
  )
}

function addTo(value: string, before: readonly string[] = []): string[] {
  return [...before, ...value.split(',').map((name) => name.trim())]
}

function countOf(text: string): number {
  const count = Number(text)
  if (Number.isInteger(count) && count >= 1 && count <= 10_000) return count
  throw new InvalidArgumentError('Give a whole number from 1 to 10000.')
}

function rowOf({ accountId, submission }: ListedSubmission): SubmissionRow {
  const { id, exportId, revision, state, transport, destination, attempts, createdAt } = submission
  return {
    ...{ id, accountId, exportId, revision, status: submissionStatus(submission), state },
    ...{ submission_type: transport, policy: submission.policy, destination },
    ...{ attempts: attempts.length, attempts_in_doubt: attemptsInDoubt(submission) },
    evidence: attempts.at(-1)?.evidence ?? null,
    error_message: state === 'ACCEPTED' ? null : adverseEvidence(submission),
    broker_reference: submission.brokerRef,
    created_at: timestamp(createdAt),
    next_attempt_at: nextAttemptAt(submission),
  }
}

/** A submission as `--json` prints it. */
interface SubmissionRow {
  readonly id: string
  readonly accountId: string
  readonly exportId: string
  readonly revision: number
  readonly status: string
  readonly state: DeliveryState
  readonly submission_type: string
  readonly policy: string
  readonly destination: string
  /** How many there were. */
  readonly attempts: number
  readonly attempts_in_doubt: readonly number[]
  /** Of the last attempt. */
  readonly evidence: string | null
  readonly error_message: string | null
  readonly broker_reference: string | null
  readonly created_at: string
  readonly next_attempt_at: string | null
}

function lineOf(row: SubmissionRow): string {
  const tried = `${row.attempts} attempts${row.evidence === null ? '' : `, last ${row.evidence}`}`
  const where = `${row.submission_type} ${row.destination}`
  return [row.created_at, row.id, `${row.status} (${row.state})`, tried, where, row.exportId, row.accountId].join('  ')
}

function atDesk<T>(options: StoreOptions, work: (desk: Desk) => Promise<T>): Promise<T> {
  const { logLevel, budget } = settingsOf(options, process.env)
  const log = openLog({ level: logLevel })
  const around = { clock: systemClock, ids: systemIds(systemClock), log, budget }
  return withLedger(options, (ledger) => work({ ledger, ...around })).finally(() => log.flush())
}

async function withLedger<T>(options: StoreOptions, work: (ledger: SqliteLedger) => Promise<T>): Promise<T> {
  const ledger = await openSqliteLedger({ file: existingStore(options) })
  try {
    return await work(ledger)
  } finally {
    await ledger.close()
  }
}

function print({ json }: StoreOptions, value: object, text: string): void {
  process.stdout.write(json === true ? `${JSON.stringify(value)}\n` : `${text}\n`)
}
