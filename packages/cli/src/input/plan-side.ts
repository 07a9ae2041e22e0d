import type { ExportPlan, PlanSnapshot } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'
import { inputError } from '../errors.ts'
import { readPlanFile, readUncheckedPlan } from '../plan-file/plan-file.ts'
import type { Terminal } from '../terminal.ts'
import { isRecord } from './record.ts'

/** One plan with the value that its planHash names. */
export interface PlanSide {
  /** As the user named it. */
  readonly name: string
  readonly exportId: string
  readonly planHash: string
  readonly snapshot: PlanSnapshot
  /** Where the plan names them; else the export does. */
  readonly warehouseId?: string
  readonly brokerId?: string
}

/**
 * The plan that an argument names: `batch_…` (its current plan), `batch_…@sha256:…`, or a file that holds a plan. A file
 * made with --include-snapshot needs no server; from one without, the plan is read by its hash.
 */
export async function readPlanSide(context: CommandContext, name: string): Promise<PlanSide> {
  const [, id, hash] = /^(batch_[A-Za-z0-9_-]{1,58})(?:@(sha256:[0-9a-f]{64}))?$/.exec(name) ?? []
  if (id !== undefined) return storedPlan(context, { name, exportId: id, planHash: hash })
  const read = await readPlanFile(context.terminal, name)
  const { exportId, planHash, snapshot } = read
  const { warehouseId, brokerId } = read.plan
  if (snapshot !== undefined) {
    const places = typeof warehouseId === 'string' && typeof brokerId === 'string' ? { warehouseId, brokerId } : {}
    return { name, exportId, planHash, snapshot, ...places }
  }
  if (!exportId.startsWith('batch_dry_')) return storedPlan(context, { name, exportId, planHash })
  const message = `${read.name} is a dry run without its snapshot, and dry runs are not stored: plan again with --out.`
  throw inputError(message, 'plan')
}

/** The whole plan that a file holds (`plan --out`, or the answer of `plan --json`; `-` for stdin). */
export async function readFullPlan(terminal: Terminal, file: string): Promise<ExportPlan> {
  const { plan, name } = await readUncheckedPlan(terminal, file)
  if (isPlan(plan)) return plan
  throw inputError(`${name} holds no whole plan: give the file that plan --out wrote.`, '--plan')
}

/** What the server answered, as far as its form is relied on. */
export function isPlan(value: unknown): value is ExportPlan {
  if (!isRecord(value) || typeof value['exportId'] !== 'string' || typeof value['planHash'] !== 'string') return false
  const lists = ['validationMessages', 'treatments', 'export_units', 'excluded', 'missing_data']
  const names = ['flags', 'included_order_ids', 'excluded_order_ids']
  return (
    lists.every((name) => isListOf(value[name], isRecord)) &&
    names.every((name) => isListOf(value[name], (item) => typeof item === 'string')) &&
    [value['rulePack'], value['strategy'], value['policy']].every(isRecord)
  )
}

function isListOf(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem)
}

interface Stored {
  readonly name: string
  readonly exportId: string
  readonly planHash: string | undefined
}

async function storedPlan(context: CommandContext, { name, exportId, planHash }: Stored): Promise<PlanSide> {
  const client = await context.connect()
  const { signal } = context.terminal
  const wanted = planHash ?? (await client.inspect({ id: exportId }, { signal })).planHash
  const snapshot = await client.exports.getPlan({ id: exportId, planHash: wanted }, { signal })
  return { name, exportId, planHash: wanted, snapshot }
}
