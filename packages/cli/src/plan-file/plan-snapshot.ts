import type { Export, ExportPlan, PlanSnapshot } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'

/** Of more orders than this nobody reads names, and the snapshot would be long. */
const namedOrders = 2000
const patienceMs = 5000

/**
 * What planning saw, for people: the caller's own names and the value of each line. Undefined where it is not stored, too
 * long, or does not come: the plan says the same without it.
 */
export async function snapshotForPeople(
  context: CommandContext,
  plan: (ExportPlan | Export) & { readonly snapshot?: PlanSnapshot },
): Promise<PlanSnapshot | undefined> {
  const { output, terminal } = context
  const { snapshot, status, exportId: id, planHash, included_order_ids: included, excluded_order_ids: excluded } = plan
  if (snapshot !== undefined) return snapshot
  if (status === 'dry_run' || included.length + excluded.length > namedOrders) return undefined
  output.progress('reading names and values')
  const client = await context.connect()
  const signal = AbortSignal.any([terminal.signal, AbortSignal.timeout(patienceMs)])
  const answer = await client.exports.getPlan.safe({ id, planHash }, { signal })
  return answer.ok ? answer.data : undefined
}
