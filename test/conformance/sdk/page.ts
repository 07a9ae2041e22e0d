import { scenarioTable } from './run.ts'
import type { Trial } from './trial.ts'
import { demands } from './verdicts.ts'

/** The heading below which a part of docs/conformance.md is generated, up to the next heading. */
const heading = '## SDK: every operation in every failure'

/** The page with that part written anew from a run. What depends on the machine stands elsewhere. */
export function pageWithScenarios(page: string, trials: readonly Trial[]): string {
  const [above = '', rest = ''] = page.split(`\n${heading}\n`)
  const next = rest.indexOf('\n## ')
  const below = next < 0 ? '' : rest.slice(next)
  const meanings = Object.entries(demands).map(([id, meaning]) => `- **${id}**: ${meaning}`)
  const part = [
    '',
    'Every operation of the contract that has a method, each called over HTTP in each scenario by the SDK and by `openapi-fetch` alone,',
    'the library that it builds addresses with. A promise stands in a cell when all operations that it concerns keep it, behind',
    '"not" when one does not, and nowhere when the scenario does not touch it.',
    '',
    ...meanings,
    '',
    scenarioTable(trials),
    '',
  ].join('\n')
  return `${above.trimEnd()}\n\n${heading}\n${part}${below}`
}
