import type { PgaTreatment, TradeActionTreatment } from '@entrygo/sdk/contract'
import type { Style } from './style.ts'
import { count, plain, wrap } from './text.ts'

export interface ShownSearch {
  readonly query: string
  readonly htsRevision: string
  readonly count: number
  readonly results: readonly {
    readonly htsCode: string
    readonly heading: string
    readonly path: readonly string[]
    readonly units: readonly string[]
    readonly ofHeading: number
  }[]
  readonly replaced: readonly { readonly word: string; readonly by: readonly string[] }[]
  readonly notice: string
}

/** The lines by heading, the best heading first. */
export function renderHtsSearch(shown: ShownSearch, style: Style): string {
  const { query, htsRevision, results, replaced, notice } = shown
  const headings = Map.groupBy(results, ({ heading }) => heading)
  const title =
    results.length === 0
      ? `Nothing in the HTS (${htsRevision}) fits "${query}".`
      : `HTS ${htsRevision}, best first for "${query}": ${results.length} of ${count(shown.count, 'line')}`
  return [
    ...wrap(title, ''),
    ...replaced.flatMap(({ word, by }) =>
      wrap(`"${word}" stands nowhere${by.length === 0 ? '' : `; looked for ${by.join(', ')}`}.`, '  '),
    ),
    ...[...headings].flatMap(([heading, lines]) => headingLines(heading, lines, style)),
    '',
    ...wrap(notice, '').map((line) => style.dim(line)),
  ].join('\n')
}

function headingLines(heading: string, lines: ShownSearch['results'], style: Style): string[] {
  const [first] = lines
  const more = (first?.ofHeading ?? 0) - lines.length
  return [
    '',
    ...wrap(`${heading} ${first?.path[0] ?? ''}`, '     ').map((line, at) =>
      at === 0 ? bolded(line, heading, style) : line,
    ),
    ...lines.flatMap(({ htsCode, path, units }) => lineLines(htsCode, path.slice(1), units)),
    ...(more > 0 ? [style.dim(`  and ${count(more, 'more line')}: entrygo hts show ${heading}`)] : []),
  ]
}

function bolded(line: string, heading: string, style: Style): string {
  return style.bold(heading) + line.trimStart().slice(heading.length)
}

function lineLines(htsCode: string, path: readonly string[], units: readonly string[]): string[] {
  const text = path.length === 0 ? '(the heading itself)' : path.map(short).join(' > ')
  const unit = units.length === 0 ? '' : ` [${units.join(', ')}]`
  return wrap(`${text}${unit}`, ' '.repeat(17), `  ${htsCode.padEnd(15)}`)
}

/** The texts of some lines run over pages. */
function short(text: string): string {
  const clean = plain(text)
  return clean.length > 160 ? `${clean.slice(0, 157)}…` : clean
}

export interface ShownNumber {
  readonly htsCode: string
  readonly asOf: string
  readonly isLawKnown: boolean
  readonly rulePack: { readonly htsRevision: string; readonly isComplete: boolean }
  readonly remark: { readonly ruleId: string; readonly message: string } | null
  readonly path: readonly string[]
  readonly units: readonly string[]
  readonly rates: { readonly general: string; readonly special: string; readonly other: string } | null
  readonly lists: readonly {
    readonly list: string
    readonly value: string
    readonly htsPrefix: string
    readonly origins: readonly string[]
    readonly effectiveFrom: string | null
    readonly effectiveTo: string | null
    readonly citation: string
  }[]
  readonly listsBelow: readonly { readonly list: string; readonly prefixes: number }[]
  readonly measures: readonly {
    readonly program: string
    readonly origins: readonly string[]
    readonly treatments: readonly TradeActionTreatment[]
  }[]
  readonly pga: readonly PgaTreatment[]
  readonly lineCount: number
  readonly lines: readonly {
    readonly htsCode: string
    readonly path: readonly string[]
    readonly units: readonly string[]
  }[]
  readonly notice: string
}

