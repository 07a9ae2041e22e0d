import { isRecord, isSame, type JsonRecord, memberOf, pointerTo, textOf } from './json-value.ts'

/** One field that differs; a side that does not have it has no member. */
export interface FieldDifference {
  /** Names from the snapshot down; records of lists by what identifies them. */
  readonly path: readonly string[]
  readonly before?: unknown
  readonly after?: unknown
}

/**
 * Every field in which two JSON values differ, one a step, and none when they are equal; a step may find nothing and
 * gives `undefined`. What only one side has is one difference, whole. Lists of records that have an identity in a plan
 * are compared as maps by it, other lists by position.
 */
export function fieldDifferences(before: unknown, after: unknown): Differences {
  return compareValues({ path: [], before, after })
}

export type Differences = Generator<FieldDifference | undefined, void>

interface Pair {
  readonly path: readonly string[]
  readonly before: unknown
  readonly after: unknown
}

function* compareValues({ path, before, after }: Pair): Differences {
  if (before === after) return
  if (Array.isArray(before) && Array.isArray(after)) yield* compareLists({ path, before, after })
  else if (isRecord(before) && isRecord(after)) yield* compareMembers({ path, before, after })
  else yield { path, before, after }
}

function* compareMembers({
  path,
  before,
  after,
}: {
  readonly path: readonly string[]
  readonly before: JsonRecord
  readonly after: JsonRecord
}): Differences {
  // The inputs and the decision with their parts hold too much to be compared in one step, and are never skipped whole.
  const isWhole = path.length < recordDepth
  for (const name of Object.keys(before)) {
    const pair = { before: memberOf(before, name), after: memberOf(after, name) }
    // Plans are alike in most that they hold: what is the same costs no path.
    if (isWhole || !isSame(pair.before, pair.after)) yield* compareSides({ path: [...path, name], ...pair })
    else yield
  }
  for (const name of Object.keys(after)) {
    if (Object.hasOwn(before, name)) continue
    yield* compareSides({ path: [...path, name], before: undefined, after: after[name] })
  }
}

/** Of the records in a plan: one order, one product, one treatment. */
const recordDepth = 2

function* compareSides({ path, before, after }: Pair): Differences {
  if (before === undefined && after === undefined) return
  if (before === undefined) yield { path, after }
  else if (after === undefined) yield { path, before }
  else yield* compareValues({ path, before, after })
}

interface ListPair {
  readonly path: readonly string[]
  readonly before: readonly unknown[]
  readonly after: readonly unknown[]
}

function* compareLists({ path, before, after }: ListPair): Differences {
  const identity = identityIn(path)
  const ends = yield* equalEnds(before, after)
  const left = yield* byIdentity(before, identity, ends)
  const right = yield* byIdentity(after, identity, ends)
  for (const [key, { names, value }] of left) {
    const other = right.get(key)?.value
    if (isSame(value, other)) yield
    else yield* compareSides({ path: [...path, ...names], before: value, after: other })
  }
  for (const [key, { names, value }] of right) {
    if (left.has(key)) yield
    else yield { path: [...path, ...names], after: value }
  }
  if (yield* isInSameOrder(left, right)) return
  yield { path, before: yield* namesOfShared(left, right), after: yield* namesOfShared(right, left) }
}

/** Work that finds no difference by itself. */
type Steps<Result> = Generator<undefined, Result>

/** How many items are the same at the start and at the end of two lists; they need no comparison. */
interface EqualEnds {
  readonly start: number
  readonly end: number
}

function* equalEnds(before: readonly unknown[], after: readonly unknown[]): Steps<EqualEnds> {
  const shortest = Math.min(before.length, after.length)
  let start = 0
  for (; start < shortest && isSame(before[start], after[start]); start += 1) yield
  let end = 0
  for (; end < shortest - start && isSame(before.at(-1 - end), after.at(-1 - end)); end += 1) yield
  return { start, end }
}

type ByIdentity = ReadonlyMap<string, Identified>

/** Whether the items that both have stand in the same order. */
function* isInSameOrder(left: ByIdentity, right: ByIdentity): Steps<boolean> {
  const others = right.keys()
  for (const key of left.keys()) {
    yield
    if (!right.has(key)) continue
    let other = others.next()
    while (other.done !== true && !left.has(other.value)) other = others.next()
    if (other.value !== key) return false
  }
  return true
}

function* namesOfShared(items: ByIdentity, others: ByIdentity): Steps<string[]> {
  const shared: string[] = []
  for (const [key, { names }] of items) {
    yield
    if (others.has(key)) shared.push(pointerTo(names))
  }
  return shared
}

interface Identified {
  readonly names: readonly string[]
  readonly value: unknown
}

/** Items by their names; an item that says the same as an earlier one gets a number. */
function* byIdentity(
  items: readonly unknown[],
  identity: Identity,
  { start, end }: EqualEnds,
): Steps<Map<string, Identified>> {
  const known = new Map<string, Identified>()
  for (let index = start; index < items.length - end; index += 1) {
    const value = items[index]
    const names = identity(value, index)
    let numbered = names
    for (let count = 2; known.has(numbered.join(separator)); count += 1) {
      numbered = [...names.slice(0, -1), `${names.at(-1)}#${count}`]
    }
    known.set(numbered.join(separator), { names: numbered, value })
    yield
  }
  return known
}

/** No name holds it. */
const separator = '\0'

type Identity = (item: unknown, index: number) => readonly string[]

/** How the items of the list at a path are told apart. */
function identityIn(path: readonly string[]): Identity {
  const [part, list] = path
  const last = path.at(-1)
  if (part === 'inputs') return list === 'orders' && path.length === 4 && last === 'items' ? byLine : byPosition
  if (part !== 'decision') return byPosition
  if (path.length === 2) return ofDecision[list ?? ''] ?? byPosition
  if (list === 'treatments' && path.length === 5) return ofTreatment[last ?? ''] ?? byPosition
  return byPosition
}

const byPosition: Identity = (_, index) => [String(index)]
const byText: Identity = (item, index) => [typeof item === 'string' ? item : String(index)]
const byLine: Identity = (item, index) => [textOf(memberOf(item, 'lineId')) || String(index + 1)]

const ofDecision: Readonly<Record<string, Identity>> = {
  included: byText,
  excluded: byText,
  findings: byMembers('ruleId', 'code', 'pointer'),
  treatments: byMembers('order_id', 'line_id'),
  units: (item, index) => {
    const orders = memberOf(item, 'orders')
    return [textOf(Array.isArray(orders) ? orders[0] : undefined) || String(index)]
  },
}

const ofTreatment: Readonly<Record<string, Identity>> = {
  trade_actions: byMembers('program', 'heading'),
  pga: byMembers('program'),
}

function byMembers(...members: readonly string[]): Identity {
  return (item, index) =>
    isRecord(item) ? members.map((member) => textOf(memberOf(item, member)) || 'none') : [String(index)]
}
