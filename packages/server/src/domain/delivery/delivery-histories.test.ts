import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testNow } from '../../testing/builders.ts'
import { anOutbox, aSubmission, borderBuddyTerms } from '../../testing/export-history.ts'
import type { QuerySighting, Sighting } from '../changes.ts'
import { nextRound } from '../execution/new-delivery.ts'
import type { AttemptRecord, SubmissionRecord } from '../records.ts'
import { type DeliveryDecision, isFinal } from './decision.ts'
import { afterLapse, afterLeaseExpiry, afterSend } from './delivery.ts'
import { attemptsInDoubt, isDuplicatePossible, keyTrustedUntil } from './doubt.ts'
import { afterQuery } from './reconcile.ts'
import { afterConfirmation, afterDenial } from './resolve.ts'

/**
 * Random lives of a delivery against a receiver whose memory is known here: whether a send reaches it is drawn with the
 * claim, and every answer is one that such a receiver can give. So the tests see what the sender cannot.
 */
const hour = 3_600_000
const wait = fc.oneof(
  { weight: 8, arbitrary: fc.constant('until due' as const) },
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 90_000 }) },
  { weight: 3, arbitrary: fc.integer({ min: 0, max: 3 * hour }) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 40 * hour }) },
)
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ do: fc.constant('claim' as const), reaches: fc.boolean() }) },
  {
    weight: 6,
    arbitrary: fc.record({
      do: fc.constant('end' as const),
      isStale: fc.boolean(),
      saw: fc.constantFrom('nothing', 'nothing', 'nothing', 'refusal', 'truth', 'truth'),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'expire' } as const) },
  { weight: 1, arbitrary: fc.constant({ do: 'lapse' } as const) },
  { weight: 1, arbitrary: fc.constant({ do: 'executeAgain' } as const) },
  { weight: 1, arbitrary: fc.constant({ do: 'resolve' } as const) },
)
const life = fc.array(fc.tuple(wait, step), { minLength: 20, maxLength: 120, size: 'max' })
type Wait = typeof wait extends fc.Arbitrary<infer One> ? One : never
type Step = typeof step extends fc.Arbitrary<infer One> ? One : never

const noTerms = aSubmission().terms
const kinds: readonly Partial<SubmissionRecord>[] = [
  { policy: 'at_least_once', terms: noTerms },
  { policy: 'at_most_once', terms: noTerms },
  borderBuddyTerms,
  { ...borderBuddyTerms, terms: { ...borderBuddyTerms.terms, isQueryable: false } },
  { ...borderBuddyTerms, terms: { ...borderBuddyTerms.terms, keyWindowMs: 0 } },
  { ...borderBuddyTerms, terms: { ...borderBuddyTerms.terms, keyWindowMs: 0, isQueryable: false } },
  { ...borderBuddyTerms, terms: { ...borderBuddyTerms.terms, keyWindowMs: hour, settleMs: 0 } },
]

interface World {
  now: number
  delivery: SubmissionRecord
  /** Attempts by number: whether they reached the receiver. */
  readonly reached: Map<number, boolean>
  /** When the receiver acted. */
  readonly effects: number[]
  acceptances: number
  sendsThisRound: number
  isRiskTaken: boolean
}

function aWorld(kind: Partial<SubmissionRecord>): World {
  const delivery = aSubmission({ ...kind, outbox: anOutbox() })
  return {
    ...{ now: testNow, delivery, reached: new Map(), effects: [] },
    ...{ acceptances: 0, sendsThisRound: 0, isRiskTaken: false },
  }
}

function remembersKey({ delivery, effects }: World, at: number): boolean {
  const last = effects.at(-1)
  const { policy, terms } = delivery
  return policy === 'idempotent' && last !== undefined && at <= last + terms.keyWindowMs
}

function play(world: World, [waited, event]: readonly [Wait, Step]): void {
  world.now = waited === 'until due' ? Math.max(world.now, world.delivery.outbox?.availableAt ?? 0) : world.now + waited
  const { delivery, now } = world
  const { outbox } = delivery
  const moment = { delivery, now, fraction: 0 }
  if (event.do === 'claim') claim(world, event.reaches)
  if (event.do === 'end') end(world, event)
  if (event.do === 'expire' && outbox !== null && outbox.leaseOwner !== null) apply(world, afterLeaseExpiry(moment))
  const hasLapsed = outbox?.leaseOwner === null && outbox.notAfter !== null && outbox.notAfter < now
  if (event.do === 'lapse' && hasLapsed) apply(world, afterLapse(moment))
  if (event.do === 'executeAgain' && (delivery.state === 'FAILED' || delivery.state === 'UNCONFIRMED')) {
    const isRisk = delivery.state === 'UNCONFIRMED'
    world.isRiskTaken ||= isRisk
    world.delivery = nextRound(delivery, isRisk, { makeId: () => 'out_2', at: now })
    world.sendsThisRound = 0
  }
  if (event.do === 'resolve') {
    const decision =
      world.effects.length > 0
        ? afterConfirmation(delivery, { brokerRef: undefined, now })
        : afterDenial(delivery, { now })
    if (decision !== null) apply(world, decision)
  }
}

