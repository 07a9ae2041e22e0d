import { readdirSync } from 'node:fs'
import type { RulePack } from '../../packages/server/src/domain/rules/rule-pack.ts'

/** Ids of the rules that the test cases show acting and quiet. */
export interface ShownRules {
  readonly acting: ReadonlySet<string>
  readonly quiet: ReadonlySet<string>
}

const folder = new URL('../../packages/server/src/testing/rule-cases/', import.meta.url)

/** DATA-01 looks at the date alone; rules.test.ts shows it at both ends of the window. */
const shownByDates = 'DATA-01'

/** Reads every list of cases in `rule-cases/`: an export whose name ends with Acting or Quiet, the rule id first. */
export async function loadRuleCases(): Promise<ShownRules> {
  const acting = new Set([shownByDates])
  const quiet = new Set([shownByDates])
  const files = readdirSync(folder).filter((name) => name.endsWith('-cases.ts'))
  for (const file of files) {
    const module: Readonly<Record<string, unknown>> = await import(new URL(file, folder).href)
    for (const [name, cases] of Object.entries(module)) {
      if (!Array.isArray(cases)) continue
      const ids = cases.map((one: unknown) => (Array.isArray(one) ? String(one[0]) : ''))
      if (/acting$/i.test(name)) for (const id of ids) acting.add(id)
      if (/quiet$/i.test(name)) for (const id of ids) quiet.add(id)
    }
  }
  return { acting, quiet }
}

/** Rules that no case shows acting, or none shows quiet; and cases of rules that do not exist. */
export function caseProblems({ rules }: RulePack, { acting, quiet }: ShownRules): string[] {
  const ids = [...new Set(rules.map(({ rule }) => rule.id))].sort()
  return [
    ...ids.filter((id) => !acting.has(id)).map((id) => `${id}: no case shows it acting`),
    ...ids.filter((id) => !quiet.has(id)).map((id) => `${id}: no case shows it quiet`),
    ...[...new Set([...acting, ...quiet])]
      .filter((id) => !ids.includes(id))
      .map((id) => `${id}: has cases and is no rule`),
  ]
}
