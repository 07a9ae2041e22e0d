import type { EntryGo } from './client.ts'
import type { CallOptions } from './config.ts'
import type { ExecutedExport, Export, ExportPlan, PlanHash } from './contract/index.ts'
import { evaluateGate, type GatedPlan, type GatePolicy, type GateReason, type GateResult } from './gate.ts'
import { EntryGoError } from './transport/errors.ts'

/** The gate refused and nothing was sent to execute. `gate` says why; `gate.decision` is `ask` or `stop`. */
export class GateRefusedError extends EntryGoError {
  override readonly name: string = 'GateRefusedError'
  readonly gate: GateResult

  constructor(gate: GateResult, remedy: string) {
    const why = gate.reasons.map(({ message, quoted }) => [message, ...quoted.slice(0, 3)].join(' ')).join(' ')
    super({ kind: 'config', code: 'GATE_REFUSED', operation: 'executeExport', message: `${why} ${remedy}`.trim() })
    this.gate = gate
  }

  override toJSON(): Readonly<Record<string, unknown>> {
    return { ...super.toJSON(), gate: this.gate }
  }
}

/** A plan, what may go without a person, and the hash that was looked at. */
export interface ExecutePlanArgs {
  readonly plan: GatedPlan & Pick<ExportPlan, 'exportId'>
  readonly policy: GatePolicy
  /** The hash that was looked at; refused when the plan has another one. */
  readonly approvedPlanHash?: PlanHash
  readonly accountId?: string
  readonly idempotencyKey?: string
  readonly acceptDuplicateRisk?: boolean
}

/**
 * Executes a plan if the gate lets it proceed, or if the gate asks and the server holds an approval of this planHash: a live
 * one, or the one that an executed export was let out with.
 * Sends the planHash, so that another plan is never executed instead. Throws `GateRefusedError` before any side effect.
 */
export async function executePlan(
  client: EntryGo,
  args: ExecutePlanArgs,
  options?: CallOptions,
): Promise<ExecutedExport> {
  const { plan, policy, approvedPlanHash, ...rest } = args
  const gate = evaluateGate(plan, policy)
  if (plan.status === 'dry_run') throw refused(gate, 'A dry run cannot be executed: plan without dryRun.', [])
  if (approvedPlanHash !== undefined && approvedPlanHash !== plan.planHash) {
    throw refused(gate, 'The approved planHash is another one.', [approvedPlanHash, plan.planHash])
  }
  if (gate.decision === 'stop') throw new GateRefusedError(gate, 'Change what the reasons name and plan again.')
  if (gate.decision === 'ask') await requireApproval(client, { plan, gate }, options)
  return client.exports.execute({ ...rest, batchId: plan.exportId, planHash: plan.planHash }, options)
}

function refused(gate: GateResult, message: string, quoted: readonly string[]): GateRefusedError {
  const reason: GateReason = { code: 'POLICY', decision: 'stop', message, quoted }
  return new GateRefusedError({ decision: 'stop', reasons: [reason, ...gate.reasons] }, '')
}

/**
 * Whether the submission is on its way or there: execute then repeats its answer and sends nothing again, so that it needs
 * no live approval. A status that this version does not know is none of these.
 */
export function isHandedOff({ broker_submission: submission }: Pick<Export, 'broker_submission'>): boolean {
  const handedOff: readonly unknown[] = ['prepared', 'sending', 'sent']
  return handedOff.includes(submission?.status)
}

/** Throws unless nothing would be sent, or the plan is approved. Execute uses an approval up, and none is taken after it. */
async function requireApproval(
  client: EntryGo,
  { plan, gate }: { readonly plan: ExecutePlanArgs['plan']; readonly gate: GateResult },
  options: CallOptions | undefined,
): Promise<void> {
  const { exportId, planHash } = plan
  const { approvals, ...found } = await client.exports.inspect({ id: exportId }, options)
  const wasExecuted = found.status === 'executed'
  if (wasExecuted && found.planHash === planHash && isHandedOff(found)) return
  // Whatever is no list of approvals approves nothing.
  const given = Array.isArray(approvals) ? approvals : []
  if (given.some((one) => one?.planHash === planHash && (one.live === true || wasExecuted))) return
  const remedy = wasExecuted
    ? `Let a person hand ${exportId} over again (exports.execute): what is executed takes no approval.`
    : `Approve ${planHash} (exports.approve) and execute again.`
  throw new GateRefusedError(gate, remedy)
}
