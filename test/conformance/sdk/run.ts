import { type Client, clients, everyOperation } from './calls.ts'
import { type Scenario, scenarios } from './scenarios.ts'
import { type Trial, tryOut } from './trial.ts'
import { type Demand, demands, verdictOn } from './verdicts.ts'

/** Every operation in every scenario by both clients. The operations of one scenario run side by side. */
export async function runScenarios(): Promise<Trial[]> {
  const trials: Trial[] = []
  for (const scenario of scenarios) for (const client of clients) trials.push(...(await runOne(client, scenario)))
  return trials
}

/** Every operation in one scenario, so many at a time. */
export async function runOne(client: Client, scenario: Scenario, atOnce: number = Infinity): Promise<Trial[]> {
  const trials: Trial[] = []
  for (let first = 0; first < everyOperation.length; first += atOnce) {
    const some = everyOperation.slice(first, first + atOnce)
    trials.push(...(await Promise.all(some.map((operation) => tryOut(client, operation, scenario)))))
  }
  return trials
}

/** Trials in which a demand was not met, in words. */
export function unmet(trials: readonly Trial[], client: Client): string[] {
  return trials
    .filter((trial) => trial.client === client)
    .flatMap((trial) => {
      const missed = namesOf(demands).filter((demand) => verdictOn(demand, trial) === false)
      const { scenario, operation, requests, ending } = trial
      const seen = `${requests.length} requests, ${ending.type} ${'error' in ending ? String(ending.error).slice(0, 200) : ''}`
      return missed.map((demand) => `${demand}, ${operation.id}, ${scenario.name}: ${seen}`)
    })
}

/** The table of the documentation: per scenario and demand which part of the operations meets it, by client. */
export function scenarioTable(trials: readonly Trial[]): string {
  const rows = scenarios.map((scenario) => {
    const cells = clients.map((client) =>
      cellOf(
        scenario,
        trials.filter((one) => one.client === client),
      ),
    )
    return `| ${scenario.name} | ${cells.join(' | ')} |`
  })
  return ['| what the server does | the SDK keeps | `openapi-fetch` bare keeps |', '|---|---|---|', ...rows].join('\n')
}

function cellOf(scenario: Scenario, trials: readonly Trial[]): string {
  const of = trials.filter((trial) => trial.scenario === scenario)
  const shares = namesOf(demands).map(
    (demand) => [demand, shareOf(of.map((trial) => verdictOn(demand, trial)))] as const,
  )
  const all = shares.filter(([, share]) => share === 'all').map(([demand]) => demand)
  const broken = shares.filter(([, share]) => share === 'none' || share === 'some').map(([demand]) => demand)
  const kept = all.length === 0 ? 'nothing' : all.join(' ')
  return broken.length === 0 ? kept : `${kept}; not ${broken.join(' ')}`
}

function shareOf(verdicts: readonly (boolean | null)[]): 'all' | 'some' | 'none' | 'untouched' {
  const touched = verdicts.filter((verdict) => verdict !== null)
  if (touched.length === 0) return 'untouched'
  if (touched.every(Boolean)) return 'all'
  return touched.some(Boolean) ? 'some' : 'none'
}

function namesOf(all: typeof demands): Demand[] {
  return Object.keys(all).filter((name): name is Demand => name in all)
}
