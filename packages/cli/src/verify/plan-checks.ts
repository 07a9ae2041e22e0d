import { planHashOf } from '@entrygo/sdk'
import type { PlanSnapshot } from '@entrygo/sdk/contract'
import { inputError } from '../errors.ts'
import { isSnapshot } from '../input/plan-snapshot.ts'
import { isRecord } from '../input/record.ts'
import { treatmentsCheck, unitsCheck } from './plan-parts.ts'

/** One thing that was looked at, in the form of the checks of evidence. */
export interface Check {
  readonly check: string
  readonly ok: boolean
  /** What was found; for a failure also what was expected. */
  readonly detail: string
}

/** A check of a plan, with the field of the plan that it is about. */
export interface PlanCheck extends Check {
  readonly field: string
}

/**
 * What a plan's file says against the value that its planHash names: the hash, and that readiness, orders, strategy,
 * units with their value, treatments and findings are those that were hashed. Throws an input error for a plan without
 * its snapshot. Words, flags and the account's policy are not hashed, and are not looked at.
 */
export async function checkPlan(plan: Readonly<Record<string, unknown>>, name: string): Promise<readonly PlanCheck[]> {
  const { planHash, snapshot } = plan
  if (!isSnapshot(snapshot)) {
    const message = `${name} has no snapshot to recompute its planHash from: plan with --include-snapshot --out.`
    throw inputError(message, 'snapshot')
  }
  const { decision } = snapshot
  return [
    compared('plan hash made anew', { field: 'planHash', found: await hashOf(snapshot), told: planHash }),
    ...toldChecks(plan, decision),
    ...unitsCheck(plan['export_units'], snapshot),
    ...treatmentsCheck(plan['treatments'], decision.treatments),
    findingsCheck(plan['validationMessages'], decision.findings),
  ]
}

/** What has no canonical JSON has no hash either. */
async function hashOf(snapshot: PlanSnapshot): Promise<string> {
  return planHashOf(snapshot).catch((error: unknown) => {
    if (error instanceof TypeError || error instanceof RangeError) return 'none: the value has no canonical JSON'
    throw error
  })
}

/** A file of the snapshot alone has nothing beside it that could differ. */
function toldChecks(plan: Readonly<Record<string, unknown>>, decision: PlanSnapshot['decision']): PlanCheck[] {
  const strategy = isRecord(plan['strategy']) ? plan['strategy']['hint'] : undefined
  const pairs = [
    ['readiness', 'readinessState', decision.readiness, plan['readinessState']],
    ['included orders', 'included_order_ids', decision.included, plan['included_order_ids']],
    ['excluded orders', 'excluded_order_ids', decision.excluded, plan['excluded_order_ids']],
    ['strategy', 'strategy', decision.strategy, strategy],
  ] as const
  return pairs.flatMap(([check, field, found, told]) =>
    told === undefined ? [] : [compared(check, { field, found, told })],
  )
}

interface Compared {
  readonly field: string
  readonly found: unknown
  readonly told: unknown
}

function compared(check: string, { field, found, told }: Compared): PlanCheck {
  const ok = textOf(found) === textOf(told)
  const detail = ok ? shown(found) : `the file says ${shown(told)}, and the hashed value ${shown(found)}`
  return { check, field, ok, detail }
}

/** Notes on the law of a later day are never hashed; everything that somebody has to act on is. */
function findingsCheck(told: unknown, hashed: PlanSnapshot['decision']['findings']): PlanCheck {
  const named = { check: 'findings', field: 'validationMessages' }
  if (told === undefined) return { ...named, ok: true, detail: `${hashed.length} hashed` }
  const listed = new Set((Array.isArray(told) ? told : []).flatMap(keyOfOpen))
  const expected = new Set(hashed.flatMap(keyOfOpen))
  const missing = [...expected].filter((key) => !listed.has(key))
  const added = [...listed].filter((key) => !expected.has(key))
  const ok = missing.length + added.length === 0
  const words = [...missing.map((key) => `the file lacks ${key}`), ...added.map((key) => `the file adds ${key}`)]
  return { ...named, ok, detail: ok ? `${expected.size} to act on` : words.slice(0, 5).join('; ') }
}

function keyOfOpen(finding: unknown): string[] {
  if (!isRecord(finding) || finding['severity'] === 'INFO') return []
  const { severity, ruleId, ruleRevision, code, pointer } = finding
  return [[severity, ruleId, ruleRevision, code, pointer].map(String).join(' ')]
}

/** Orders are sets here: their order says nothing. */
function textOf(value: unknown): string {
  return JSON.stringify(Array.isArray(value) ? [...value].map(String).sort() : value) ?? 'nothing'
}

function shown(value: unknown): string {
  if (!Array.isArray(value)) return String(value ?? 'nothing')
  return value.length > 3 ? `${value.length} orders` : value.length === 0 ? 'none' : value.join(', ')
}
