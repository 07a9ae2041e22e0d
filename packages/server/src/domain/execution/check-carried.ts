import type { LineTreatment, PlanSnapshot } from '@entrygo/sdk/contract'
import type { PlanBody } from '../records.ts'
import type { FrozenPackage, PackageInvoice, PackageLine } from './frozen-package.ts'
import { lineIdAt } from './package-line.ts'
import { type Json, objectIn, objectsIn, textIn, textsIn } from './read-json.ts'
import type { Steps } from './steps.ts'

/**
 * What of the plan is not in the package, one sentence each: a line of an included order, a trade action or agency of its
 * treatment, a chapter 99 heading that applies or that the owner declares, a declaration to an agency, a fact of metals,
 * a quantity that the owner states in units of the tariff.
 */
export function* carriedProblemSteps(frozen: FrozenPackage, plan: CarriedPlan): Steps<string[]> {
  const invoices = new Map(frozen.invoices.map((invoice) => [invoice.orderId, invoice]))
  const included = new Set(plan.body.included_order_ids)
  const problems = frozen.invoices
    .filter(({ orderId }) => !included.has(orderId))
    .map(({ orderId }) => `order ${orderId} is not included and has an invoice`)
  for (const orderId of included) {
    const invoice = invoices.get(orderId)
    if (invoice === undefined) problems.push(`order ${orderId} is included and has no invoice`)
    else problems.push(...orderProblems(invoice, plan).map((problem) => `order ${orderId}: ${problem}`))
    yield
  }
  const lines = new Map(frozen.invoices.map(({ orderId, lines: carried }) => [orderId, linesById(carried)]))
  for (const treatment of plan.body.treatments.filter(({ order_id }) => included.has(order_id))) {
    const line = lines.get(treatment.order_id)?.get(treatment.line_id)
    for (const problem of treatmentProblems(treatment, line)) {
      problems.push(`order ${treatment.order_id}: line ${treatment.line_id}: ${problem}`)
    }
  }
  return problems
}

export interface CarriedPlan {
  readonly snapshot: PlanSnapshot
  readonly body: Pick<PlanBody, 'treatments' | 'included_order_ids'>
}

function linesById(lines: readonly PackageLine[]): ReadonlyMap<string, PackageLine> {
  return new Map(lines.map((line) => [line.lineId, line]))
}

function treatmentProblems(treatment: LineTreatment, line: PackageLine | undefined): string[] {
  if (line === undefined) return ['its treatment is not carried, since the line is not there']
  const lost = treatment.trade_actions.filter((action) => !line.trade_actions.includes(action))
  const lostPga = treatment.pga.filter((agency) => !line.pga.includes(agency))
  const lostHeadings = treatment.trade_actions.flatMap(({ status, heading }) =>
    status === 'applies' && heading !== null && !line.ch99.includes(digitsOf(heading)) ? [heading] : [],
  )
  return [
    ...lost.map(({ ruleId }) => `the trade action of ${ruleId} is not carried`),
    ...lostPga.map(({ ruleId }) => `the agency of ${ruleId} is not carried`),
    ...lostHeadings.map((heading) => `heading ${heading} applies and is not carried`),
    ...(treatment.htsCode === null || treatment.htsCode === line.htsCode
      ? []
      : ['its tariff number is not that of the plan']),
    ...(treatment.countryOfOrigin === null || treatment.countryOfOrigin === line.countryOfOrigin
      ? []
      : ['its origin is not that of the plan']),
  ]
}

function orderProblems(invoice: PackageInvoice, { snapshot }: CarriedPlan): string[] {
  const { orders, products } = snapshot.inputs
  const planned = objectsIn(orders[invoice.orderId] ?? {}, 'items')
  const carried = linesById(invoice.lines)
  const problems = planned.length === invoice.lines.length ? [] : ['it has not as many lines as were planned']
  for (const [index, line] of planned.entries()) {
    const lineId = lineIdAt(line, index)
    const found = carried.get(lineId)
    const product: Json = products[textIn(line, 'productId') ?? ''] ?? {}
    const lost =
      found === undefined
        ? ['it is not there']
        : [...factProblems(line, found), ...productProblems(line, product, found)]
    problems.push(...lost.map((problem) => `line ${lineId}: ${problem}`))
  }
  return problems
}

function factProblems(line: Json, found: PackageLine): string[] {
  const stated = ['customsQty1', 'customsQty2'].flatMap((name) => textIn(line, name) ?? [])
  const quantities = found.customsQuantities.map(({ quantity }) => quantity)
  return [
    ...stated
      .filter((quantity) => !quantities.includes(quantity))
      .map((quantity) => `the customs quantity ${quantity} is lost`),
    ...textsIn(line, 'ch99Codes')
      .filter((heading) => !found.ch99.includes(digitsOf(heading)))
      .map((heading) => `the declared heading ${heading} is lost`),
  ]
}

/** Facts of the lot beat those of the product as a whole. */
function productProblems(line: Json, product: Json, found: PackageLine): string[] {
  const metals = objectIn(line['metals'] === undefined ? product : line, 'metals')
  const lostMetals = metalFacts.filter(([metal, fact, name]) => {
    return (metal === null ? textIn(metals, fact) : textIn(objectIn(metals, metal), fact)) !== found.metals[name]
  })
  const carried = new Map([...found.declaredPga, ...found.pga].map((agency) => [agency.program.toLowerCase(), agency]))
  const declarations = objectIn(product, 'pga')
  const lostPrograms = Object.keys(declarations).filter((program) => {
    const agency = carried.get(program.toLowerCase())
    const declared = objectIn(declarations, program)
    return agency === undefined || Object.keys(objectIn(declared, 'data')).some((name) => !(name in agency.data))
  })
  return [
    ...lostMetals.map(([, , name]) => `the fact of metals ${name} is lost`),
    ...lostPrograms.map((program) => `the declaration under ${program} is lost`),
  ]
}

const metalFacts = [
  ['steel', 'meltPour', 'steelMeltPour'],
  ['aluminum', 'primarySmelt', 'aluminumPrimarySmelt'],
  ['aluminum', 'secondarySmelt', 'aluminumSecondarySmelt'],
  ['aluminum', 'cast', 'aluminumCast'],
  ['copper', 'smelt', 'copperSmelt'],
  ['copper', 'cast', 'copperCast'],
  [null, 'evidence', 'evidence'],
] as const

function digitsOf(heading: string): string {
  return heading.replace(/\D/g, '')
}
