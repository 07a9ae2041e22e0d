import type { Style } from './style.ts'
import { wrap } from './text.ts'

/** A requirement of the protocol with its sources. */
export interface ShownRequirement {
  readonly id: string
  readonly level: string
  readonly statement: string
  readonly contract: string
  readonly docs: string
}

export interface ShownResult extends ShownRequirement {
  readonly outcome: string
  /** Why it was not tried. */
  readonly because?: string
  readonly failure?: { readonly sent: string | null; readonly expected: string; readonly got: string }
}

/** What is shown of the report of a run. */
export interface ShownReport {
  readonly baseUrl: string
  readonly implementation: { readonly service: string; readonly version: string; readonly contractVersion: string }
  readonly durationMs: number
  readonly requests: number
  readonly conforms: boolean
  readonly counts: Readonly<Record<'requirements' | 'holds' | 'failsMust' | 'failsShould' | 'skipped', number>>
  readonly results: readonly ShownResult[]
}

/** What a group is about, by its name. */
type Groups = Readonly<Record<string, string>>

/** A line for each group, then each requirement that fails with its request, and what was not tried. */
export function renderConformance(report: ShownReport, groups: Groups, style: Style): string {
  const { results, counts, implementation, baseUrl } = report
  const { service, version, contractVersion } = implementation
  const failed = results.filter(({ outcome }) => outcome === 'fails')
  return [
    ...wrap(`${service} ${version}, contract ${contractVersion}, at ${baseUrl}`, ''),
    '',
    ...[...Map.groupBy(results, ({ id }) => groupOf(id))].map(([group, of]) => groupLine([group, groups], of, style)),
    '',
    ...failed.flatMap((result) => [...failureLines(result, style), '']),
    ...skippedLines(results),
    ...wrap(verdict(report), '').map((line) => (counts.failsMust > 0 ? style.bad(line) : style.good(line))),
  ].join('\n')
}

/** The requirements without a run. */
export function renderRequirements(requirements: readonly ShownRequirement[], groups: Groups, style: Style): string {
  return [...Map.groupBy(requirements, ({ id }) => groupOf(id))]
    .flatMap(([group, of]) => [
      style.bold(`${group}  ${groups[group] ?? ''}`),
      ...of.flatMap(({ id, level, statement, contract, docs }) => [
        ...wrap(statement, indent, `  ${id.padEnd(8)} ${level.padEnd(6)} `),
        ...[...wrap(`contract ${contract}`, indent), ...wrap(`docs/${docs}`, indent)].map((line) => style.dim(line)),
      ]),
      '',
    ])
    .join('\n')
}

const indent = ' '.repeat(18)

function groupOf(id: string): string {
  return id.slice(0, id.indexOf('-'))
}

function groupLine([group, groups]: readonly [string, Groups], results: readonly ShownResult[], style: Style): string {
  const count = (outcome: string): number => results.filter((result) => result.outcome === outcome).length
  const tried = results.length - count('skipped')
  const held = `${count('holds')} of ${tried}`.padStart(9)
  const mark = count('fails') > 0 ? style.bad : tried === 0 ? style.dim : style.good
  const more = [
    ...(count('fails') > 0 ? [`${count('fails')} failed`] : []),
    ...(count('skipped') > 0 ? [`${count('skipped')} not tried`] : []),
  ]
  const line = `${group.padEnd(5)} ${(groups[group] ?? '').padEnd(30)} ${mark(held)}  ${more.join(', ')}`
  return line.trimEnd()
}

function failureLines({ id, level, statement, docs, failure }: ShownResult, style: Style): string[] {
  const told = failure ?? { sent: null, expected: '', got: '' }
  const [first = '', ...others] = wrap(statement, ' '.repeat(16), `${id.padEnd(8)} ${level.padEnd(6)} `)
  return [
    style.bad(first),
    ...others,
    ...(told.sent ?? '').split('\n').flatMap((line, index) => part(index === 0 ? 'sent' : '', line)),
    ...part('expected', told.expected),
    ...part('got', told.got),
    ...part('see', `docs/${docs}`).map((line) => style.dim(line)),
  ]
}

function part(name: string, text: string): string[] {
  return text === '' ? [] : wrap(text, ' '.repeat(12), `  ${name.padEnd(10)}`)
}

function skippedLines(results: readonly ShownResult[]): string[] {
  const skipped = results.filter(({ outcome }) => outcome === 'skipped')
  if (skipped.length === 0) return []
  const lines = [...Map.groupBy(skipped, ({ because }) => because ?? '')].flatMap(([because, of]) =>
    wrap(`${of.length} not tried: ${because}`, '  '),
  )
  return [...lines, '']
}

function verdict({ counts, conforms, durationMs, requests }: ShownReport): string {
  const { requirements, holds, failsMust, failsShould, skipped } = counts
  const shoulds = failsShould === 0 ? '' : `, ${failsShould} SHOULD failed`
  const tried = `${requirements - skipped} of ${requirements} requirements tried in ${(durationMs / 1000).toFixed(1)} s with ${requests} requests`
  const outcome = conforms ? 'Every MUST that was tried holds' : `${failsMust} MUST failed`
  return `${outcome}: ${tried}, ${holds} hold${shoulds}.`
}
