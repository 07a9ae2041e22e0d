import type { LineTreatment, PlanSnapshot } from '@entrygo/sdk/contract'
import type { PlanBody } from '../records.ts'
import type { Steps } from '../work-in-steps.ts'
import type { DeclaredPga, FrozenPackage, PackageInvoice, PackageLine } from './frozen-package.ts'
import { lineIdAt } from './package-line.ts'
import { type Json, objectIn, objectsIn, textIn, textsIn } from './read-json.ts'

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
  const problems: string[] = []
  for (const action of treatment.trade_actions) {
    const { ruleId, status, heading } = action
    if (!line.trade_actions.includes(action)) problems.push(`the trade action of ${ruleId} is not carried`)
    if (status === 'applies' && heading !== null && !line.ch99.includes(digitsOf(heading)))
      problems.push(`heading ${heading} applies and is not carried`)
  }
  for (const agency of treatment.pga) {
    if (!line.pga.includes(agency)) problems.push(`the agency of ${agency.ruleId} is not carried`)
  }
  if (treatment.htsCode !== null && treatment.htsCode !== line.htsCode)
    problems.push('its tariff number is not that of the plan')
  if (treatment.countryOfOrigin !== null && treatment.countryOfOrigin !== line.countryOfOrigin)
    problems.push('its origin is not that of the plan')
  return problems
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
    for (const problem of lost) problems.push(`line ${lineId}: ${problem}`)
  }
  return problems
}

function factProblems(line: Json, found: PackageLine): string[] {
  const problems: string[] = []
  for (const name of ['customsQty1', 'customsQty2']) {
    const stated = textIn(line, name)
    if (stated !== null && !found.customsQuantities.some(({ quantity }) => quantity === stated))
      problems.push(`the customs quantity ${stated} is lost`)
  }
  for (const heading of textsIn(line, 'ch99Codes')) {
    if (!found.ch99.includes(digitsOf(heading))) problems.push(`the declared heading ${heading} is lost`)
  }
  return problems
}

/** Facts of the lot beat those of the product as a whole. */
function productProblems(line: Json, product: Json, found: PackageLine): string[] {
  const problems: string[] = []
  const metals = objectIn(line['metals'] === undefined ? product : line, 'metals')
  for (const [metal, fact, name] of metalFacts) {
    const stated = metal === null ? textIn(metals, fact) : textIn(objectIn(metals, metal), fact)
    if (stated !== found.metals[name]) problems.push(`the fact of metals ${name} is lost`)
  }
  const declarations = objectIn(product, 'pga')
  for (const program of Object.keys(declarations)) {
    const isSame = (agency: DeclaredPga): boolean => agency.program.toLowerCase() === program.toLowerCase()
    const agency = found.pga.findLast(isSame) ?? found.declaredPga.findLast(isSame)
    const data = objectIn(objectIn(declarations, program), 'data')
    if (agency === undefined || Object.keys(data).some((name) => !(name in agency.data)))
      problems.push(`the declaration under ${program} is lost`)
  }
  return problems
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
