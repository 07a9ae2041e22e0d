import type { CommandContext } from './command.ts'
import { usageError } from './errors.ts'
import type { ReadPlan } from './plan-file/plan-file.ts'

/** The export that a command is about, and the plan of it that was looked at where one was named. */
export interface NamedExport {
  /** The export id is the batch id. */
  readonly id: string
  readonly planHash: string | undefined
  /** The file of its plan, where one was named: it is intact, and of the configured account. */
  readonly file?: ReadPlan
}

/**
 * The export of the argument or of `--batch-id`. The argument is an id, or the file of a plan (`plan --out`, `plan --json`;
 * `-` for stdin), which names its planHash as well. A `--plan-hash` beside it has to be the same. Refuses the file of a dry
 * run, of another account, and one that was altered.
 */
export async function namedExport(context: CommandContext): Promise<NamedExport> {
  const { flags } = context
  const argument = flags.argument(0)
  const flag = flags.text('batchId')
  const named =
    argument === undefined || isExportId(argument) ? byId(argument ?? flag) : await inFile(context, argument)
  if (flag !== undefined && named.id !== flag) {
    throw usageError(`Two exports are named, ${named.id} and ${flag}: give one.`, '--batch-id')
  }
  const planHash = flags.text('planHash')
  if (planHash !== undefined && named.planHash !== undefined && planHash !== named.planHash) {
    const message = `--plan-hash is ${planHash}, and ${argument} holds the plan ${named.planHash}: give one of them.`
    throw usageError(message, '--plan-hash')
  }
  return { ...named, planHash: planHash ?? named.planHash }
}

function isExportId(text: string): boolean {
  return /^batch_[A-Za-z0-9_-]{1,58}$/.test(text)
}

function byId(id: string | undefined): NamedExport {
  if (id === undefined) throw usageError('No export is named: give batch_…, or the file of its plan.', '--batch-id')
  if (isExportId(id)) return { id, planHash: undefined }
  throw usageError(`--batch-id is "${id}": an export id begins with batch_ and is printed by plan.`, '--batch-id')
}

async function inFile(context: CommandContext, file: string): Promise<NamedExport> {
  const { readPlanFile, requireAccount, requireStored } = await import('./plan-file/plan-file.ts')
  const read = await readPlanFile(context.terminal, file)
  requireStored(read.exportId)
  const configured = await (await context.settings()).find('accountId')
  requireAccount(read, configured?.value)
  return { id: read.exportId, planHash: read.planHash, file: read }
}