function claim(world: World, reaches: boolean): void {
  const { delivery, now } = world
  const { outbox } = delivery
  if (outbox === null || outbox.leaseOwner !== null || outbox.availableAt > now) return
  if (outbox.notAfter !== null && now > outbox.notAfter) return
  const [n, epoch] = [outbox.lastN + 1, outbox.leaseEpoch + 1]
  const attempt: AttemptRecord = {
    ...{ n, epoch, kind: outbox.kind, startedAt: now, finishedAt: null, outcome: null, evidence: null },
  }
  if (outbox.kind === 'send') {
    const unresolved = delivery.attempts.filter((other) => isUnresolvedInRound(delivery, other))
    if (delivery.policy === 'at_most_once') expect(unresolved).toEqual([])
    if (delivery.policy === 'idempotent' && delivery.terms.keyWindowMs > 0)
      for (const { startedAt } of unresolved)
        expect(now).toBeLessThanOrEqual(startedAt + 0.9 * delivery.terms.keyWindowMs)
    world.sendsThisRound += 1
    world.reached.set(n, reaches)
    if (reaches && !remembersKey(world, now)) world.effects.push(now)
  }
  const claimed = { ...outbox, lastN: n, leaseEpoch: epoch, leaseOwner: 'worker', sends: outbox.sends + 1 }
  world.delivery = { ...delivery, attempts: [...delivery.attempts, attempt], outbox: claimed }
}

function isUnresolvedInRound({ roundFromN, doubtResolvedN }: SubmissionRecord, attempt: AttemptRecord): boolean {
  const { n, kind, outcome } = attempt
  return kind === 'send' && outcome === 'unknown' && n >= roundFromN && n > doubtResolvedN
}

function end(world: World, { isStale, saw }: Extract<Step, { do: 'end' }>): void {
  const { delivery, now } = world
  const open = delivery.attempts.filter(isUntold)
  const attempt = isStale ? open.at(0) : open.at(-1)
  if (attempt === undefined) return
  const ended = { delivery, n: attempt.n, epoch: attempt.epoch, now, fraction: 0 }
  const isCurrent = delivery.outbox?.leaseEpoch === attempt.epoch && delivery.outbox.lastN === attempt.n
  const decision =
    attempt.kind === 'send'
      ? afterSend({ ...ended, sighting: sightingOf(world, attempt, saw) })
      : afterQuery({ ...ended, sighting: answerOf(world, saw) })
  if (!isCurrent && decision.news?.became !== 'ACCEPTED')
    expect(decision.delivery).toMatchObject({ state: delivery.state, outbox: delivery.outbox })
  apply(world, decision)
}

/** Its worker may tell yet, also when somebody decided meanwhile. */
function isUntold({ outcome, evidence }: AttemptRecord): boolean {
  return outcome === null || outcome === 'unknown' || evidence?.endsWith('_by_operator') === true
}

function sightingOf(world: World, { n, startedAt }: AttemptRecord, saw: string): Sighting {
  if (saw === 'nothing') return { outcome: 'unknown', evidence: 'timeout' }
  if (world.reached.get(n) === true) return { outcome: 'accepted', evidence: 'http_201' }
  return saw === 'refusal' && !remembersKey(world, startedAt)
    ? { outcome: 'rejected', evidence: 'http_422' }
    : { outcome: 'not_sent', evidence: 'reset' }
}

function answerOf({ effects }: World, saw: string): QuerySighting {
  if (saw === 'nothing') return { found: false, isReliable: false, evidence: 'timeout' }
  return effects.length > 0
    ? { found: true, evidence: 'http_200', payloadSha256: null, brokerRef: 'REF' }
    : { found: false, isReliable: true, evidence: 'http_404' }
}

function apply(world: World, decision: DeliveryDecision<SubmissionRecord>): void {
  const before = world.delivery.state
  const accepted = world.delivery.attempts.filter(({ outcome }) => outcome === 'accepted')
  expect(accepted.every((attempt) => decision.delivery.attempts.includes(attempt))).toBe(true)
  world.delivery = decision.delivery
  if (decision.news?.became === 'ACCEPTED') world.acceptances += 1
  if (before === 'ACCEPTED') expect(decision.delivery.state).toBe('ACCEPTED')
  const { state } = decision.delivery
  if (state !== before && (state === 'FAILED' || state === 'REJECTED')) {
    expect(attemptsInDoubt(decision.delivery)).toEqual([])
    expect(world.effects).toEqual([])
  }
  if (decision.news !== null) expect(isFinal(state)).toBe(true)
}

function check({ delivery, acceptances, sendsThisRound, effects, isRiskTaken }: World): void {
  const { state, outbox, attempts } = delivery
  expect(sendsThisRound).toBeLessThanOrEqual(10)
  expect(acceptances).toBe(state === 'ACCEPTED' ? 1 : 0)
  expect(outbox === null).toBe(isFinal(state))
  if (outbox !== null) expect(outbox.kind === 'query').toBe(state === 'RECONCILE')
  if (state === 'ACCEPTED') expect(effects.length).toBeGreaterThan(0)
  if (effects.length > 1) expect(isDuplicatePossible([delivery])).toBe(true)
  if (delivery.policy === 'at_most_once' && !isRiskTaken) expect(effects.length).toBeLessThanOrEqual(1)
  if (outbox?.notAfter !== null && outbox !== null && keyTrustedUntil(delivery) !== null)
    expect(outbox.notAfter).toBeLessThanOrEqual(keyTrustedUntil(delivery) ?? 0)
  const areNumbered = attempts.every(
    ({ n, epoch }, index) => n === index + 1 && epoch > (attempts[index - 1]?.epoch ?? 0),
  )
  expect(areNumbered).toBe(true)
}

describe.each(kinds)('with policy $policy, a key for $terms.keyWindowMs ms, asked: $terms.isQueryable', (kind) => {
  it('every life of a delivery keeps its promises', () => {
    fc.assert(
      fc.property(life, (steps) => {
        const world = aWorld(kind)
        for (const one of steps) {
          play(world, one)
          check(world)
        }
      }),
      { numRuns: 300 },
    )
  })
})
