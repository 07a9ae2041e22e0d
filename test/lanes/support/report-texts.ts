import type { ReportSource } from '../../../packages/cli/src/render/html/report.ts'

/** The orders of a plan again and again under other ids. */
export function manyOrders({ plan, snapshot, next }: ReportSource, count: number): ReportSource {
  const orders: Record<string, Record<string, unknown>> = {}
  const included = plan.included_order_ids
  const all = [...included, ...plan.excluded_order_ids]
  const ids = Array.from({ length: count }, (_, index) => `${all[index % all.length]}_${index}`)
  const sourceId = (id: string): string => id.replace(/_\d+$/, '')
  for (const [index, id] of ids.entries())
    orders[id] = { ...snapshot?.inputs.orders[sourceId(id)], externalId: `MANY-${index + 1}` }
  const isIn = (id: string): boolean => included.includes(sourceId(id))
  const of = <T extends { readonly order_id?: string }>(list: readonly T[]): T[] =>
    ids.flatMap((id) =>
      list.filter(({ order_id }) => order_id === sourceId(id)).map((one) => ({ ...one, order_id: id })),
    )
  return {
    next,
    plan: {
      ...plan,
      included_order_ids: ids.filter(isIn),
      excluded_order_ids: ids.filter((id) => !isIn(id)),
      excluded: of(plan.excluded),
      treatments: of(plan.treatments),
      validationMessages: [
        ...plan.validationMessages.filter(({ order_id }) => order_id === undefined),
        ...of(plan.validationMessages),
      ],
      missing_data: plan.missing_data.map((gap) => ({
        ...gap,
        releases: ids.filter((id) => gap.releases.includes(sourceId(id))),
      })),
    },
    ...(snapshot !== undefined && { snapshot: { ...snapshot, inputs: { ...snapshot.inputs, orders } } }),
  }
}

/** The same report with other texts in place of every one that somebody outside wrote; `text` gives the next one. */
export function withTexts({ plan, snapshot, next }: ReportSource, text: () => string): ReportSource {
  const told = {
    ...plan,
    validationMessages: plan.validationMessages.map((finding) => ({
      ...finding,
      message: text(),
      citation: text(),
      fix: { ...finding.fix, field: text(), example: text() },
      ...(finding.expected !== undefined && { expected: text() }),
    })),
    export_units: plan.export_units.map((unit) => ({ ...unit, importer: text() })),
    strategy: { ...plan.strategy, reasons: [text()] },
    treatments: plan.treatments.map((line) => ({
      ...line,
      trade_actions: line.trade_actions.map((action) => ({ ...action, rate: text() })),
    })),
    ...('events' in plan && {
      approvals: plan.approvals.map((one) => ({ ...one, reason: text(), actor: { ...one.actor, name: text() } })),
      events: plan.events.map((event) => ({
        ...event,
        data: {
          ...event.data,
          ...(event.data.reason !== undefined && { reason: text(), actor: { type: 'person', name: text() } }),
          ...(event.data.filename !== undefined && { filename: text() }),
        },
      })),
    }),
  }
  const renamed = (records: Readonly<Record<string, unknown>> | undefined): Record<string, Record<string, unknown>> =>
    Object.fromEntries(
      Object.entries(records ?? {}).map(([id, record]) => [
        id,
        { ...(typeof record === 'object' ? record : {}), externalId: text(), description: text() },
      ]),
    )
  const { orders, products } = snapshot?.inputs ?? {}
  return {
    plan: told,
    next,
    ...(snapshot !== undefined && {
      snapshot: {
        ...snapshot,
        inputs: { ...snapshot.inputs, orders: renamed(orders), products: renamed(products) },
      },
    }),
  }
}
