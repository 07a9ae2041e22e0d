import { type ColumnOneRates, noColumnOneRates } from './column-one.ts'
import { countLines, forEachDigitRow } from './digit-rows.ts'

/** The lines of one revision of the HTS, packed into arrays of about ten bytes a line; made by `packTariffSchedule`. */
export interface TariffSchedule {
  /** For messages: "2026 Rev 10". */
  readonly revision: string
  /** Codes padded to ten digits, ascending. */
  readonly codes: Float64Array
  /** Digits of the code as printed: 8 or 10. */
  readonly lengths: Uint8Array
  readonly unitIndexes: Uint8Array
  /** Units of a line, none to two of them, by unit index. */
  readonly unitSets: readonly (readonly string[])[]
  readonly columnOne: ColumnOneRates
}

/** What a normalised HTSUS number is in the schedule. */
export type TariffMatch =
  | { readonly kind: 'missing' | 'too_short' | 'incomplete' | 'unknown_suffix' | 'unknown_line' }
  | { readonly kind: 'line'; readonly units: readonly string[] }

const minDigits = 6

/**
 * Looks a number up. Ten digits that the schedule prints are a line, and so is an eight-digit line without ten-digit
 * children, bare or with the suffix 00 (95 clock and watch lines). A known eight-digit line with another suffix is
 * `unknown_suffix`; `unknown_line` when no line starts with its first eight digits.
 */
export function findTariffLine(schedule: TariffSchedule, digits: string | undefined): TariffMatch {
  if (digits === undefined || digits === '') return { kind: 'missing' }
  if (digits.length < minDigits) return { kind: 'too_short' }
  const first = firstLineWith(schedule, digits.slice(0, 8))
  if (first === null) return { kind: 'unknown_line' }
  if (digits.length < 8) return { kind: 'incomplete' }
  if (schedule.lengths[first] === 8) return childlessLine(schedule, first, digits)
  if (digits.length < 10) return { kind: 'incomplete' }
  const exact = lowerBound(schedule.codes, Number(digits))
  return schedule.codes[exact] === Number(digits) ? lineAt(schedule, exact) : { kind: 'unknown_suffix' }
}

/**
 * The lines that start with these digits, as they are printed (eight or ten digits), ascending. Null when there is none,
 * or more than `most` of them.
 */
export function linesUnder(schedule: TariffSchedule, prefix: string, most: number): readonly string[] | null {
  const first = firstLineWith(schedule, prefix)
  if (first === null) return null
  const lines: string[] = []
  for (let index = first; index < schedule.codes.length; index += 1) {
    const line = String(schedule.codes[index] ?? 0).padStart(10, '0')
    if (!line.startsWith(prefix)) break
    if (lines.length === most) return null
    lines.push(line.slice(0, schedule.lengths[index] ?? line.length))
  }
  return lines
}

/** Packs a table of digits and units (" | " between two units), ascending and unique; throws a RangeError naming the row. */
export function packTariffSchedule(
  revision: string,
  table: string,
  columnOne: ColumnOneRates = noColumnOneRates,
): TariffSchedule {
  const room = countLines(table)
  const codes = new Float64Array(room)
  const lengths = new Uint8Array(room)
  const unitIndexes = new Uint8Array(room)
  const unitIndexOf = new Map<string, number>()
  let units: string | null = null
  let unitIndex = 0
  const count = forEachDigitRow(table, { lengths: [8, 10] }, ({ index, code, length, rest }) => {
    if (rest !== units) {
      units = rest
      unitIndex = unitIndexOf.get(rest) ?? unitIndexOf.size
      unitIndexOf.set(rest, unitIndex)
    }
    codes[index] = code
    lengths[index] = length
    unitIndexes[index] = unitIndex
  })
  const unitSets = [...unitIndexOf.keys()].map((text) => (text === '' ? [] : text.split(' | ')))
  return {
    ...{ revision, unitSets, columnOne },
    codes: codes.slice(0, count),
    lengths: lengths.slice(0, count),
    unitIndexes: unitIndexes.slice(0, count),
  }
}

function childlessLine(schedule: TariffSchedule, index: number, digits: string): TariffMatch {
  if (digits.length === 9) return { kind: 'incomplete' }
  return digits.length === 8 || digits.endsWith('00') ? lineAt(schedule, index) : { kind: 'unknown_suffix' }
}

function lineAt(schedule: TariffSchedule, index: number): TariffMatch {
  return { kind: 'line', units: schedule.unitSets[schedule.unitIndexes[index] ?? 0] ?? [] }
}

/** Index of the first line that starts with these digits, or null. */
function firstLineWith(schedule: TariffSchedule, prefix: string): number | null {
  const index = lowerBound(schedule.codes, Number(prefix.padEnd(10, '0')))
  const code = schedule.codes[index]
  const beyond = Number(prefix.padEnd(10, '0')) + 10 ** (10 - prefix.length)
  return code !== undefined && code < beyond ? index : null
}

function lowerBound(codes: Float64Array, wanted: number): number {
  let low = 0
  let high = codes.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((codes[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
