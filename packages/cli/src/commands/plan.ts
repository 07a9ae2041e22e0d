import type { GateResult } from '@entrygo/sdk'
import type { ExportPlan } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'
import { type NextCommand, usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { nextAfterPlan } from '../next-command.ts'
import type { Renders } from '../output.ts'
import { expandPath } from '../paths.ts'
import { snapshotForPeople } from '../plan-file/plan-snapshot.ts'
import { orderIdsOf, planOrders } from '../plan-orders.ts'
import { findPolicy } from '../policy/policy-file.ts'
import { reportPlaceOf } from '../report-file.ts'

/** What a policy says of a plan. */
export interface PlanGate extends GateResult {
  readonly policyFile: string
}

/**
 * `entrygo plan`: exits 0 for any decision, unless the flags ask for the decision as an exit code. With a policy the answer
 * has its `gate` as well, and the exit code that was asked for is the policy's.
 */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, output, terminal } = context
  if (flags.text('explain') !== undefined) return (await import('./plan-explain.ts')).run(context)
  if (flags.text('plan') !== undefined)
    throw usageError('--plan names the plan for --explain: give --explain too.', '--plan')
  const policy = await findPolicy(context)
  const out = flags.text('out')
  const place = out === undefined ? undefined : await placeOf(expandPath(terminal, terminal.cwd, out))
  const report = await reportPlaceOf(context)
  const orderIds = await orderIdsOf(context)
  const forced = place === undefined && report === undefined ? {} : { includeSnapshot: true }
  const idempotencyKey = flags.isSet('dryRun') ? context.dryKey() : await context.key(forced)
  const plan = await planOrders(context, {
    orderIds,
    key: idempotencyKey,
    forced,
  })
  const accountId = await (await context.settings()).need('accountId')
  await place?.save(plan, { accountId, idempotencyKey })
  const gate = policy === undefined ? undefined : await gateOf(plan, policy)
  const next = nextAfterPlan(plan)
  await report?.save({ plan, next, ...(plan.snapshot !== undefined && { snapshot: plan.snapshot }) }, idempotencyKey)
  const data = shownPlan(plan, { gate, isWhole: flags.isSet('includeSnapshot') })
  await output.show({ data, next, idempotencyKey }, rendersOf(context, { plan, gate, next }))
  return exitCodeOf(context, gate === undefined ? decisionOf(plan) : gate.decision)
}

interface Shown {
  readonly plan: ExportPlan
  readonly gate: PlanGate | undefined
  readonly next: readonly NextCommand[]
}

function rendersOf(context: CommandContext, { plan, gate, next }: Shown): Renders {
  const named = async (): Promise<ExportPlan> => {
    const snapshot = await snapshotForPeople(context, plan)
    return snapshot === undefined ? plan : { ...plan, snapshot }
  }
  return {
    table: async (style) => {
      const [{ renderPlan }, { renderGate }] = await Promise.all([
        import('../render/plan.ts'),
        import('../render/gate.ts'),
      ])
      const verdict = gate === undefined ? '' : `\n\n${renderGate(gate, style)}`
      return `${renderPlan(await named(), { style, next })}${verdict}`
    },
    md: async () => {
      const [{ markdownPlan }, { markdownGate }] = await Promise.all([
        import('../render/markdown/plan.ts'),
        import('../render/markdown/gate.ts'),
      ])
      return `${gate === undefined ? '' : markdownGate(gate)}${markdownPlan(await named(), next)}`
    },
  }
}

async function placeOf(path: string) {
  return (await import('../plan-file/save-plan.ts')).openPlanPlace(path)
}

async function gateOf(
  plan: ExportPlan,
  { path, policy }: { readonly path: string; readonly policy: object },
): Promise<PlanGate> {
  const { evaluateGate } = await import('@entrygo/sdk')
  return { policyFile: path, ...evaluateGate(plan, policy) }
}

/** The hashed value is asked for by a plan file too; on stdout it stands where it is wanted alone, since it is long. */
function shownPlan(
  plan: ExportPlan,
  { gate, isWhole }: { readonly gate: PlanGate | undefined; readonly isWhole: boolean },
): object {
  const { snapshot, ...rest } = plan
  return { ...rest, ...(isWhole && snapshot !== undefined && { snapshot }), ...(gate !== undefined && { gate }) }
}

/** Without a policy the readiness decides; a word that this version does not know never passes. */
function decisionOf({ readinessState }: ExportPlan): GateResult['decision'] {
  if (readinessState === 'READY') return 'proceed'
  return readinessState === 'REVIEW_REQUIRED' ? 'ask' : 'stop'
}

function exitCodeOf({ flags }: CommandContext, decision: GateResult['decision']): ExitCode {
  const failOn = flags.text('failOn') ?? (flags.isSet('detailedExitcode') ? 'review' : undefined)
  if (failOn === undefined || decision === 'proceed') return 0
  if (decision === 'stop') return 5
  return failOn === 'review' ? 3 : 0
}
