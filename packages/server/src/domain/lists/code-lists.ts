import type { Confidence } from '@entrygo/sdk/contract'
import { isInForce, newestRecords } from './dated-records.ts'
import { indexByPrefix, matchPrefixes, type PrefixIndex } from './prefix-index.ts'

/**
 * One row of a list of tariff numbers: goods with these leading digits were on the list in [effectiveFrom, effectiveTo).
 * A listed prefix is not a duty, and a prefix that is missing is no exemption: rules and measures say what it means.
 */
export interface CodeListRow {
  readonly list: string
  /** Two to ten digits. */
  readonly prefix: string
  /** Countries of origin (alpha-2) that the row is limited to; empty means any. */
  readonly origins: readonly string[]
  /** What the list says of these goods, by list: a metal, a heading, a case; empty where nothing. */
  readonly value: string
  readonly effectiveFrom: string | null
  readonly effectiveTo: string | null
  readonly recordedAt: string
  readonly confidence: Confidence
  readonly citation: string
}

export interface CodeLists {
  readonly names: ReadonlySet<string>
  readonly rows: PrefixIndex<CodeListRow>
}

/**
 * Of the rows of a list for one prefix those that were recorded last: a correction replaces what it corrects on all
 * dates. The older rows stay in the pack so that old plans can be explained.
 */
export function codeLists(rows: readonly CodeListRow[]): CodeLists {
  const current = newestRecords(rows, {
    nameOf: ({ list, prefix }) => `${list},${prefix}`,
    recordedAt: (row) => row.recordedAt,
  })
  return {
    names: new Set(rows.map(({ list }) => list)),
    rows: indexByPrefix(current.map((row) => ({ prefix: row.prefix, value: row }))),
  }
}

/** A list that goods are on at one date, by the longest prefix that matches inside that list. */
export type ListMatch = CodeListRow

/** The lists that hold this number at `lawDate`, one row each: the longest prefix wins inside one list. */
export function matchLists(lists: CodeLists, digits: string | undefined, lawDate: string): ListMatch[] {
  if (digits === undefined) return []
  const byList = new Map<string, CodeListRow>()
  for (const row of matchPrefixes(lists.rows, digits)) {
    if (isInForce(row, lawDate) && !byList.has(row.list)) byList.set(row.list, row)
  }
  return [...byList.values()]
}
