import { exportFacts } from './export-facts.ts'
import {
  type LinePosition,
  lineFacts,
  lotFacts,
  orderFacts,
  type ProductFacts,
  productFacts,
  statesLotFacts,
} from './facts.ts'
import {
  compareFindings,
  compareText,
  distinctFindings,
  type Finding,
  type FindingOwner,
  findingIdentity,
  findingOf,
} from './findings.ts'
import type { PlanInputs, PlannedOrder, PlannedProduct } from './plan-inputs.ts'
import type { Detection } from './predicate.ts'
import type { Rule } from './rule.ts'
import { type BoundRuleOf, type ResolvedRules, rulesForGoods } from './rule-pack.ts'

/** What the product, line and order rules found on one order; product and profile findings are shared objects. */
export interface OrderEvaluation {
  readonly orderId: string
  /** Sorted by `compareFindings`; each once. */
  readonly findings: readonly Finding[]
  /** Of each line, by position; lines of one product share theirs. */
  readonly goods: readonly ProductFacts[]
}

/**
 * Evaluates every order of `inputs` against the product, line and order rules; sorted by order id. Linear in lines:
 * a product is evaluated once, and again only for a line that states facts of its own lot. A finding about a product
 * or the profile is one object in all the orders that it concerns.
 */
export function evaluateOrders(inputs: PlanInputs, rules: ResolvedRules): OrderEvaluation[] {
  return [...evaluateInTurn(inputs, rules)]
}

/** The same, one order a step. */
export function* evaluateInTurn(inputs: PlanInputs, rules: ResolvedRules): Generator<OrderEvaluation> {
  const run: Run = { inputs, rules, products: new Map(), shared: new Map() }
  for (const orderId of Object.keys(inputs.orders).sort(compareText)) {
    const order = inputs.orders[orderId]
    if (order !== undefined) yield evaluateOrder(run, orderId, order)
  }
}

/** What the product rules find on one product by itself, before any order exists. */
export interface ProductEvaluation {
  readonly goods: ProductFacts
  /** Sorted by `compareFindings`. */
  readonly findings: readonly Finding[]
}

/**
 * Evaluates one product against the product rules alone; rules about lines, orders and exports are not run, so that a
 * product without findings may still need answers in an order. `productId` stands in the pointers.
 */
export function evaluateProduct(rules: ResolvedRules, productId: string, product: PlannedProduct): ProductEvaluation {
  const goods = productFacts(rules.law, productId, product)
  const findings = productDetections(rules, goods).map(({ rule, detection }) =>
    findingOf(rule, detection, { productId }),
  )
  return { goods, findings: findings.sort(compareFindings) }
}

/**
 * Evaluates the export rules (shipment value, importer, bond, port, entry type) on the orders that stay included, as
 * `evaluateOrders` gave them for the same inputs and rules.
 */
export function evaluateExport(
  inputs: PlanInputs,
  included: readonly Pick<OrderEvaluation, 'orderId' | 'goods'>[],
  rules: ResolvedRules,
): Finding[] {
  const facts = exportFacts(inputs, included, rules.law)
  return rules.export
    .flatMap(({ rule, detect }) =>
      detect(facts).map((detection) => findingOf(rule, detection, productOwner(detection))),
    )
    .sort(compareFindings)
}

interface Run {
  readonly inputs: PlanInputs
  readonly rules: ResolvedRules
  readonly products: Map<string, EvaluatedProduct>
  /** Findings that stand for more than one order, by rule, and then by what was detected. */
  readonly shared: Map<Rule, Map<string, Finding>>
}

interface EvaluatedProduct {
  readonly facts: ProductFacts
  readonly findings: readonly Finding[]
  readonly lineRules: readonly BoundRuleOf<'line'>[]
}

function evaluateOrder(run: Run, orderId: string, order: PlannedOrder): OrderEvaluation {
  const found: Finding[] = []
  const facts = orderFacts(orderId, order, { profile: run.inputs.profile, law: run.rules.law })
  for (const { rule, detect } of run.rules.order) {
    for (const detection of detect(facts)) addFinding(run, found, { rule, detection, owner: { orderId } })
  }
  const goods: ProductFacts[] = []
  for (const [index, line] of order.items.entries()) {
    goods.push(evaluateLine(run, { orderId, index, line }, { found, goods }))
  }
  // What was found on a product is found on its lots again.
  const hasLots = goods.some(({ lot }) => lot !== null)
  return { orderId, findings: hasLots ? distinctFindings([found]) : found.sort(compareFindings), goods }
}

