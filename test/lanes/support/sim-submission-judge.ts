import type { AttemptRecord, SubmissionRecord } from '../../../packages/server/src/domain/records.ts'
import type { SimHistory } from './sim-history.ts'

/** What the record says against what the receiver did. */
export function faultsOfSubmissions(history: SimHistory): string[] {
  const { end, effects, isRiskTaken, untold, unreported } = history
  const submissions = end.history?.submissions ?? []
  const latest = submissions.at(-1)
  if (latest === undefined || end.shown === null) return ['R11: the executed export has no submission']
  const ids = new Set(submissions.map(({ id }) => id))
  const own = effects.filter(({ deliveryId }) => ids.has(deliveryId))
  const faults = submissions.flatMap((submission) => [
    ...faultsOfOne(submission, history),
    ...faultsOfEffects(submission, history),
  ])
  const told = statusOf(latest.state)
  if (end.shown.status !== told) faults.push(`wire: ${latest.state} is shown as ${end.shown.status}`)
  // What a key cannot guard and a record cannot know: bytes of a worker that slept past its lease, sent them and died.
  if (
    own.length > 1 &&
    !end.shown.duplicatePossible &&
    !own.some((effect) => unreported.has(effect) || untold.has(effect))
  )
    faults.push(`duplicate_possible: ${own.length} effects are not marked`)
  if (own.length > 1 && submissions.every(({ policy }) => policy === 'at_most_once') && !isRiskTaken)
    faults.push(`at_most_once: ${own.length} effects, and nobody took the risk`)
  return faults
}

/** Duplicates of a keyed broker that nothing marks, by bytes that came too late; they are counted, not forgiven. */
export function hasUnmarkedDuplicate({ end, effects, untold }: SimHistory): boolean {
  const ids = new Set(end.history?.submissions.map(({ id }) => id))
  const own = effects.filter((effect) => ids.has(effect.deliveryId) && !untold.has(effect))
  return own.length > 1 && end.shown?.duplicatePossible === false
}

function faultsOfOne(submission: SubmissionRecord, { effects, untold }: SimHistory): string[] {
  const { id, state, attempts } = submission
  const own = effects.filter(({ deliveryId }) => deliveryId === id)
  const faults: string[] = []
  if (state === 'ACCEPTED' && own.length === 0) faults.push(`ACCEPTED: ${id} had no effect`)
  if ((state === 'FAILED' || state === 'REJECTED') && own.some((effect) => !untold.has(effect)))
    faults.push(`${state}: ${id} had ${own.length} effects`)
  const numbers = attempts.map(({ n }) => n).join(' ')
  const gapless = attempts.map((_, index) => index + 1).join(' ')
  if (numbers !== gapless) faults.push(`I7: ${id} has attempts ${numbers}`)
  for (const { n, outcome } of attempts) if (outcome === null) faults.push(`R11: ${id} attempt ${n} is open`)
  return faults
}

/** Every effect belongs to an attempt that admits it. */
function faultsOfEffects({ id, attempts, policy, terms }: SubmissionRecord, { effects, lost }: SimHistory): string[] {
  const all = effects.filter(({ deliveryId }) => deliveryId === id)
  // No attempt is left that could tell of them; one stands for all.
  const own = all.filter((effect) => !lost.has(effect))
  const faults = own.flatMap(({ n }) => {
    const attempt = attempts.find((other) => other.n === n)
    return attempt !== undefined && admits(attempt)
      ? []
      : [`evidence: ${id} attempt ${n} had an effect and is ${attempt?.outcome}`]
  })
  const unknown = attempts.filter(
    ({ kind, outcome }) => kind === 'send' && (outcome === 'unknown' || outcome === null),
  ).length
  const accepted = attempts.filter(({ kind, outcome }) => kind === 'send' && outcome === 'accepted').length
  if (policy !== 'idempotent' && own.length > accepted + unknown)
    faults.push(`evidence: ${id} had ${own.length} effects with ${accepted} accepted and ${unknown} unknown attempts`)
  if (policy === 'idempotent') {
    const starts = all.map(({ at }) => at)
    const apart = starts.slice(1).map((at, index) => at - (starts[index] ?? at))
    if (apart.some((ms) => ms <= terms.keyWindowMs)) faults.push(`key: ${id} had two effects inside one key window`)
  }
  return faults
}

function admits({ outcome, evidence }: AttemptRecord): boolean {
  // One that is open says nothing yet; that it stays open is a fault of its own.
  return outcome === null || outcome === 'accepted' || outcome === 'unknown' || evidence === 'denied_by_operator'
}

function statusOf(state: string): string {
  if (state === 'ACCEPTED') return 'sent'
  return state === 'UNCONFIRMED' ? 'unknown' : 'failed'
}
