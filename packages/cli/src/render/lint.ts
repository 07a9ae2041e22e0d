import type { ReadinessState, Severity } from '@entrygo/sdk/contract'
import type { Style } from './style.ts'
import { count, table, wrap } from './text.ts'

export interface ShownLint {
  readonly asOf: string
  readonly isLawKnown: boolean
  readonly rulePack: {
    readonly id: string
    readonly version: string
    readonly groups: readonly string[]
    readonly isComplete: boolean
  }
  readonly products: number
  readonly readiness: Readonly<Record<ReadinessState, number>>
  readonly refused: number
  readonly facts: readonly ShownFact[]
  readonly tradeActions: readonly {
    readonly program: string
    readonly applies: number
    readonly needs_answer: number
    readonly headings: Readonly<Record<string, number>>
  }[]
  readonly pga: readonly {
    readonly program: string
    readonly agency: string
    readonly data: number
    readonly disclaimed: number
    readonly unknown: number
  }[]
  readonly refusals: readonly {
    readonly at: string
    readonly issues: readonly { readonly path: string; readonly message: string }[]
  }[]
  readonly csv: {
    readonly file: string
    readonly rows: number
    readonly leftOut: number
    readonly leftOutExample: string | null
  } | null
}

interface ShownFact {
  readonly severity: Severity
  readonly field: string
  readonly products: number
  readonly ruleIds: readonly string[]
  readonly who: string
  readonly example: string
  readonly message: string
  readonly externalIds: readonly string[]
}

/** What is missing, worst first; how ready the products are; how they would be treated. */
export function renderLint(shown: ShownLint, style: Style): string {
  const { facts, asOf, rulePack, products } = shown
  const open = facts.filter(({ severity }) => severity !== 'INFO')
  const info = facts.filter(({ severity }) => severity === 'INFO')
  return [
    ...wrap(`${count(products, 'product')} by the rules ${rulePack.id} ${rulePack.version}, law as of ${asOf}`, ''),
    ...(shown.isLawKnown
      ? []
      : wrap(`${asOf} lies outside the days for which these rules know the law.`, '  ').map(style.warn)),
    ...(rulePack.isComplete ? [] : wrap(`Rule groups: ${rulePack.groups.join(' ')}; others are not looked at.`, '  ')),
    ...refusalLines(shown, style),
    ...section(
      'What is missing or wrong, worst first',
      open.flatMap((fact) => factLines(fact, style)),
      style,
    ),
    ...section('To know', info.flatMap(infoLines), style),
    ...readinessLines(shown, style),
    ...treatmentLines(shown, style),
    ...csvLines(shown),
    '',
    ...wrap('Rules about order lines, orders and shipments were not run: a plan runs them all.', '').map(style.dim),
  ].join('\n')
}

function section(title: string, lines: readonly string[], style: Style): string[] {
  return lines.length === 0 ? [] : ['', style.bold(title), ...lines]
}

/** So many are listed: who wants all of them asks for JSON. */
const shownRefusals = 10

function refusalLines({ refused, refusals }: ShownLint, style: Style): string[] {
  const lines = refusals
    .slice(0, shownRefusals)
    .flatMap(({ at, issues }) => [
      ...wrap(at, '  '),
      ...issues.slice(0, shownRefusals).flatMap(({ path, message }) => wrap(`${path}: ${message}`, '      ', '    ')),
    ])
  const more = refused - shownRefusals
  return section(
    `${count(refused, 'record')} that the sync would refuse`,
    [...lines, ...(more > 0 ? [`  and ${more} more; --json has them`] : [])].slice(0, refused === 0 ? 0 : undefined),
    style,
  )
}

function factLines(
  { severity, field, products, ruleIds, who, example, message, externalIds }: ShownFact,
  style: Style,
) {
  const mark = severity === 'BLOCK' ? style.bad('BLOCK ') : style.warn('REVIEW')
  const [first = '', ...rest] = wrap(`${field}: ${count(products, 'product')} (${ruleIds.join(', ')})`, '         ')
  const more = products > externalIds.length ? ` and ${products - externalIds.length} more` : ''
  return [
    `  ${mark} ${first.trim()}`,
    ...rest,
    ...wrap(message, '           ', '         '),
    ...wrap(`from the ${who}, for example ${example}`, '           ', '         '),
    ...wrap(`${externalIds.join(', ')}${more}`, '           ', '         ').map(style.dim),
  ]
}

function infoLines({ field, products, ruleIds, message, externalIds }: ShownFact): string[] {
  const text = products === 1 ? message : `${count(products, 'product')}, such as ${externalIds[0] ?? ''}: ${message}`
  return wrap(`${field} (${ruleIds.join(', ')}): ${text}`, '    ', '  ')
}

function readinessLines({ readiness }: ShownLint, style: Style): string[] {
  const head = [{ title: 'By product facts alone' }, { title: 'Products', align: 'right' as const }]
  const rows = (['BLOCKED', 'REVIEW_REQUIRED', 'READY'] as const).map((state) => [state, String(readiness[state])])
  const [title = '', ...lines] = table(head, rows)
  return ['', style.bold(title), ...lines.map((line) => `  ${line}`)]
}

function treatmentLines({ tradeActions, pga }: ShownLint, style: Style): string[] {
  const trade = tradeActions.flatMap(({ program, applies, needs_answer, headings }) => {
    const counts = [applies > 0 ? `${applies} apply` : '', needs_answer > 0 ? `${needs_answer} need an answer` : '']
    const filed = Object.entries(headings).map(
      ([heading, products]) => `${heading === 'none' ? 'heading not known' : heading} (${products})`,
    )
    return wrap(`${program}: ${counts.filter(Boolean).join(', ')}; ${filed.join(', ')}`, '    ', '  ')
  })
  const agencies = pga.flatMap(({ program, agency, data, disclaimed, unknown }) =>
    wrap(`${agency} ${program}: ${data} with data, ${disclaimed} disclaimed, ${unknown} not declared`, '    ', '  '),
  )
  return [...section('Trade actions', trade, style), ...section('Agencies', agencies, style)]
}

function csvLines({ csv }: ShownLint): string[] {
  if (csv === null) return []
  const { file, rows, leftOut, leftOutExample } = csv
  const written =
    rows === 0
      ? `Nothing to fill in: ${file} was not written.`
      : `${file} has ${count(rows, 'row')}: fill in the empty cells, then entrygo products sync ${file}`
  const left =
    leftOut === 0
      ? ''
      : `${count(leftOut, 'product')} such as ${leftOutExample ?? ''} hold what a CSV cannot carry, and were left out.`
  return ['', ...wrap(written, ''), ...wrap(left, '')]
}
