import { groupOf, groups, type Need, type Requirement, requirements } from '@entrygo/conformance'

/** The heading below which the rest of docs/guides/conformance.md is generated. */
export const requirementsHeading = '## The requirements'

/** The page with the part below its last heading written anew from the list; what stands above is kept. */
export function pageWithRequirements(page: string): string {
  const [above = ''] = page.split(`\n${requirementsHeading}\n`)
  const must = requirements.filter(({ level }) => level === 'MUST').length
  const opening = `${must} MUST and ${requirements.length - must} SHOULD. "Needs" is what has to be given before one is tried.`
  const byGroup = Map.groupBy(requirements, ({ id }) => groupOf(id))
  const tables = [...byGroup].map(([group, of]) =>
    [
      `### ${group}: ${groups[group]}`,
      '',
      '| id | requirement | needs | source |',
      '|---|---|---|---|',
      ...of.map(row),
    ].join('\n'),
  )
  return [above, requirementsHeading, '', opening, '', tables.join('\n\n'), ''].join('\n')
}

function row({ id, level, statement, contract, docs, needs = [] }: Requirement): string {
  const told = level === 'MUST' ? statement : `${statement} *(SHOULD)*`
  const [page = '', section] = docs.split('#')
  const title = page.split('/').at(-1)?.replace('.md', '') ?? ''
  const link = `[${title}](../${page}${section === undefined ? '' : `#${section}`})`
  return `| ${id} | ${told} | ${needs.map((need) => wanted[need]).join(', ')} | ${link}, \`${contract}\` |`
}

const wanted: Readonly<Record<Need, string>> = {
  execute: '`--allow-execute`',
  'other-account': '`--other-api-key-file`',
  'read-key': '`--read-api-key-file`',
  'webhook-url': '`--webhook-url`',
}
