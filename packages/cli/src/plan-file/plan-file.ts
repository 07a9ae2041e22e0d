import type { ExportPlan, PlanSnapshot } from '@entrygo/sdk/contract'
import { CommandError, inputError, type NextCommand } from '../errors.ts'
import { isSnapshot } from '../input/plan-snapshot.ts'
import { answerIn, isRecord } from '../input/record.ts'
import { readValue } from '../input/records.ts'
import { openSource } from '../input/source.ts'
import type { Terminal } from '../terminal.ts'
import { checkPlanFile } from '../verify/plan-file-checks.ts'

/** What `plan --out` writes: the plan as it was answered, with what is needed to check it again without a server. */
export interface PlanFile extends ExportPlan {
  /** Version of this form. */
  readonly planFile: 1
  /** The account that it was planned for. */
  readonly accountId: string
  /**
   * The last day, in US Eastern time, on which execute reads law that the plan's rule pack knows. Null where `--as-of` fixed
   * the day of the law, since it then does not move with the calendar.
   */
  readonly validThrough: string | null
  /** The hashed value. */
  readonly snapshot: PlanSnapshot
}

/** The plan as a file. Throws when the server has left the hashed value out. */
export function planFileOf(plan: ExportPlan, accountId: string): PlanFile {
  const { snapshot } = plan
  if (snapshot === undefined) {
    const message = 'The server answered the plan without the snapshot that was asked for: no plan file can be made.'
    throw new CommandError('UNREADABLE_RESPONSE', message, { field: 'snapshot' })
  }
  return { planFile: 1, accountId, validThrough: validThroughOf(plan), ...plan, snapshot }
}

/** See {@link PlanFile.validThrough}. */
export function validThroughOf({ flags, rulePack }: Pick<ExportPlan, 'flags' | 'rulePack'>): string | null {
  return flags.includes('AS_OF_FIXED') ? null : rulePack.validThrough
}

/** A plan that was read from a file, in the form of {@link PlanFile} or as a server answers it. */
export interface ReadPlan {
  /** As the user named it; messages begin with it. */
  readonly name: string
  readonly exportId: string
  readonly planHash: string
  /** Undefined, as are the next two, where the file does not say. */
  readonly accountId: string | undefined
  readonly validThrough: string | null | undefined
  readonly snapshot: PlanSnapshot | undefined
  /** All that the file says of the plan. */
  readonly plan: Readonly<Record<string, unknown>>
}

/**
 * The plan in a file, or in stdin for `-`: what `plan --out` wrote, what `plan --json` printed, or the wire's own answer.
 * Throws an input error for everything else, and `PLAN_FILE_ALTERED` for a plan that is not the one its planHash names.
 */
export async function readPlanFile(terminal: Terminal, file: string): Promise<ReadPlan> {
  const read = await readUncheckedPlan(terminal, file)
  await requireIntact(read)
  return read
}

/** The same, whatever has been done to the file; for showing what. */
export async function readUncheckedPlan(terminal: Terminal, file: string): Promise<ReadPlan> {
  const source = await openSource(terminal, file, undefined)
  const value = answerIn(await readValue(source))
  const plan = isRecord(value) ? value : {}
  const { exportId, planHash, snapshot, planFile, accountId, validThrough } = plan
  if (!isExportId(exportId) || typeof planHash !== 'string' || !/^sha256:[0-9a-f]{64}$/.test(planHash)) {
    const message = `${source.name} holds no plan (exportId, planHash): give the file that plan --out wrote, or batch_….`
    throw inputError(message, 'export')
  }
  const named = { name: source.name, exportId, planHash, plan }
  const isWhole = snapshot === undefined || isSnapshot(snapshot)
  if (!isWhole) throw altered(named, 'snapshot', 'its snapshot is not what planning wrote')
  if (planFile === undefined) return { ...named, snapshot, accountId: undefined, validThrough: undefined }
  if (planFile !== 1) {
    throw inputError(
      `${source.name} is a plan file of version ${shown(planFile)}, and this command reads 1.`,
      'planFile',
    )
  }
  if (snapshot === undefined) throw altered(named, 'snapshot', 'its snapshot is missing')
  if (!isAccountId(accountId)) throw altered(named, 'accountId', 'its accountId is missing or no account')
  if (!isDay(validThrough)) throw altered(named, 'validThrough', 'its validThrough is missing or no date')
  return { ...named, snapshot, accountId, validThrough }
}

function isExportId(value: unknown): value is string {
  return typeof value === 'string' && /^batch_[A-Za-z0-9_-]{1,58}$/.test(value)
}

function isAccountId(value: unknown): value is string {
  return typeof value === 'string' && /^acc_[A-Za-z0-9_-]{1,58}$/.test(value)
}

function isDay(value: unknown): value is string | null {
  return value === null || (typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value))
}

function shown(value: unknown): string {
  return typeof value === 'number' ? String(value) : 'another kind'
}

/** Throws unless the plan is the one that its planHash names; what has no snapshot cannot be checked, and passes. */
async function requireIntact(read: ReadPlan): Promise<void> {
  const failed = (await checkPlanFile(read)).filter(({ ok }) => !ok)
  const [first] = failed
  if (first === undefined) return
  const what = failed.map(({ check }) => check).join(', ')
  throw altered(read, first.field, `it is not what was planned (${what})`, { checks: failed })
}

function altered(
  { name, exportId }: Pick<ReadPlan, 'name' | 'exportId'>,
  field: string,
  ...[what, data]: readonly [what: string, data?: object]
): CommandError {
  const message = `${name} has been altered: ${what}. Nothing of it is used: take the file that plan --out wrote, or plan again.`
  return new CommandError('PLAN_FILE_ALTERED', message, {
    field,
    next: [inspectCommand(exportId)],
    ...(data && { data }),
  })
}

/** Throws for a plan of another account than the one that is configured; a file that does not say its own passes. */
export function requireAccount({ name, accountId, exportId }: ReadPlan, configured: string | undefined): void {
  if (accountId === undefined || configured === undefined || accountId === configured) return
  const message = `${name} is a plan of ${accountId}, and ${configured} is configured: use the account and the key that it was planned with.`
  const data = { exportId, accountId, configuredAccountId: configured }
  throw new CommandError('INVALID_ACCOUNT_SCOPE', message, { field: 'accountId', data })
}

/** Throws for what nobody can execute or approve any more: a dry run, and a plan past its last day. */
export function requireUsable(read: ReadPlan, now: Date): void {
  const { name, exportId, validThrough } = read
  requireStored(exportId)
  const today = easternDay(now)
  if (validThrough === undefined || validThrough === null || today <= validThrough) return
  const message = `${name} was valid through ${validThrough}, and it is ${today}: the law of today is not in its rule pack. Plan again.`
  throw new CommandError('PLAN_STALE', message, {
    field: 'validThrough',
    data: { exportId, validThrough, today },
    next: [inspectCommand(exportId)],
  })
}

/** Throws for a dry run, which no server knows. */
export function requireStored(exportId: string): void {
  if (!exportId.startsWith('batch_dry_')) return
  const message = `${exportId} is a dry run and was never stored: plan without --dry-run, then use that plan.`
  throw new CommandError('DRY_RUN_NOT_EXECUTABLE', message, { field: 'batchId' })
}

function inspectCommand(exportId: string): NextCommand {
  return { argv: ['entrygo', 'inspect', exportId], reason: 'see the plan that the server holds' }
}

/** The law of a day begins at midnight there. */
function easternDay(now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: 'America/New_York', dateStyle: 'short' }).format(now)
}
