import type { LineTreatment } from '@entrygo/sdk/contract'
import type { SeenGoods } from './facts/seen-goods.ts'
import {
  headingInWords,
  isOpenStatus,
  type Measure,
  type TreatmentGroup,
  treatmentGroupsOf,
} from './facts/treatment-groups.ts'
import type { Style } from './style.ts'
import { clip, columns, count, moreOf, someOf, usdOfCents, widthOf, wrap } from './text.ts'

/** So many groups are told; JSON has them all. */
const shownGroups = 20

/** What each line is filed under, lines of one number, origin and treatment together; what is open stands first. */
export function renderTreatments(
  treatments: readonly LineTreatment[],
  { style, goods }: { readonly style: Style; readonly goods: SeenGoods },
): string[] {
  if (treatments.length === 0) return []
  const groups = treatmentGroupsOf(treatments, goods)
  const open = groups.filter(({ isOpen }) => isOpen).reduce((sum, { lines }) => sum + lines.length, 0)
  const title = `Treatment of ${count(treatments.length, 'line')}`
  const settled = open === 0 ? style.good('all settled') : style.warn(`${open} open`)
  return [
    '',
    `${style.bold(title)}, ${settled}`,
    ...groups.slice(0, shownGroups).flatMap((group) => groupLines(group, { style, goods })),
    ...moreOf(groups.length - shownGroups).map((line) => `  ${line}`),
  ]
}

interface Shown {
  readonly style: Style
  readonly goods: SeenGoods
}

/** Number, origin, goods and value on one line; below it what applies, and the lines it applies to. */
function groupLines({ htsCode, origin, measures, lines, cents }: TreatmentGroup, { style, goods }: Shown): string[] {
  const start = `  ${clip(htsCode ?? 'no number', 10).padEnd(10)}  ${(origin ?? '--').slice(0, 2)}  `
  const end = [
    count(lines.length, 'line').padStart(9),
    ...(cents === null ? [] : [usdOfCents(cents).padStart(13)]),
  ].join('  ')
  const room = columns - start.length - end.length - 2
  const name = clip(namesOf(lines, goods), room)
  const names = someOf(lines.map(({ order_id, line_id }) => `${goods.orderName(order_id)}/${line_id}`))
  return [
    `${style.bold(start.trimEnd())}  ${name}${' '.repeat(Math.max(0, room - widthOf(name)))}  ${end}`,
    ...(measures.length === 0 ? [`    ${style.dim('nothing by these rules')}`] : []),
    ...measures.flatMap((measure) => measureLines(measure, style)),
    ...wrap(`on ${names}`, '      ', '    ').map((line) => style.dim(line)),
  ]
}

function namesOf(lines: readonly LineTreatment[], goods: SeenGoods): string {
  const products = [...new Set(lines.map(({ product_id }) => product_id))]
  const [first = ''] = products
  const name = goods.description(first) ?? goods.productName(first)
  return products.length > 1 ? `${name} (+${products.length - 1})` : name
}

function measureLines(measure: Measure, style: Style): string[] {
  const { status, program, rate } = measure
  const said = clip(status, 12).padEnd(12)
  const start = `    ${said}  ${clip(headingInWords(measure), 10).padEnd(10)}  ${clip(program, 26)}`
  const lines = rate === '' ? [start] : wrap(rate, ' '.repeat(30), `${start}: `)
  return lines.map((line, index) =>
    index === 0 ? `    ${markOf(status, style)(said)}${line.slice(4 + said.length)}` : line,
  )
}

/** Green is settled, yellow asks for an answer, grey does not apply. */
function markOf(status: string, { good, warn, dim }: Style): (text: string) => string {
  if (isOpenStatus(status)) return warn
  return status === 'not_applied' ? dim : good
}
