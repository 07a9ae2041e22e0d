import type { ExportPlan, PlanSnapshot } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'
import { inputError } from '../errors.ts'
import type { Terminal } from '../terminal.ts'
import { isRecord } from './record.ts'
import { readValue } from './records.ts'
import { openSource } from './source.ts'

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
  const source = await openSource(context.terminal, name, undefined)
  const value = await readValue(source)
  const { exportId, planHash, snapshot, warehouseId, brokerId } = isRecord(value) ? value : {}
  if (typeof exportId !== 'string' || typeof planHash !== 'string') {
    const message = `${source.name} holds no plan (exportId, planHash): give the file that plan --out wrote, batch_… or batch_…@sha256:….`
    throw inputError(message, 'plan')
  }
  if (isSnapshot(snapshot)) {
    const places = typeof warehouseId === 'string' && typeof brokerId === 'string' ? { warehouseId, brokerId } : {}
    return { name, exportId, planHash, snapshot, ...places }
  }
  if (!exportId.startsWith('batch_dry_')) return storedPlan(context, { name, exportId, planHash })
  const message = `${source.name} is a dry run without its snapshot, and dry runs are not stored: plan again with --include-snapshot --out.`
  throw inputError(message, 'plan')
}

/** The whole plan that a file holds (`plan --out`, or the answer of `plan --json`; `-` for stdin). */
export async function readFullPlan(terminal: Terminal, file: string): Promise<ExportPlan> {
  const source = await openSource(terminal, file, undefined)
  const value = await readValue(source)
  if (isPlan(value)) return value
  throw inputError(`${source.name} holds no plan: give the file that plan --out wrote.`, '--plan')
}

/** What the server answered; what is read of it is looked at. */
function isPlan(value: unknown): value is ExportPlan {
  if (!isRecord(value) || typeof value['exportId'] !== 'string' || typeof value['planHash'] !== 'string') return false
  const { validationMessages, treatments, rulePack, snapshot } = value
  const hasSnapshot = snapshot === undefined || isSnapshot(snapshot)
  return Array.isArray(validationMessages) && Array.isArray(treatments) && isRecord(rulePack) && hasSnapshot
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

/** What planning wrote, as far as comparison and explanation look at it. */
export function isSnapshot(value: unknown): value is PlanSnapshot {
  if (!isRecord(value) || !isRecord(value['inputs']) || !isRecord(value['decision'])) return false
  const { inputs, decision } = value
  const { findings, treatments, included, excluded } = decision
  return (
    [inputs['orders'], inputs['products'], inputs['shipment']].every(isRecord) &&
    [findings, treatments, included, excluded].every((list) => Array.isArray(list))
  )
}