/** Text, units, rates, lists, measures and agencies of one number. */
export function renderHtsNumber(shown: ShownNumber, style: Style): string {
  const { htsCode, asOf, rulePack, remark, path, lists, listsBelow, pga, lineCount, lines, notice } = shown
  return [
    `${style.bold(htsCode)}  HTS ${rulePack.htsRevision}, law as of ${asOf}`,
    ...path.flatMap((text, level) => wrap(text, ' '.repeat(4 + level * 2), ' '.repeat(2 + level * 2))),
    ...(remark === null ? [] : wrap(`${remark.ruleId}: ${remark.message}`, '  ').map((line) => style.warn(line))),
    ...(shown.isLawKnown
      ? []
      : wrap(`${asOf} lies outside the days for which this pack knows the law.`, '  ').map(style.warn)),
    ...unitLines(shown),
    ...section('Lists', lists.flatMap(listLines), style),
    ...section(
      'Lists of some lines below',
      listsBelow.map(({ list, prefixes }) => `  ${list} (${prefixes})`),
      style,
    ),
    ...section('Trade measures that may reach it', shown.measures.flatMap(measureLines), style),
    ...section('Agencies that may ask about it', pga.flatMap(agencyLines), style),
    ...section(
      `${count(lineCount, 'line')} below`,
      lines.flatMap((line) => lineLines(line.htsCode, line.path.slice(path.length), line.units)),
      style,
    ),
    ...(lineCount > lines.length ? [`  and ${lineCount - lines.length} more; --limit shows them`] : []),
    '',
    ...wrap(notice, '').map((line) => style.dim(line)),
  ].join('\n')
}

function unitLines({ units, rates }: ShownNumber): string[] {
  const rows: readonly (readonly [string, string])[] = [
    ['Units', units.join(', ')],
    ['General', rates?.general ?? ''],
    ['Special', rates?.special ?? ''],
    ['Column 2', rates?.other ?? ''],
  ]
  const told = rows.filter(([, text]) => text !== '')
  return told.length === 0
    ? []
    : ['', ...told.flatMap(([name, text]) => wrap(text, ' '.repeat(12), `  ${name.padEnd(10)}`))]
}

function section(title: string, lines: readonly string[], style: Style): string[] {
  return lines.length === 0 ? [] : ['', style.bold(title), ...lines]
}

function listLines(row: ShownNumber['lists'][number]): string[] {
  const { list, value, htsPrefix, origins, effectiveFrom, effectiveTo, citation } = row
  const words = [
    `${list}${value === '' ? '' : `: ${value}`}`,
    `by ${htsPrefix}`,
    origins.length === 0 ? '' : `of ${someOf(origins)}`,
    effectiveFrom === null ? '' : `from ${effectiveFrom}`,
    effectiveTo === null ? '' : `until ${effectiveTo}`,
  ].filter(Boolean)
  return [...wrap(words.join(', '), '    ', '  '), ...wrap(citation, '      ', '    ')]
}

function measureLines({ program, origins, treatments }: ShownNumber['measures'][number]): string[] {
  const of = origins.length === 0 ? '' : ` of goods of ${someOf(origins)}`
  const ways = treatments
    .flatMap((treatment) => [treatment, ...(treatment.alternatives ?? [])])
    .map(({ heading, rate }) => `${heading ?? 'no heading'} ${rate}`)
  const asks = [...new Set(treatments.flatMap((treatment) => treatment.asks ?? []))]
  return [
    ...wrap(`${program}${of}: ${[...new Set(ways)].join('; ')}`, '    ', '  '),
    ...(asks.length === 0 ? [] : wrap(`decided by ${asks.join(', ')}`, '      ', '    ')),
  ]
}

function someOf(countries: readonly string[]): string {
  return countries.length > 6 ? `${countries.length} countries` : countries.join(' ')
}

function agencyLines({ agency, program, flag, requirement, ruleId }: PgaTreatment): string[] {
  return wrap(
    `${agency} ${program}${flag === null ? '' : `, flag ${flag}`}: ${requirement} be required (${ruleId})`,
    '    ',
    '  ',
  )
}
