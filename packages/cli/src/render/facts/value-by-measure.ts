import type { LineTreatment } from '@entrygo/sdk/contract'
import type { SeenGoods } from './seen-goods.ts'
import { centsOf, type Measure, measuresOf } from './treatment-groups.ts'

/** What stands under one heading, program, rate and status. */
export interface MeasuredValue {
  /** Null for lines that no trade action concerns. */
  readonly measure: Measure | null
  readonly lines: number
  /** US cents of those lines, or null if one is not known. */
  readonly cents: number | null
  /** Of the whole, from 0 to 1: of the value if all of it is known, else of the lines. */
  readonly share: number
}

/**
 * The goods under each trade action, what is worth most first. A line can stand under several, so shares do not add up to
 * one.
 */
export function valueByMeasure(treatments: readonly LineTreatment[], goods: SeenGoods): readonly MeasuredValue[] {
  const found = new Map<string, { readonly measure: Measure | null; readonly lines: LineTreatment[] }>()
  for (const line of treatments) {
    const actions = measuresOf(line).filter(({ kind }) => kind === 'action')
    for (const measure of actions.length === 0 ? [null] : actions) {
      const key = JSON.stringify(measure)
      const group = found.get(key)
      if (group === undefined) found.set(key, { measure, lines: [line] })
      else group.lines.push(line)
    }
  }
  const whole = centsOf(treatments, goods)
  return [...found.values()]
    .map(({ measure, lines }) => {
      const cents = centsOf(lines, goods)
      const share = whole === null || whole === 0 || cents === null ? lines.length / treatments.length : cents / whole
      return { measure, lines: lines.length, cents, share }
    })
    .sort((a, b) => b.share - a.share || b.lines - a.lines)
}
