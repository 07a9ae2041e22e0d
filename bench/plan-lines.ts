import { performance } from 'node:perf_hooks'
import type { ProductInput } from '@entrygo/sdk/contract'
import { planExport } from '../packages/server/src/domain/planning/plan-export.ts'
import { planInputs } from '../packages/server/src/domain/planning/snapshot.ts'
import type { PlannedRequest, PlanningRecords } from '../packages/server/src/domain/records.ts'
import { evaluateOrders } from '../packages/server/src/domain/rules/evaluate.ts'
import { type RulePack, resolveRules } from '../packages/server/src/domain/rules/rule-pack.ts'
import { loadRulePack } from '../packages/server/src/rule-pack-files.ts'
import { aLine, anOrder, aProduct, testAsOf } from '../packages/server/src/testing/builders.ts'
import { plannedRequest, planningRecords } from '../packages/server/src/testing/planning-records.ts'
import { median, type Row } from './support.ts'

const linesPerOrder = 5
const distinctProducts = 2_000

/** The rules and the treatments of many different goods, and the whole plan over them, as pure functions on one core. */
export function bench(): Row[] {
  const pack = loadRulePack()
  const products = catalogue(pack)
  const small = measure(pack, products, { lines: 10_000, rounds: 9 })
  const middle = measure(pack, products, { lines: 50_000, rounds: 3 })
  const large = measure(pack, products, { lines: 200_000, rounds: 3 })
  return [
    {
      what: 'rules and treatments of 10,000 lines of 2,000 products',
      measured: `${small.rules.toFixed(0)} ms`,
      beside: `the whole plan, hash included: ${small.plan.toFixed(0)} ms`,
      goal: '≤ 250 ms',
      isMet: small.rules <= 250,
    },
    growth('rules and treatments of 50,000 lines', middle.rules, { peer: small.rules, factor: 5 }),
    growth('rules and treatments of 200,000 lines', large.rules, { peer: small.rules, factor: 20 }),
    growth('the whole plan of 50,000 lines', middle.plan, { peer: small.plan, factor: 5 }),
    growth('the whole plan of 200,000 lines', large.plan, { peer: small.plan, factor: 20 }),
  ]
}

/** Linear cost gives the factor itself; a fifth more is allowed for the caches and for garbage collection. */
function growth(what: string, took: number, { peer, factor }: { peer: number; factor: number }): Row {
  const ratio = took / peer
  return {
    what,
    measured: `${took.toFixed(0)} ms (${ratio.toFixed(1)} ×)`,
    beside: `10,000 lines: ${peer.toFixed(0)} ms`,
    goal: `≤ ${(factor * 1.2).toFixed(0)} ×`,
    isMet: ratio <= factor * 1.2,
  }
}

interface Times {
  readonly rules: number
  readonly plan: number
}

function measure(
  pack: RulePack,
  products: readonly ProductInput[],
  { lines, rounds }: { lines: number; rounds: number },
): Times {
  const records = shipmentOf(products, lines)
  const request = plannedRequest(records)
  const inputs = planInputs(records, request)
  const rules = (): number => timed(() => evaluated(pack, inputs))
  const plan = (): number => timed(() => planned(pack, records, request))
  rules()
  plan()
  const times = Array.from({ length: rounds }, () => ({ rules: rules(), plan: plan() }))
  return { rules: median(times.map((time) => time.rules)), plan: median(times.map((time) => time.plan)) }
}

function evaluated(pack: RulePack, inputs: ReturnType<typeof planInputs>): void {
  for (const { goods } of evaluateOrders(inputs, resolveRules(pack, testAsOf))) {
    for (const facts of goods) facts.treatment()
  }
}

function planned(pack: RulePack, records: PlanningRecords, request: PlannedRequest): void {
  planExport(records, request, { asOf: testAsOf, pack })
}

function timed(work: () => void): number {
  const started = performance.now()
  work()
  return performance.now() - started
}

/** Goods from all over the tariff and of many countries, with the facts that most owners give. */
function catalogue({ reference: { tariff } }: RulePack): ProductInput[] {
  const origins = ['CN', 'CA', 'MX', 'VN', 'DE', 'GB', 'US', 'TW', 'BR', 'JP']
  return Array.from({ length: distinctProducts }, (_, index) => {
    const code = tariff.codes[Math.floor((index * 19_000) / distinctProducts)] ?? 0
    const countryOfOrigin = origins[index % origins.length] ?? 'CA'
    const { preference, ...product } = aProduct({
      externalId: `P-${index}`,
      htsCode: String(code).padStart(10, '0'),
      countryOfOrigin,
    })
    const isClaimed = preference !== undefined && ['CA', 'MX'].includes(countryOfOrigin)
    return isClaimed ? { ...product, preference } : product
  })
}

function shipmentOf(products: readonly ProductInput[], lines: number): PlanningRecords {
  const orders = Array.from({ length: lines / linesPerOrder }, (_, order) => {
    const items = Array.from({ length: linesPerOrder }, (__, line) =>
      aLine(`prod_${((order * linesPerOrder + line) % products.length) + 1}`, { lineId: String(line + 1) }),
    )
    return anOrder('', { externalId: `O-${order}`, items })
  })
  return planningRecords({ products, orders })
}
