/** Half-open ranges of entry dates; null means no bound. */
export interface EffectiveDates {
  readonly effectiveFrom: string | null
  readonly effectiveTo: string | null
}

export function isInForce({ effectiveFrom, effectiveTo }: EffectiveDates, lawDate: string): boolean {
  return (effectiveFrom === null || effectiveFrom <= lawDate) && (effectiveTo === null || lawDate < effectiveTo)
}

/**
 * Of the records of one name those that were recorded last, in the order given: a correction replaces what it corrects
 * on all dates. Records of one name and one recording date stay together.
 */
export function newestRecords<Kind>(
  records: readonly Kind[],
  { nameOf, recordedAt }: { readonly nameOf: (record: Kind) => string; readonly recordedAt: (record: Kind) => string },
): readonly Kind[] {
  const [first] = records
  // Records that all came on one day correct none of the others, and need no second look.
  if (first === undefined || records.every((record) => recordedAt(record) === recordedAt(first))) return records
  const newest = new Map<string, string>()
  for (const record of records) {
    const name = nameOf(record)
    if (recordedAt(record) > (newest.get(name) ?? '')) newest.set(name, recordedAt(record))
  }
  return records.filter((record) => newest.get(nameOf(record)) === recordedAt(record))
}
