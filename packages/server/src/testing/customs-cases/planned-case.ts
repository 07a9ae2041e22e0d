import type { LineTreatment, OrderLineInput, ProductInput, ReadinessState } from '@entrygo/sdk/contract'
import { type Planned, planExport } from '../../domain/planning/plan-export.ts'
import { type RulePack, resolveRules, rulesForGoods } from '../../domain/rules/rule-pack.ts'
import { anOrder, aParty, aWarehouse, testAsOf } from '../builders.ts'
import { plannedRequest, planningRecords } from '../planning-records.ts'
import type { Flip, ProductCase } from './product-case.ts'

/** What a plan over one order of one product says. */
export interface PlannedProduct {
  readonly readiness: ReadinessState
  /** Headings of all trade actions, those that need an answer too. */
  readonly headings: readonly string[]
  readonly treatment: LineTreatment
  /** "severity rule" of every finding. */
  readonly findings: readonly string[]
  readonly rulesLookedAt: ReadonlySet<string>
  readonly planned: Planned
}

/** Goods to plan, whatever is expected of them. */
export type CaseGoods = Pick<ProductCase, 'product' | 'line' | 'shipFrom'>

/** One order of the goods, planned on the day of the flip, else on {@link testAsOf}. */
export function planProduct(
  pack: RulePack,
  { product, line, shipFrom }: CaseGoods,
  flip?: Pick<Flip, 'product' | 'without' | 'line' | 'day'>,
): PlannedProduct {
  const day = flip?.day ?? testAsOf
  const goods = changed(product, flip)
  const records = planningRecords({
    products: [goods],
    orders: [orderOf({ ...line, ...flip?.line })],
    warehouse: aWarehouse({ address: { ...aParty({ name: 'Example Fulfilment' }), country: shipFrom } }),
  })
  const shipment = { proBill: 'EXMP0001234567', estimatedEntryDate: day }
  const planned = planExport(records, plannedRequest(records, { shipment }), { asOf: day, pack })
  const [treatment] = planned.body.treatments
  if (treatment === undefined) throw new Error('The plan has no treatment.')
  const { validationMessages, readinessState } = planned.body
  const headings = treatment.trade_actions.flatMap(({ heading }) => heading ?? [])
  return {
    readiness: readinessState,
    headings,
    treatment,
    findings: validationMessages.map(({ severity, ruleId }) => `${severity} ${ruleId}`),
    rulesLookedAt: rulesLookedAt(planned, pack, day),
    planned,
  }
}

/**
 * The rules that concern the one line of this plan: that found something, that state a treatment, that are bound to its
 * tariff number, and the invoice rules, which look at all goods.
 */
function rulesLookedAt({ body }: Planned, pack: RulePack, day: string): ReadonlySet<string> {
  const { product, line } = resolveRules(pack, day)
  const [treatment] = body.treatments
  const digits = treatment?.htsCode ?? undefined
  const bound = [...rulesForGoods(product, digits), ...rulesForGoods(line, digits)].filter(
    ({ rule }) => rule.htsPrefixes !== undefined || rule.group === 'INV',
  )
  return new Set([
    ...body.validationMessages.map(({ ruleId }) => ruleId),
    ...[...(treatment?.trade_actions ?? []), ...(treatment?.pga ?? [])].map(({ ruleId }) => ruleId),
    ...bound.map(({ rule }) => rule.id),
  ])
}

function changed(product: ProductInput, flip: Pick<Flip, 'product' | 'without'> | undefined): ProductInput {
  const goods = { ...product, ...flip?.product }
  for (const name of flip?.without ?? []) if (name !== 'externalId') delete goods[name]
  return goods
}

function orderOf(line: Omit<OrderLineInput, 'productId'>): ReturnType<typeof anOrder> {
  const { quantity, netWeightKg, grossWeightKg } = line
  const carton = {
    id: 'CTN-1',
    type: 'carton',
    marks: 'EX 1/1',
    ispm15: true,
    contents: [{ lineId: '1', quantity }],
    ...(netWeightKg === undefined ? {} : { netKg: netWeightKg }),
    ...(grossWeightKg === undefined ? {} : { grossKg: grossWeightKg }),
  }
  return anOrder('prod_1', { items: [{ productId: 'prod_1', lineId: '1', ...line }], packages: [carton] })
}
