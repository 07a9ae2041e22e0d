import type { CodeListRow, CodeLists } from '../../../packages/server/src/domain/lists/code-lists.ts'

interface ListChanges {
  readonly added: string[]
  readonly ended: string[]
  readonly changed: string[]
  readonly removed: string[]
}

/** How many examples of each kind are printed; the rest is counted. */
const shownExamples = 5

/** Lines that tell, list by list, how many rows were added, ended, changed or removed, with examples. */
export function listChanges(before: CodeLists, after: CodeLists): string[] {
  const byList = new Map<string, ListChanges>()
  const [old, next] = [rowsByKey(before), rowsByKey(after)]
  for (const key of [...new Set([...old.keys(), ...next.keys()])].sort()) {
    const [list = '', prefix = ''] = key.split(',')
    const changes = byList.get(list) ?? { added: [], ended: [], changed: [], removed: [] }
    byList.set(list, changes)
    compareRows(prefix, [old.get(key) ?? [], next.get(key) ?? []], changes)
  }
  return [...byList].flatMap(([list, changes]) => linesOf(list, changes, { before, after }))
}

function rowsByKey({ rows }: CodeLists): Map<string, CodeListRow[]> {
  const byKey = new Map<string, CodeListRow[]>()
  for (const row of [...rows.byPrefix.values()].flat()) {
    const key = `${row.list},${row.prefix}`
    byKey.set(key, [...(byKey.get(key) ?? []), row])
  }
  return byKey
}

/** Rows of one list and prefix: those that stand in both are left out, the others are paired in their order. */
function compareRows(
  prefix: string,
  [before, after]: readonly [readonly CodeListRow[], readonly CodeListRow[]],
  changes: ListChanges,
): void {
  const old = before.filter((row) => !after.some((other) => sayOf(other) === sayOf(row)))
  const next = after.filter((row) => !before.some((other) => sayOf(other) === sayOf(row)))
  for (const [index, row] of next.entries()) {
    const former = old[index]
    if (former === undefined) changes.added.push(`${prefix}${from(row)}`)
    else if (isEnded(former, row)) changes.ended.push(`${prefix} on ${row.effectiveTo}`)
    else changes.changed.push(`${prefix} (${sayOf(former)} → ${sayOf(row)})`)
  }
  for (const _ of old.slice(next.length)) changes.removed.push(prefix)
}

function isEnded(before: CodeListRow, after: CodeListRow): boolean {
  const isSame = sayOf({ ...before, effectiveTo: null }) === sayOf({ ...after, effectiveTo: null })
  return isSame && before.effectiveTo === null && after.effectiveTo !== null
}

/** What the row says, without its prefix and without the day on which it was recorded. */
function sayOf({ value, origins, effectiveFrom, effectiveTo, confidence, citation }: CodeListRow): string {
  const dates = `${effectiveFrom ?? '…'} to ${effectiveTo ?? '…'}`
  return [...(value === '' ? [] : [value]), ...origins, dates, confidence, citation].join(', ')
}

function from({ effectiveFrom }: CodeListRow): string {
  return effectiveFrom === null ? '' : ` from ${effectiveFrom}`
}

function linesOf(
  list: string,
  changes: ListChanges,
  { before, after }: { readonly before: CodeLists; readonly after: CodeLists },
): string[] {
  const kinds = Object.entries(changes).flatMap(([kind, rows]: [string, string[]]) =>
    rows.length === 0 ? [] : [`  - ${kind} ${rows.length}: ${examples(rows)}`],
  )
  if (kinds.length === 0) return []
  const how = !before.names.has(list) ? ', a new list' : after.names.has(list) ? '' : ', the list is gone'
  return [`- list ${list}${how}`, ...kinds]
}

function examples(rows: readonly string[]): string {
  const shown = rows.slice(0, shownExamples)
  return rows.length > shown.length ? `${shown.join('; ')}; …` : shown.join('; ')
}
