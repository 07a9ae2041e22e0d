import { comparePlans } from '@entrygo/sdk'
import type { PlanDiff } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'
import { usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { type PlanSide, readPlanSide } from '../input/plan-side.ts'

/** The document of the contract, with the export of the plan before where that is another one. */
export interface ShownDiff extends PlanDiff {
  readonly againstExportId: string
}

/** `entrygo plan diff`: exits 0 whatever is different; `differences` says how much. */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, output } = context
  const asOf = flags.text('asOf')
  const [first, second] = [flags.argument(0), flags.argument(1)]
  if (first === undefined || (second === undefined) === (asOf === undefined)) {
    throw usageError('Name two plans, or one and --as-of with the day of the law to compare it with.', 'before')
  }
  const before = await readPlanSide(context, first)
  const after = second === undefined ? await planAt(context, before, asOf ?? '') : await readPlanSide(context, second)
  const { readiness, differences } = comparePlans(before.snapshot, after.snapshot)
  const diff: ShownDiff = {
    exportId: after.exportId,
    planHash: after.planHash,
    against: before.planHash,
    againstExportId: before.exportId,
    readiness,
    differences: [...differences],
    truncated: 0,
  }
  await output.show({ data: diff }, async (style) => {
    const { renderDiff } = await import('../render/plan-diff.ts')
    return renderDiff(diff, { style, before: before.name, after: after.name })
  })
  return 0
}

/** The same orders through the same warehouse and broker under the law of that day, as a dry run. */
async function planAt(context: CommandContext, side: PlanSide, asOf: string): Promise<PlanSide> {
  const client = await context.connect()
  const settings = await context.settings()
  const { signal } = context.terminal
  const { snapshot } = side
  const { warehouseId, brokerId } = await placesOf(side, (id) => client.inspect({ id }, { signal }))
  const { shipment } = snapshot.inputs
  const plan = await client.plan(
    {
      accountId: await settings.need('accountId'),
      warehouseId,
      brokerId,
      orderIds: Object.keys(snapshot.inputs.orders),
      dryRun: true,
      includeSnapshot: true,
      asOf,
      // The law is read at the entry date where one is given, so that one has to move.
      shipment: { ...shipment, ...(shipment['estimatedEntryDate'] !== undefined && { estimatedEntryDate: asOf }) },
      idempotencyKey: context.dryKey(),
    },
    { signal },
  )
  if (plan.snapshot === undefined)
    throw new Error('The server answered a plan without the snapshot that was asked for.')
  const { exportId, planHash } = plan
  return { name: `the same orders as of ${asOf}`, exportId, planHash, snapshot: plan.snapshot }
}

type Places = Required<Pick<PlanSide, 'warehouseId' | 'brokerId'>>

async function placesOf(side: PlanSide, inspect: (exportId: string) => Promise<Places>): Promise<Places> {
  const { warehouseId, brokerId } = side
  return warehouseId === undefined || brokerId === undefined ? inspect(side.exportId) : { warehouseId, brokerId }
}
