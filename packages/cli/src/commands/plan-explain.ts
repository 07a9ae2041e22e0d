import { explainFinding, type FindingExplanation } from '@entrygo/sdk'
import type { ExportPlan, PlanSnapshot, RuleRecord } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'
import { inputError, usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { findingsNamed } from '../findings-named.ts'
import { readFullPlan } from '../input/plan-side.ts'
import { orderIdsOf, planOrders } from '../plan-orders.ts'

/** The findings that were asked for, each with what it was made from. */
export interface ShownExplanations {
  readonly exportId: string
  readonly planHash: string
  readonly explanations: readonly FindingExplanation[]
  /** Findings that were named as well and left off. */
  readonly truncated: number
}

/** So many findings are explained at once; a rule can have one on every line. */
const maxExplanations = 5

/** `entrygo plan --explain`: of a plan that is made for it and not stored, of a stored one, or of a file. */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, output } = context
  const { plan, snapshot, rulesOf } = await explainedPlan(context)
  const named = findingsNamed(plan.validationMessages, flags.text('explain') ?? '')
  const shown = named.slice(0, maxExplanations)
  const rules = new Map<string, readonly RuleRecord[]>()
  for (const { ruleId } of shown) if (!rules.has(ruleId)) rules.set(ruleId, await rulesOf(ruleId))
  const { exportId, planHash, treatments } = plan
  const explanations = shown.map((finding) =>
    explainFinding({ snapshot, finding, rule: rules.get(finding.ruleId) ?? [], treatments }),
  )
  const document: ShownExplanations = { exportId, planHash, explanations, truncated: named.length - shown.length }
  await output.show({ data: document }, async (style) => {
    const { renderExplanations } = await import('../render/explanation.ts')
    return renderExplanations(document, style)
  })
  return 0
}

interface ExplainedPlan {
  readonly plan: Pick<ExportPlan, 'exportId' | 'planHash' | 'treatments' | 'validationMessages'>
  readonly snapshot: PlanSnapshot
  readonly rulesOf: (ruleId: string) => Promise<readonly RuleRecord[]>
}

function explainedPlan(context: CommandContext): Promise<ExplainedPlan> {
  const { flags } = context
  const file = flags.text('plan')
  const batchId = flags.text('batchId')
  const hasOrders = flags.list('orderId').length > 0 || flags.text('ordersFrom') !== undefined
  if (file === undefined) return hasOrders || batchId === undefined ? freshPlan(context) : storedPlan(context, batchId)
  if (!hasOrders && batchId === undefined) return planOfFile(context, file)
  throw usageError('--plan names one plan and other flags another: give one.', '--plan')
}

async function planOfFile(context: CommandContext, file: string): Promise<ExplainedPlan> {
  const plan = await readFullPlan(context.terminal, file)
  const { snapshot, rulePack } = plan
  if (snapshot === undefined) {
    const message = `${file} holds no snapshot of what planning saw: plan with --include-snapshot, or name the export with --batch-id.`
    throw inputError(message, '--plan')
  }
  const { rulesOfShippedPack } = await import('../shipped-rules.ts')
  return { plan, snapshot, rulesOf: async (ruleId) => rulesOfShippedPack(rulePack.digest, ruleId) }
}

async function storedPlan(context: CommandContext, id: string): Promise<ExplainedPlan> {
  const client = await context.connect()
  const { signal } = context.terminal
  const plan = await client.inspect({ id }, { signal })
  const snapshot = await client.exports.getPlan({ id, planHash: plan.planHash }, { signal })
  return { plan, snapshot, rulesOf: rulesOfServer(context) }
}

async function freshPlan(context: CommandContext): Promise<ExplainedPlan> {
  const forced = { dryRun: true, includeSnapshot: true }
  const plan = await planOrders(context, { orderIds: await orderIdsOf(context), key: context.dryKey(), forced })
  if (plan.snapshot === undefined) throw new Error('The server answered a plan without the snapshot asked for.')
  return { plan, snapshot: plan.snapshot, rulesOf: rulesOfServer(context) }
}

function rulesOfServer(context: CommandContext): ExplainedPlan['rulesOf'] {
  return async (ruleId) => {
    const client = await context.connect()
    const { data } = await client.rules.get({ ruleId }, { signal: context.terminal.signal })
    return data
  }
}