/** What was found on the order so far, and the goods of the lines before. */
interface SoFar {
  readonly found: Finding[]
  readonly goods: readonly ProductFacts[]
}

/** The goods of the line; what is found on them goes to `found`, and what is found on a product goes there once. */
function evaluateLine(run: Run, position: LinePosition, { found, goods }: SoFar): ProductFacts {
  const { orderId, line } = position
  const plain = evaluatedProduct(run, line.productId)
  const isLot = statesLotFacts(line)
  const product = isLot ? lotFacts(plain.facts, position) : plain.facts
  const facts = lineFacts(position, product)
  if (isLot) found.push(...lotFindings(run, plain, { product, lineId: facts.lineId }))
  else if (!goods.includes(product)) found.push(...plain.findings)
  for (const { rule, detect } of plain.lineRules) {
    for (const detection of detect(facts)) {
      const owner = { orderId, lineId: facts.lineId, productId: line.productId }
      addFinding(run, found, { rule, detection, owner })
    }
  }
  return product
}

function evaluatedProduct(run: Run, productId: string): EvaluatedProduct {
  const known = run.products.get(productId)
  if (known !== undefined) return known
  const product = run.inputs.products[productId]
  if (product === undefined) throw new Error(`The planning inputs lack product ${productId}.`)
  const { goods: facts, findings } = evaluateProduct(run.rules, productId, product)
  const lineRules = rulesForGoods(run.rules.line, product.htsCode)
  const evaluated = { facts, findings, lineRules }
  run.products.set(productId, evaluated)
  return evaluated
}

/** What the lot's facts leave as it is on the product is the product's finding; the rest is the line's own. */
function lotFindings(run: Run, plain: EvaluatedProduct, lot: { product: ProductFacts; lineId: string }): Finding[] {
  const { productId } = plain.facts
  const ofProduct = new Map(plain.findings.map((finding) => [findingIdentity(finding), finding]))
  const orderId = lot.product.lot?.orderId ?? ''
  return productDetections(run.rules, lot.product).map(({ rule, detection }) => {
    const asProduct = findingOf(rule, detection, { productId })
    const known = ofProduct.get(findingIdentity(asProduct))
    return known ?? findingOf(rule, detection, { orderId, lineId: lot.lineId, productId })
  })
}

function productDetections(rules: ResolvedRules, facts: ProductFacts): { rule: Rule; detection: Detection }[] {
  const found: { rule: Rule; detection: Detection }[] = []
  const detectAll = (bounds: readonly BoundRuleOf<'product'>[]): void => {
    for (const { rule, detect } of bounds) for (const detection of detect(facts)) found.push({ rule, detection })
  }
  detectAll(rulesForGoods(rules.product, facts.product.htsCode))
  for (const { treatment } of facts.treatment().pga)
    detectAll(rules.product.byProgram.get(treatment.program) ?? noRules)
  return found
}

interface Detected {
  readonly rule: Rule
  readonly detection: Detection
  readonly owner: FindingOwner
}

/** A detection of an order or line rule about a product or profile fact is one finding for all orders, and once in each. */
function addFinding(run: Run, found: Finding[], detected: Detected): void {
  const { rule, detection, owner } = detected
  const { home } = detection.place
  if (home === 'line' || home === 'order') found.push(findingOf(rule, detection, owner))
  else {
    const finding = sharedFinding(run, rule, detection)
    if (!found.includes(finding)) found.push(finding)
  }
}

function sharedFinding(run: Run, rule: Rule, detection: Detection): Finding {
  const { code, place, values } = detection
  const ofRule = run.shared.get(rule) ?? new Map<string, Finding>()
  run.shared.set(rule, ofRule)
  const identity = `${code} ${place.pointer} ${Object.values(values ?? {}).join(' ')}`
  const known = ofRule.get(identity)
  if (known !== undefined) return known
  const finding = findingOf(rule, detection, productOwner(detection))
  ofRule.set(identity, finding)
  return finding
}

function productOwner({ place }: Detection): FindingOwner {
  return place.productId === undefined ? {} : { productId: place.productId }
}

const noRules: readonly BoundRuleOf<'product'>[] = []
