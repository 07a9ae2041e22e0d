import type { DifferenceCause, PlanSnapshot } from '../contract/index.ts'
import { type ChangedInputs, firstCause, inputCause, isRecordMap } from './changed-inputs.ts'
import type { FieldDifference } from './field-differences.ts'
import { memberOf, pointerNames, textOf } from './json-value.ts'

/** Where a difference goes, with its cause; null while that is to be read from the decision as a whole. */
export type Keep = (difference: FieldDifference, cause: DifferenceCause | null) => void

export interface DecisionSeen {
  /** Takes the differences beside the inputs, those of one finding in a row, and gives each on. */
  readonly see: (difference: FieldDifference) => void
  /** After the last one: the cause of a difference that was kept without one. */
  readonly end: () => CauseOf
}

export type CauseOf = (difference: FieldDifference) => DifferenceCause

/**
 * Causes of the differences between two decisions. A decision has the cause of the changed input that it is about; where
 * none of those changed, the law or its records did, or the entry date, which is the day on which the law is read. What
 * is decided on the whole plan has the first cause of the findings that changed. Of the differences themselves nothing
 * is held.
 */
export function* seeChangedDecision(
  snapshots: readonly [PlanSnapshot, PlanSnapshot],
  changed: ChangedInputs,
  keep: Keep,
): Steps<DecisionSeen> {
  const productsByOrder = yield* productsOfOrders(snapshots)
  const touched = yield* touchedOrders(changed, productsByOrder)
  const revisions = [yield* revisionsIn(snapshots[0]), yield* revisionsIn(snapshots[1])] as const
  const about: About = { changed, productsByOrder, touched, revisions }
  const findings = seeFindings(about, keep)
  const treated = new Set<DifferenceCause>()
  return {
    see(difference) {
      const { path } = difference
      if (isIn(path, 'findings')) return findings.see(difference)
      if (!isIn(path, 'treatments')) return keep(difference, path[0] === 'decision' ? null : 'rules')
      const cause = lineCause(path, about)
      treated.add(cause)
      keep(difference, cause)
    },
    end() {
      findings.end()
      const otherwise = firstCause(treated) ?? changed.cause ?? 'rules'
      return ({ path: [, name, id = ''] }) => {
        if ((name !== 'included' && name !== 'excluded') || id === '') return findings.ofWhole() ?? otherwise
        return changed.names.has(`orders/${id}`) ? 'data' : (findings.ofOrder(id) ?? otherwise)
      }
    },
  }
}

type Steps<Result> = Generator<undefined, Result>

interface About {
  readonly changed: ChangedInputs
  readonly productsByOrder: ReadonlyMap<string, ReadonlySet<string>>
  readonly touched: ReadonlySet<string>
  readonly revisions: readonly [Revisions, Revisions]
}

interface FindingsSeen {
  readonly see: (difference: FieldDifference) => void
  readonly end: () => void
  /** The first cause of the findings that decide on readiness, else of all; null when none changed. */
  readonly ofWhole: () => DifferenceCause | null
  /** The same of those about an order or about a product of it. */
  readonly ofOrder: (orderId: string) => DifferenceCause | null
}

function seeFindings(about: About, keep: Keep): FindingsSeen {
  const whole = noCauses()
  const byRecord = new Map<string, Causes>()
  let key = ''
  let ofOne: FieldDifference[] = []
  const end = (): void => {
    const isRevised = ofOne.some(({ path }) => path[5] === 'ruleRevision')
    for (const difference of ofOne) {
      const cause = isRevised ? 'rules' : findingCause(difference, about)
      const record = recordOf(difference)
      const ofRecord = byRecord.get(record) ?? noCauses()
      byRecord.set(record, ofRecord)
      for (const causes of [whole, ofRecord]) {
        causes.all.add(cause)
        if (isWeighty(difference)) causes.weighty.add(cause)
      }
      keep(difference, cause)
    }
    ofOne = []
  }
  return {
    see(difference) {
      const next = findingKey(difference.path)
      if (next !== key) end()
      key = next
      ofOne.push(difference)
    },
    end,
    ofWhole: () => firstOf([whole]),
    ofOrder(orderId) {
      const products = [...(about.productsByOrder.get(orderId) ?? [])].map((id) => `products/${id}`)
      return firstOf([`orders/${orderId}`, ...products].flatMap((record) => byRecord.get(record) ?? []))
    },
  }
}

/** Causes of findings that changed. */
interface Causes {
  readonly all: Set<DifferenceCause>
  /** Of those that decide on readiness: a block or a review. */
  readonly weighty: Set<DifferenceCause>
}

function noCauses(): Causes {
  return { all: new Set(), weighty: new Set() }
}

function firstOf(causes: readonly Causes[]): DifferenceCause | null {
  return firstCause(causes.flatMap(({ weighty }) => [...weighty])) ?? firstCause(causes.flatMap(({ all }) => [...all]))
}

/** `orders/ord_…`, `products/prod_…` or what else the finding is about. */
function recordOf({ path }: FieldDifference): string {
  return pointerNames(path[4] ?? '')
    .slice(0, 2)
    .join('/')
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
  return isRecordMap(home) ? 'rules' : (changed.cause ?? 'rules')
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
function* touchedOrders({ names }: ChangedInputs, productsByOrder: About['productsByOrder']): Steps<Set<string>> {
  const touched = new Set<string>()
  for (const [id, products] of productsByOrder) {
    yield
    if (names.has(`orders/${id}`)) touched.add(id)
    else for (const product of products) if (names.has(`products/${product}`)) touched.add(id)
  }
  return touched
}

function* productsOfOrders(snapshots: readonly PlanSnapshot[]): Steps<Map<string, Set<string>>> {
  const byOrder = new Map<string, Set<string>>()
  for (const { inputs } of snapshots) {
    for (const [id, order] of Object.entries(inputs.orders)) {
      yield
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

function* revisionsIn({ decision }: PlanSnapshot): Steps<Revisions> {
  const revisions = new Map<string, Set<string>>()
  for (const { ruleId, ruleRevision } of decision.findings) {
    yield
    const known = revisions.get(ruleId) ?? new Set<string>()
    revisions.set(ruleId, known.add(ruleRevision))
  }
  return revisions
}
