import type { DifferenceCause, PlanSnapshot } from '../contract/index.ts'
import type { FieldDifference } from './field-differences.ts'
import { memberOf, pointerNames, textOf } from './json-value.ts'

/** Tells where each difference of two plans comes from. */
export type CauseOf = (difference: FieldDifference) => DifferenceCause

/** Among several causes of one field the first of these is named; the order of the contract. */
const causeOrder: readonly DifferenceCause[] = ['data', 'rules', 'warehouse', 'broker', 'profile', 'shipment']

/**
 * Causes of the differences between two snapshots. A changed input is its own cause. A decision has the cause of the
 * changed input that it is about; where none of those changed, the law or its records did, or the entry date, which is the
 * day on which the law is read. What is decided on the whole plan has the first cause of the findings that changed.
 */
export function causesBetween(
  before: PlanSnapshot,
  after: PlanSnapshot,
  differences: readonly FieldDifference[],
): CauseOf {
  const changed = changedInputs(differences)
  const productsByOrder = productsOfOrders([before, after])
  const revisions = [revisionsIn(before), revisionsIn(after)] as const
  const about: About = { changed, productsByOrder, touched: touchedOrders(changed, productsByOrder), revisions }
  const findings = changedFindings(differences, about)
  const treated = differences.filter(({ path }) => isIn(path, 'treatments')).map(({ path }) => lineCause(path, about))
  const otherwise = first(treated) ?? first(changed.causes) ?? 'rules'
  const whole = (kept: readonly ChangedFinding[]): DifferenceCause => {
    const weighty = kept.filter(({ weighs }) => weighs)
    const causes = (weighty.length > 0 ? weighty : kept).map(({ cause }) => cause)
    return first(causes) ?? otherwise
  }
  const ofWhole = whole(findings.all)
  return (difference) => {
    const { path } = difference
    const [part, name = '', id = ''] = path
    if (part === 'inputs') return inputCause(name)
    if (part !== 'decision') return 'rules'
    if (name === 'findings' && path.length > 2) return findings.of.get(findingKey(path)) ?? 'rules'
    if (name === 'treatments' && path.length > 2) return lineCause(path, about)
    if ((name === 'included' || name === 'excluded') && id !== '') {
      if (changed.names.has(`orders/${id}`)) return 'data'
      return whole(findings.ofOrder(id))
    }
    return ofWhole
  }
}

interface About {
  readonly changed: ChangedInputs
  readonly productsByOrder: ReadonlyMap<string, ReadonlySet<string>>
  readonly touched: ReadonlySet<string>
  readonly revisions: readonly [Revisions, Revisions]
}

interface ChangedInputs {
  /** `orders/ord_…`, `products/prod_…`, and the names of the other inputs. */
  readonly names: ReadonlySet<string>
  readonly causes: ReadonlySet<DifferenceCause>
  /** In more than the entry date, which decides on the day of the law and so is a matter of the rules. */
  readonly isShipmentChanged: boolean
}

function changedInputs(differences: readonly FieldDifference[]): ChangedInputs {
  const inputs = differences.filter(({ path }) => path[0] === 'inputs').map(({ path }) => path.slice(1))
  return {
    names: new Set(inputs.map(([name = '', id]) => (isRecordMap(name) && id !== undefined ? `${name}/${id}` : name))),
    causes: new Set(inputs.map(([name = '']) => inputCause(name))),
    isShipmentChanged: inputs.some(([name, field]) => name === 'shipment' && field !== 'estimatedEntryDate'),
  }
}

function inputCause(name: string): DifferenceCause {
  return name === 'warehouse' || name === 'broker' || name === 'profile' || name === 'shipment' ? name : 'data'
}

function isRecordMap(name: string): boolean {
  return name === 'orders' || name === 'products'
}

interface ChangedFinding {
  readonly cause: DifferenceCause
  /** It decides on readiness: a block or a review. */
  readonly weighs: boolean
}

interface ChangedFindings {
  readonly all: readonly ChangedFinding[]
  readonly of: ReadonlyMap<string, DifferenceCause>
  /** Those about an order or about a product of it. */
  readonly ofOrder: (orderId: string) => readonly ChangedFinding[]
}

