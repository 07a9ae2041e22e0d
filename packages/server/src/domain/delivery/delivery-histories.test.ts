import fc from 'fast-check'
import { expect, it } from 'vitest'
import { testNow } from '../../testing/builders.ts'
import { anAttempt, anOutbox, aSubmission } from '../../testing/export-history.ts'
import type { Sighting } from '../changes.ts'
import { dueEffect } from '../execution/new-submission.ts'
import type { SubmissionRecord } from '../records.ts'
import { attemptsInDoubt, isDuplicatePossible } from './doubt.ts'
import { afterAttempt, afterLeaseExpiry, type DeliveryDecision } from './submission.ts'

/** What happens next to one submission: a claim, its end, the end of its lease, or a further execute. */
const step = fc.oneof(
  { weight: 4, arbitrary: fc.constant({ do: 'claim' } as const) },
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('end' as const),
      outcome: fc.constantFrom('accepted', 'rejected', 'not_sent', 'not_sent', 'unknown', 'unknown'),
      stale: fc.boolean(),
    }),
  },
  { weight: 2, arbitrary: fc.constant({ do: 'expire' } as const) },
  { weight: 1, arbitrary: fc.constant({ do: 'execute' } as const) },
)

interface World {
  submission: SubmissionRecord
  sendsThisRound: number
  sentEvents: number
}

function play(world: World, event: typeof step extends fc.Arbitrary<infer Step> ? Step : never): void {
  const { submission } = world
  const { outbox } = submission
  if (event.do === 'claim' && outbox !== null && outbox.leaseOwner === null) {
    const lastN = outbox.lastN + 1
    const leaseEpoch = outbox.leaseEpoch + 1
    const claimed = { ...outbox, lastN, leaseEpoch, leaseOwner: 'worker', sends: outbox.sends + 1 }
    const attempts = [...submission.attempts, anAttempt(lastN, { epoch: leaseEpoch })]
    world.submission = { ...submission, attempts, outbox: claimed }
    world.sendsThisRound += 1
  }
  if (event.do === 'end') {
    const open = submission.attempts.filter(({ outcome }) => outcome === null || outcome === 'unknown')
    const attempt = event.stale ? open.at(0) : open.at(-1)
    if (attempt === undefined) return
    const sighting: Sighting = { outcome: event.outcome, evidence: `smtp_${event.outcome}` }
    const { n, epoch } = attempt
    const ended = { submissions: [submission], submissionId: submission.id, n, epoch, sighting }
    apply(world, afterAttempt({ ...ended, now: testNow, fraction: 0 }))
  }
  if (event.do === 'expire' && outbox !== null && outbox.leaseOwner !== null)
    apply(
      world,
      afterLeaseExpiry({ submissions: [submission], submissionId: submission.id, now: testNow, fraction: 0 }),
    )
  if (event.do === 'execute' && (submission.state === 'FAILED' || submission.state === 'UNCONFIRMED')) {
    const resendRisk = submission.state === 'UNCONFIRMED'
    const due = dueEffect(submission, { makeId: () => 'out_2', at: testNow })
    world.submission = { ...submission, state: 'QUEUED', resendRisk, roundFromN: due.lastN + 1, outbox: due }
    world.sendsThisRound = 0
  }
}

function apply(world: World, decision: DeliveryDecision): void {
  const before = world.submission.state
  world.submission = decision.submission
  world.sentEvents += decision.events.filter(({ type }) => type === 'BROKER_SUBMISSION_SENT').length
  if (before === 'ACCEPTED') expect(decision.submission.state).toBe('ACCEPTED')
}

it('every history of a submission keeps its promises', () => {
  const policy = fc.constantFrom('at_least_once', 'at_most_once')
  fc.assert(
    fc.property(policy, fc.array(step, { maxLength: 60 }), (kept, steps) => {
      const start = aSubmission({ policy: kept, outbox: anOutbox() })
      const world: World = { submission: start, sendsThisRound: 0, sentEvents: 0 }
      for (const event of steps) {
        play(world, event)
        const { submission } = world
        expect(world.sendsThisRound).toBeLessThanOrEqual(10)
        expect(world.sentEvents).toBe(submission.state === 'ACCEPTED' ? 1 : 0)
        expect(submission.outbox === null).toBe(!['QUEUED', 'RETRY_WAIT'].includes(submission.state))
        if (submission.state === 'FAILED' || submission.state === 'REJECTED')
          expect(submission.attempts.every(({ outcome }) => outcome !== 'accepted')).toBe(true)
        const effective = submission.attempts.filter(({ outcome }) => outcome !== 'not_sent' && outcome !== 'rejected')
        expect(isDuplicatePossible([submission])).toBe(effective.length > 1 || submission.resendRisk)
        const numbers = submission.attempts.map(({ n }) => n)
        expect(new Set(numbers).size).toBe(numbers.length)
      }
    }),
    { numRuns: 2_000 },
  )
})

it('a submission fails only when no send is in doubt', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const world: World = { submission: aSubmission({ outbox: anOutbox() }), sendsThisRound: 0, sentEvents: 0 }
      for (const event of steps) {
        const before = world.submission.state
        play(world, event)
        const { state } = world.submission
        const hasJustFailed = state !== before && (state === 'FAILED' || state === 'REJECTED')
        if (hasJustFailed) expect(attemptsInDoubt(world.submission)).toEqual([])
      }
    }),
    { numRuns: 2_000 },
  )
})
