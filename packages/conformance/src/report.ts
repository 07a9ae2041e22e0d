import type { Requirement } from './requirement.ts'

/** What a run found out about one implementation. */
export interface ConformanceReport {
  readonly baseUrl: string
  readonly accountId: string
  /** What health says of itself. */
  readonly implementation: { readonly service: string; readonly version: string; readonly contractVersion: string }
  readonly startedAt: string
  readonly durationMs: number
  /** Requests sent, and the prefix of every record and key of the run. */
  readonly requests: number
  readonly prefix: string
  /** The day on which plans read the law. */
  readonly asOf: string
  /** Every MUST that was tried holds. */
  readonly conforms: boolean
  /** Why the run ended before everything was tried: the server answered nothing any more. */
  readonly stopped?: string
  readonly counts: ConformanceCounts
  readonly results: readonly ConformanceResult[]
}

export interface ConformanceCounts {
  readonly requirements: number
  readonly holds: number
  readonly failsMust: number
  readonly failsShould: number
  readonly skipped: number
}

export interface ConformanceResult extends Requirement {
  readonly outcome: 'holds' | 'fails' | 'skipped'
  readonly ms: number
  /** Of a skipped one: what was not given. */
  readonly because?: string
  readonly failure?: ConformanceFailure
}

/** Of one that fails: the request, what was expected of its answer, and what came. Secrets are left out. */
export interface ConformanceFailure {
  readonly sent: string | null
  readonly expected: string
  readonly got: string
}

export function countsOf(results: readonly ConformanceResult[]): ConformanceCounts {
  const count = (isIt: (result: ConformanceResult) => boolean): number => results.filter(isIt).length
  return {
    requirements: results.length,
    holds: count(({ outcome }) => outcome === 'holds'),
    failsMust: count(({ outcome, level }) => outcome === 'fails' && level === 'MUST'),
    failsShould: count(({ outcome, level }) => outcome === 'fails' && level === 'SHOULD'),
    skipped: count(({ outcome }) => outcome === 'skipped'),
  }
}
