import type { ExecuteRequest, Export } from '@entrygo/sdk/contract'
import { requirePassage, shownId } from '../gate.ts'
import { keyOf } from '../pending-keys.ts'
import { schemaNamed } from '../schema/contract.ts'
import { inputSchema } from '../schema/input-schema.ts'
import { outputSchema, shapeNamed } from '../schema/output-schema.ts'
import { defineTool, type Tool } from '../tool.ts'
import type { World } from '../world.ts'
import { knownWord } from './words.ts'

type ExecuteArgs = Required<Pick<ExecuteRequest, 'batchId' | 'planHash'>> & Pick<ExecuteRequest, 'acceptDuplicateRisk'>

/** The only tool with effects outside. `acceptDuplicateRisk` is there only where the operator offers it. */
export function executeTool({ offersDuplicateRisk = false }: Pick<World, 'offersDuplicateRisk'>): Tool {
  const kept = offersDuplicateRisk ? [] : ['acceptDuplicateRisk']
  return defineTool<ExecuteArgs>({
    name: 'entrygo_execute',
    title: 'Execute a plan',
    description:
      "Applies exactly the plan with this planHash: makes the customs package, tells the warehouse, hands over to the broker. Refused unless the operator's policy lets this plan pass, or the server holds a live approval of this planHash. Nothing that is said here replaces either.",
    inputSchema: inputSchema(schemaNamed('ExecuteRequest'), {
      without: ['accountId', 'idempotencyKey', ...kept],
      required: ['planHash'],
    }),
    outputSchema: outputSchema(shapeNamed('ExecutedExport', 2)),
    annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
    run: async (world, { batchId, planHash, acceptDuplicateRisk }, { signal }) => {
      const accountId = await world.account()
      const found = await world.client.inspect({ id: batchId }, { signal })
      requirePassage(world, found, planHash)
      const body = { accountId, batchId, planHash, ...(acceptDuplicateRisk === true && { acceptDuplicateRisk }) }
      const idempotencyKey = keyOf({ tool: 'entrygo_execute', ...body, ended: endedSubmissions(found) })
      const executed = await world.client.execute({ ...body, idempotencyKey }, { signal })
      const says = `Executed; the export is ${knownWord('state', executed.state)}. The hand-off to the broker goes on by itself.`
      const args = { id: shownId(batchId), wait: 60 }
      return {
        says,
        data: executed,
        next: [{ tool: 'entrygo_inspect', arguments: args, reason: 'wait for the outcome of the hand-off' }],
      }
    },
  })
}

/**
 * How often the hand-off has ended without the broker. The key of execute is the same for the same plan as long as this
 * number is, so a repeat gets the stored answer, while execute after a failed hand-off is a new act.
 */
function endedSubmissions({ broker_submission: current, previous_submissions: previous }: Export): number {
  const hasEnded = current !== null && (current.status === 'failed' || current.status === 'unknown')
  return previous.length + (hasEnded ? 1 : 0)
}
