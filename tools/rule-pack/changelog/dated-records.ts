/** A dated record in words: what names it, and its members. */
export interface NamedRecord {
  /** What stays the same through corrections: "INV-16 (textiles)". */
  readonly name: string
  /** Null for what has no date of its own. */
  readonly recordedAt: string | null
  /** One line that tells what the record is about. */
  readonly summary: string
  readonly members: Readonly<Record<string, unknown>>
}

/** Lines of a list that tell how the current records of two packs differ; empty when they do not. */
export function recordChanges(before: readonly NamedRecord[], after: readonly NamedRecord[]): string[] {
  const old = currentByName(before)
  const next = currentByName(after)
  const lines: string[] = []
  for (const [name, record] of next) if (!old.has(name)) lines.push(`- added ${name}: ${record.summary}`)
  for (const [name, record] of next) {
    const former = old.get(name)
    if (former !== undefined) lines.push(...correction(former, record))
  }
  for (const [name, record] of old) if (!next.has(name)) lines.push(`- removed ${name}: ${record.summary}`)
  return lines
}

/** Of each name the record that was recorded last. */
function currentByName(records: readonly NamedRecord[]): Map<string, NamedRecord> {
  const current = new Map<string, NamedRecord>()
  for (const record of records) {
    const other = current.get(record.name)
    if (other === undefined || isOlder(other, record)) current.set(record.name, record)
  }
  return current
}

function isOlder(a: NamedRecord, b: NamedRecord): boolean {
  return (a.recordedAt ?? '') < (b.recordedAt ?? '')
}

function correction(before: NamedRecord, after: NamedRecord): string[] {
  const names = [...new Set([...Object.keys(before.members), ...Object.keys(after.members)])]
  const changes = names.flatMap((name) => memberChange(name, before.members[name], after.members[name]))
  if (changes.length === 0) return []
  return [`- ${after.name}, ${howChanged(before, after)}`, ...changes.map((change) => `  - ${change}`)]
}

function howChanged(before: NamedRecord, { recordedAt }: NamedRecord): string {
  if (recordedAt === null) return 'changed'
  if (recordedAt !== before.recordedAt) return `corrected, recorded ${recordedAt}`
  return `rewritten under the same recordedAt ${recordedAt}: a correction is a new record`
}

function memberChange(name: string, before: unknown, after: unknown): string[] {
  if (asText(before) === asText(after)) return []
  if (Array.isArray(before) && Array.isArray(after) && [...before, ...after].every((one) => typeof one === 'string')) {
    const gone = before.filter((one) => !after.includes(one))
    const come = after.filter((one) => !before.includes(one))
    if (gone.length + come.length > 0) return [`${name}: ${[...come.map(plus), ...gone.map(minus)].join(', ')}`]
  }
  return [`${name}: ${asText(before)} → ${asText(after)}`]
}

function plus(text: unknown): string {
  return `+${text}`
}

function minus(text: unknown): string {
  return `−${text}`
}

/** JSON, with exact numbers as text; nothing for what is absent. */
export function asText(value: unknown): string {
  if (value === undefined) return 'absent'
  return JSON.stringify(value, (_, content: unknown) => (typeof content === 'bigint' ? String(content) : content))
}
