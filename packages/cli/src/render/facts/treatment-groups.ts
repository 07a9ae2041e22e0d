import type { LineTreatment } from '@entrygo/sdk/contract'
import type { SeenGoods } from './seen-goods.ts'

/** One trade action or agency program on goods. */
export interface Measure {
  readonly kind: 'action' | 'agency'
  /** `applies`, `needs_answer`, `not_applied`; of agencies `data`, `disclaimed`, `unknown`. */
  readonly status: string
  /** A heading of chapter 99, or the agency; null where the pack knows no heading. */
  readonly heading: string | null
  readonly program: string
  /** The rate as text, or the code of a disclaimer; empty where there is neither. */
  readonly rate: string
}

/** Lines of one HTSUS number, origin and treatment stand together: the broker files them alike. */
export interface TreatmentGroup {
  readonly htsCode: string | null
  readonly origin: string | null
  readonly measures: readonly Measure[]
  readonly lines: readonly LineTreatment[]
  /** US cents of all lines, or null if one is not known. */
  readonly cents: number | null
  /** Something about it is not settled. */
  readonly isOpen: boolean
}

/** What is open comes first, then by value, else in the order of the plan. */
export function treatmentGroupsOf(treatments: readonly LineTreatment[], goods: SeenGoods): readonly TreatmentGroup[] {
  const groups = new Map<string, { readonly measures: readonly Measure[]; readonly lines: LineTreatment[] }>()
  for (const line of treatments) {
    const measures = measuresOf(line)
    const key = JSON.stringify([line.htsCode, line.countryOfOrigin, measures])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { measures, lines: [line] })
    else group.lines.push(line)
  }
  const found = [...groups.values()].map(({ measures, lines }) => ({
    htsCode: lines[0]?.htsCode ?? null,
    origin: lines[0]?.countryOfOrigin ?? null,
    measures,
    lines,
    cents: centsOf(lines, goods),
    isOpen: measures.some(({ status }) => isOpenStatus(status)),
  }))
  return found.sort((a, b) => Number(b.isOpen) - Number(a.isOpen) || (b.cents ?? 0) - (a.cents ?? 0))
}

export function measuresOf({ trade_actions: actions, pga }: LineTreatment): readonly Measure[] {
  return [
    ...actions.map(({ heading, program, rate, status }) => ({
      kind: 'action' as const,
      status,
      heading,
      program,
      rate,
    })),
    ...pga.map(({ agency, program, status, disclaimCode }) => ({
      kind: 'agency' as const,
      status,
      heading: agency,
      program,
      rate: disclaimCode === null ? '' : `code ${disclaimCode}`,
    })),
  ]
}

/** The heading, or why there is none: nothing is filed, or the pack does not know it. */
export function headingInWords({ heading, status }: Measure): string {
  return heading ?? (status === 'not_applied' ? 'none' : 'not known')
}

/** Whether somebody still has to answer something; a word that is not known counts as open. */
export function isOpenStatus(status: string): boolean {
  return !['applies', 'not_applied', 'data', 'disclaimed'].includes(status)
}

/** US cents of the lines together, or null if one is not known. */
export function centsOf(lines: readonly LineTreatment[], goods: SeenGoods): number | null {
  let sum = 0
  for (const { order_id, line_id } of lines) {
    const cents = goods.centsOf(order_id, line_id)
    if (cents === null) return null
    sum += cents
  }
  return sum
}
