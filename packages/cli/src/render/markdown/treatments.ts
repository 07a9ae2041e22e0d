import type { LineTreatment } from '@entrygo/sdk/contract'
import type { SeenGoods } from '../facts/seen-goods.ts'
import { headingInWords, isOpenStatus, type Measure, treatmentGroupsOf } from '../facts/treatment-groups.ts'
import { count } from '../text.ts'
import { code, codes, dollars, mdMore, mdTable, prose } from './text.ts'

const shownGroups = 30

/** One row for each heading, program and status on lines that are treated alike. */
export function markdownTreatments(treatments: readonly LineTreatment[], goods: SeenGoods): string[] {
  if (treatments.length === 0) return []
  const groups = treatmentGroupsOf(treatments, goods)
  const rows = groups.slice(0, shownGroups).flatMap(({ htsCode, origin, measures, lines, cents }) => {
    const names = codes(lines.map(({ order_id, line_id }) => `${goods.orderName(order_id)}/${line_id}`))
    const start = [
      htsCode === null ? 'none' : code(htsCode),
      origin === null ? 'none' : code(origin),
      String(lines.length),
      cents === null ? '' : dollars(cents),
      names,
    ]
    if (measures.length === 0) return [[...start, '', 'nothing by these rules', '', '']]
    return measures.map((measure, index) => [...(index === 0 ? start : start.map(() => '')), ...cells(measure)])
  })
  return [
    `### Treatment of ${count(treatments.length, 'line')}`,
    '',
    ...mdTable(['HTSUS', 'Origin', 'Lines:', 'Value:', 'On', 'Heading', 'Program', 'Rate', 'Status'], rows),
    ...mdMore(groups.length - shownGroups),
  ]
}

function cells(measure: Measure): string[] {
  const { heading, program, rate, status } = measure
  return [
    heading === null ? headingInWords(measure) : code(heading),
    code(program),
    prose(rate),
    `${isOpenStatus(status) ? '⚠️ ' : ''}${code(status)}`,
  ]
}
