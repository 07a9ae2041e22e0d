import { countLines, forEachDigitRow } from './digit-rows.ts'
import type { TariffSchedule } from './tariff-schedule.ts'

/** Column 1 rates of the lines whose rate is a percentage, by their first eight digits; made by `packColumnOne`. */
export interface ColumnOneRates {
  /** Ascending. */
  readonly lines: Uint32Array
  readonly rateIndexes: Uint16Array
  /** General rate and rate under a USMCA claim, by rate index; null where it is no percentage. */
  readonly rates: readonly ColumnOneRate[]
}

export interface ColumnOneRate {
  readonly general: string | null
  readonly usmca: string | null
}

export const noColumnOneRates: ColumnOneRates = packColumnOne('')

/**
 * The column 1 rate in percent ("2.5", "0" for Free): the special one where USMCA is claimed, else the general one. Null
 * where the rate is specific or compound, differs below the eight-digit line, or the line is unknown.
 */
export function columnOneRate(
  { columnOne }: TariffSchedule,
  digits: string | undefined,
  { usmca }: { readonly usmca: boolean },
): string | null {
  if (digits === undefined || digits.length < 8) return null
  const wanted = Number(digits.slice(0, 8))
  const index = lowerBound(columnOne.lines, wanted)
  if (columnOne.lines[index] !== wanted) return null
  const rate = columnOne.rates[columnOne.rateIndexes[index] ?? 0]
  return (usmca ? rate?.usmca : rate?.general) ?? null
}

/** Packs a table of eight digits, general rate and USMCA rate (empty: no percentage), ascending; a RangeError names the row. */
export function packColumnOne(table: string): ColumnOneRates {
  const room = countLines(table)
  const lines = new Uint32Array(room)
  const rateIndexes = new Uint16Array(room)
  const rateIndexOf = new Map<string, number>()
  let pair: string | null = null
  let rateIndex = 0
  const count = forEachDigitRow(table, { lengths: [8] }, ({ index, code, rest }) => {
    if (rest !== pair) {
      if (!/^(\d+(\.\d{1,4})?)?,(\d+(\.\d{1,4})?)?$/.test(rest))
        throw new RangeError(`row ${index + 2}: ${rest} are not two rates in percent`)
      pair = rest
      rateIndex = rateIndexOf.get(rest) ?? rateIndexOf.size
      rateIndexOf.set(rest, rateIndex)
    }
    lines[index] = code / 100
    rateIndexes[index] = rateIndex
  })
  const rates = [...rateIndexOf.keys()].map((key) => {
    const [general = '', usmca = ''] = key.split(',')
    return { general: general === '' ? null : general, usmca: usmca === '' ? null : usmca }
  })
  return { lines: lines.slice(0, count), rateIndexes: rateIndexes.slice(0, count), rates }
}

function lowerBound(lines: Uint32Array, wanted: number): number {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((lines[middle] ?? 0) < wanted) low = middle + 1
    else high = middle
  }
  return low
}
