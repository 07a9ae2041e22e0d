import type { ExportPlan } from '@entrygo/sdk/contract'

/** What a readiness means for whoever wants to go on. */
export function readinessInWords(readiness: string): string {
  return verdicts[readiness] ?? 'this version does not know that word'
}

const verdicts: Readonly<Record<string, string>> = {
  READY: 'nothing that was looked at stands against it',
  REVIEW_REQUIRED: 'a person or policy has to approve it first',
  BLOCKED: 'it cannot be executed; see what to do below',
}

/** What the state of an export means. */
export function stateInWords(state: string): string {
  return states[state] ?? 'this version does not know that word'
}

const states: Readonly<Record<string, string>> = {
  dry_run: 'it was asked for and not stored',
  blocked: 'data is missing or has to change, then plan again',
  awaiting_approval: 'a person or policy has to approve this plan',
  executable: 'it may be executed',
  handing_off: 'the broker submission is under way',
  completed: 'the broker submission is out',
  needs_action: 'somebody has to act, see the submission',
}

/** What the type of an entry means at customs. */
export function entryInWords(type: string): string {
  const word = { '01': 'formal', '03': 'formal, antidumping or countervailing', '11': 'informal' }[type]
  return word === undefined ? `type ${type}` : `type ${type}, ${word}`
}

/** US cents of everything that goes, and its lines. */
export function totalsOf({ export_units: units }: Pick<ExportPlan, 'export_units'>): {
  readonly cents: number
  readonly lines: number
} {
  return {
    cents: units.reduce((sum, unit) => sum + Math.round(unit.value_usd * 100), 0),
    lines: units.reduce((sum, unit) => sum + unit.line_count, 0),
  }
}

/** Why the account asks for an approval. */
export function becauseInWords(because: string): string {
  if (because === 'REVIEW_REQUIRED') return 'findings that a person has to look at'
  if (because === 'VALUE') return 'its value is over the bound of the account'
  return because.startsWith('FLAG:') ? `the flag ${because.slice('FLAG:'.length)}` : because
}
