import type { ExecutedExport, Export, ExportPlan } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'
import { usageError } from '../errors.ts'
import { executeExport, exitCodeOfSubmission, waitForHandOff } from '../execution.ts'
import type { ExitCode } from '../exit-codes.ts'
import { errorDocumentOf, ReportedError } from '../failure.ts'
import { nextAfterInspect } from '../next-command.ts'
import { planOrders } from '../plan-orders.ts'
import { type Approver, passGate } from '../policy/gate.ts'
import { findPolicy } from '../policy/policy-file.ts'
import { count } from '../render/text.ts'
import { syncOrders } from './sync.ts'

/**
 * `entrygo run`: sync, plan, gate, execute, wait. Every write has a key derived from the one of the run, so the same
 * command line, or `resume`, goes on where it was interrupted: what was done is answered again and not done twice.
 */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { output, terminal } = context
  const approver = approverOf(context)
  const policy = await findPolicy(context)
  const journaled = await context.journal()
  const { key } = journaled
  const synced = await syncOrders(context, `${key}:sync`)
  await journaled.note({ done: `synced ${count(synced.count, 'order')}` })
  output.note(`Synced ${count(synced.count, 'order')} (${synced.created} new).`)
  const plan = await planOrders(context, { orderIds: synced.data.map(({ id }) => id), key: `${key}:plan` })
  await journaled.note({ done: 'planned', exportId: plan.exportId, planHash: plan.planHash })
  output.note(`Planned ${plan.exportId}: ${plan.readinessState}.`)
  const client = await context.connect()
  const found = await client.inspect({ id: plan.exportId }, { signal: terminal.signal })
  await passGate(context, found, {
    planHash: plan.planHash,
    file: policy,
    approvalKey: `${key}:approve`,
    ...(approver !== undefined && { approver }),
  }).catch((error: unknown) => {
    throw withPlan(error, found)
  })
  const execution = await executeExport(context, { found, key: `${key}:execute` })
  await journaled.note({ done: 'executed', exportId: plan.exportId, planHash: plan.planHash })
  output.note(`Executed ${plan.exportId}: customs package ${execution.customs_package_id}.`)
  const settled = await waitForHandOff(context, plan.exportId)
  const { data, ...sync } = synced
  const orders = data.map(({ id, externalId, created }) => ({ id, externalId, created }))
  await show(context, { sync: { ...sync, orders }, plan, execution, export: settled })
  return exitCodeOfSubmission(settled.broker_submission)
}

interface RunDocument {
  readonly sync: object
  readonly plan: ExportPlan
  readonly execution: ExecutedExport
  readonly export: Export
}

function approverOf({ flags }: CommandContext): Approver | undefined {
  const reason = flags.text('reason')
  const name = flags.text('actorName')
  if (reason === undefined && name === undefined) return undefined
  if (reason === undefined) throw usageError('--reason is missing: an approval says why.', '--reason')
  if (name === undefined) throw usageError('--actor-name is missing: an approval says who.', '--actor-name')
  return { type: flags.text('actorType') === 'policy' ? 'policy' : 'person', name, reason }
}

/** Whoever is refused by the gate has the plan in hand, and need not ask for it again. */
function withPlan(error: unknown, found: Export): ReportedError {
  const document = errorDocumentOf(error)
  const { missing_data, validationMessages, excluded } = found
  return new ReportedError({ ...document, data: { ...document.data, missing_data, validationMessages, excluded } })
}

async function show({ output, key }: CommandContext, document: RunDocument): Promise<void> {
  const next = nextAfterInspect(document.export)
  const { plan, export: found } = document
  await output.show(
    { data: document, next, idempotencyKey: await key() },
    {
      table: async (style) => {
        const [{ renderPlan }, { renderExport }] = await Promise.all([
          import('../render/plan.ts'),
          import('../render/export.ts'),
        ])
        const planned = renderPlan(plan, { style, next: [] })
        return `${planned}\n\n${renderExport(found, { style, next, now: Date.now() })}`
      },
      md: async () => {
        const [{ markdownPlan }, { markdownExport }] = await Promise.all([
          import('../render/markdown/plan.ts'),
          import('../render/markdown/export.ts'),
        ])
        return `${markdownPlan(plan, [])}\n${markdownExport(found, { next })}`
      },
    },
  )
}