function changedFindings(differences: readonly FieldDifference[], about: About): ChangedFindings {
  const of = new Map<string, DifferenceCause>()
  const all: ChangedFinding[] = []
  const byRecord = new Map<string, ChangedFinding[]>()
  const changed = differences.filter(({ path }) => isIn(path, 'findings'))
  const revised = new Set(changed.filter(({ path }) => path[5] === 'ruleRevision').map(({ path }) => findingKey(path)))
  for (const difference of changed) {
    const key = findingKey(difference.path)
    const cause = revised.has(key) ? 'rules' : findingCause(difference, about)
    const finding = { cause, weighs: isWeighty(difference) }
    of.set(key, cause)
    all.push(finding)
    const record = pointerNames(difference.path[4] ?? '')
      .slice(0, 2)
      .join('/')
    const others = byRecord.get(record)
    if (others === undefined) byRecord.set(record, [finding])
    else others.push(finding)
  }
  const ofOrder = (orderId: string): readonly ChangedFinding[] => {
    const products = [...(about.productsByOrder.get(orderId) ?? [])].map((id) => `products/${id}`)
    return [`orders/${orderId}`, ...products].flatMap((record) => byRecord.get(record) ?? [])
  }
  return { all, of, ofOrder }
}

function isWeighty({ before, after }: FieldDifference): boolean {
  return [before, after].some((side) => {
    const severity = typeof side === 'string' ? side : memberOf(side, 'severity')
    return severity === 'BLOCK' || severity === 'REVIEW'
  })
}

/** The names down to the finding: rule, code and pointer, and not the field of it. */
function findingKey(path: readonly string[]): string {
  return path.slice(2, 5).join('\n')
}

function isIn(path: readonly string[], list: string): boolean {
  return path[0] === 'decision' && path[1] === list && path.length > 2
}

function findingCause({ path, before, after }: FieldDifference, about: About): DifferenceCause {
  const [, , ruleId = '', , pointer = ''] = path
  const { changed, revisions } = about
  const [home = '', id = ''] = pointerNames(pointer)
  const related = relatedCause(home, id, about)
  if (related !== null) return related
  const [old, next] = revisions
  const missing = after === undefined ? next : old
  const revision = textOf(memberOf(after ?? before, 'ruleRevision'))
  const others = missing.get(ruleId)
  if (others !== undefined && revision !== '' && !others.has(revision)) return 'rules'
  // What is said of the shipment as a whole looks at all that it is made of.
  return isRecordMap(home) ? 'rules' : (first(changed.causes) ?? 'rules')
}

/** The cause of what changed in the record that a finding is about, and in what belongs to it. */
function relatedCause(home: string, id: string, about: About): DifferenceCause | null {
  const { names, isShipmentChanged } = about.changed
  if (isRecordMap(home)) {
    if (names.has(`${home}/${id}`)) return 'data'
    if (home === 'orders' && about.touched.has(id)) return 'data'
    // An order takes from the profile what it does not say itself.
    if (home === 'orders' && names.has('profile')) return 'profile'
    return isShipmentChanged ? 'shipment' : null
  }
  return names.has(home) ? inputCause(home) : null
}

function lineCause(path: readonly string[], about: About): DifferenceCause {
  const [, , orderId = ''] = path
  if (about.touched.has(orderId)) return 'data'
  return about.changed.isShipmentChanged ? 'shipment' : 'rules'
}

/** Orders that changed, or a product of theirs. */
function touchedOrders({ names }: ChangedInputs, productsByOrder: About['productsByOrder']): Set<string> {
  const touched = new Set<string>()
  for (const [id, products] of productsByOrder) {
    if (names.has(`orders/${id}`)) touched.add(id)
    else for (const product of products) if (names.has(`products/${product}`)) touched.add(id)
  }
  return touched
}

function productsOfOrders(snapshots: readonly PlanSnapshot[]): Map<string, Set<string>> {
  const byOrder = new Map<string, Set<string>>()
  for (const { inputs } of snapshots) {
    for (const [id, order] of Object.entries(inputs.orders)) {
      const products = byOrder.get(id) ?? new Set<string>()
      byOrder.set(id, products)
      const items = memberOf(order, 'items')
      for (const item of Array.isArray(items) ? items : []) products.add(textOf(memberOf(item, 'productId')))
    }
  }
  return byOrder
}

/** Which revisions of each rule found something. */
type Revisions = ReadonlyMap<string, ReadonlySet<string>>

function revisionsIn({ decision }: PlanSnapshot): Revisions {
  const revisions = new Map<string, Set<string>>()
  for (const { ruleId, ruleRevision } of decision.findings) {
    const known = revisions.get(ruleId) ?? new Set<string>()
    revisions.set(ruleId, known.add(ruleRevision))
  }
  return revisions
}

function first(causes: Iterable<DifferenceCause>): DifferenceCause | null {
  const known = new Set(causes)
  return causeOrder.find((cause) => known.has(cause)) ?? null
}
