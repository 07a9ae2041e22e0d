import type { LineTreatment } from '@entrygo/sdk/contract'
import type { Style } from './style.ts'
import { count, table, wrap } from './text.ts'

/** Lines of one HTSUS number, origin and treatment stand together: the broker files them alike. */
export function renderTreatments(treatments: readonly LineTreatment[], style: Style): string[] {
  if (treatments.length === 0) return []
  const groups = new Map<string, { readonly treatment: LineTreatment; lines: number }>()
  for (const treatment of treatments) {
    const { htsCode, countryOfOrigin, trade_actions: actions, pga } = treatment
    const key = JSON.stringify([
      htsCode,
      countryOfOrigin,
      actions.map(({ heading, program, status }) => [heading, program, status]),
      pga.map(({ program, status, disclaimCode }) => [program, status, disclaimCode]),
    ])
    const group = groups.get(key) ?? { treatment, lines: 0 }
    group.lines += 1
    groups.set(key, group)
  }
  const shown = [...groups.values()]
  const head = [{ title: 'HTSUS number' }, { title: 'Origin' }, { title: 'Lines', align: 'right' as const }]
  const rows = shown.map(({ treatment, lines }) => [
    treatment.htsCode ?? 'none',
    treatment.countryOfOrigin ?? 'none',
    String(lines),
  ])
  const [title = '', ...plainRows] = table(head, rows)
  return [
    '',
    `${style.bold('Treatment')} of ${count(treatments.length, 'line')}`,
    `  ${title}  Trade actions and agencies`,
    ...plainRows.flatMap((row, index) => {
      const group = shown[index]
      return group === undefined ? [] : wrapAfter(`  ${row}  `, wordsOf(group.treatment))
    }),
  ]
}

function wrapAfter(start: string, text: string): string[] {
  return wrap(text, ' '.repeat(start.length), start)
}

function wordsOf({ trade_actions: actions, pga }: LineTreatment): string {
  const words = [
    ...actions.map(({ heading, program, rate, status }) =>
      [heading, program, rate, status === 'applies' ? '' : status].filter(Boolean).join(' '),
    ),
    ...pga.map(({ agency, program, status, disclaimCode }) =>
      [agency, program, status, disclaimCode].filter(Boolean).join(' '),
    ),
  ]
  return words.length === 0 ? 'none by these rules' : words.join('; ')
}
