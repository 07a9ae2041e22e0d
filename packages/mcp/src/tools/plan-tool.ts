import type { PlanRequest } from '@entrygo/sdk/contract'
import { Refusal } from '../answers/refusal.ts'
import { gateOf } from '../gate.ts'
import { schemaNamed } from '../schema/contract.ts'
import { inputSchema } from '../schema/input-schema.ts'
import { gateShape, outputSchema, shapeNamed } from '../schema/output-schema.ts'
import { defineTool, type Tool } from '../tool.ts'
import { stepsAfterPlan } from './next-steps.ts'
import type { Given } from './sync-tools.ts'
import { knownWord } from './words.ts'

type PlanArgs = Omit<Given<PlanRequest>, 'warehouseId' | 'brokerId' | 'includeSnapshot'> &
  Partial<Pick<PlanRequest, 'warehouseId' | 'brokerId'>>

const name = 'entrygo_plan'

export const planTool: Tool = defineTool<PlanArgs>({
  name,
  title: 'Plan an export',
  description:
    'Decides what happens if these orders go to the United States: readinessState, findings, treatments, planHash. Has no effect outside. Give batchId to plan an export again; without it this is a new export. warehouseId and brokerId may be left out where the operator has set them.',
  inputSchema: inputSchema(schemaNamed('PlanRequest'), {
    without: ['accountId', 'idempotencyKey', 'includeSnapshot'],
    optional: ['warehouseId', 'brokerId'],
  }),
  outputSchema: outputSchema(shapeNamed('ExportPlan', 2), gateShape),
  // Planning an export again ends its approval, so it is not merely additive.
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: false },
  run: async (world, args, { signal }) => {
    const accountId = await world.account()
    const warehouseId = args.warehouseId ?? required('warehouseId', world.warehouseId)
    const brokerId = args.brokerId ?? required('brokerId', world.brokerId)
    const plan = await world.keys.run({ tool: name, args }, (idempotencyKey) =>
      world.client.exports.plan({ ...args, warehouseId, brokerId, accountId, idempotencyKey }, { signal }),
    )
    const gate = gateOf(world, plan)
    const { included_order_ids: included, excluded_order_ids: excluded, validationMessages } = plan
    const says = `${knownWord('readiness', plan.readinessState)}: ${included.length} orders in, ${excluded.length} out, ${validationMessages.length} findings.`
    return { says, data: plan, gate, next: stepsAfterPlan(plan, gate) }
  },
})

function required(field: string, value: string | undefined): string {
  if (value !== undefined) return value
  throw new Refusal('INVALID_ARGUMENTS', `${field} is missing, and the operator has set none: give it.`, { field })
}
