import type { EventFacts, Expectation, Write } from '../changes.ts'
import { appendEvents } from '../export/events.ts'
import type { DeliveryRecord, HandOff, SubmissionRecord } from '../records.ts'
import type { DeliveryDecision } from './decision.ts'
import { submissionEvents } from './submission-events.ts'

export interface DeliveryChange {
  readonly expect: readonly Expectation[]
  readonly writes: readonly Write[]
}

/** What a decision writes of the delivery alone: an event to an endpoint changes no export. */
export function deliveryChange({
  delivery,
  attempts,
  lost,
  endedOutboxId,
  decides,
  marks = false,
  lease,
}: DeliveryDecision): DeliveryChange {
  const { id: deliveryId, outbox } = delivery
  return {
    expect: lease === null ? [] : [{ expect: 'lease', ...lease }],
    writes: [
      ...attempts.map((attempt): Write => ({ write: 'attempt', deliveryId, attempt })),
      ...(lost === undefined ? [] : [{ write: 'lostAttempt', deliveryId, attempt: lost } as const]),
      ...(decides || marks ? [{ write: 'delivery', delivery } as const] : []),
      ...(decides && outbox !== null ? [{ write: 'outbox', outbox } as const] : []),
      ...(endedOutboxId === null ? [] : [{ write: 'noOutbox', outboxId: endedOutboxId } as const]),
    ],
  }
}

export interface HandOffChange extends DeliveryChange {
  /** As it is once this is written. */
  readonly handOff: HandOff
}

interface Made {
  readonly makeId: () => string
  readonly at: number
}

/**
 * What a decision on a submission writes, with the events that tell it; `handOff` is that of its export, read in the
 * snapshot that the decision was made on.
 */
export function submissionChange(
  handOff: HandOff,
  decision: DeliveryDecision<SubmissionRecord>,
  made: Made,
): HandOffChange {
  const { delivery, news } = decision
  const submissions = handOff.submissions.map((other) => (other.id === delivery.id ? delivery : other))
  const facts = news === null ? [] : submissionEvents(news, delivery, submissions)
  return exportChange({ ...handOff, submissions }, { decision, facts }, made)
}

/** What a decision on a notification writes: inspect shows it, and it is no event. */
export function notificationChange(handOff: HandOff, decision: DeliveryDecision, made: Made): HandOffChange {
  const { delivery } = decision
  const notifications = handOff.notifications.map((other) =>
    other.id === delivery.id ? { ...other, delivery } : other,
  )
  return exportChange({ ...handOff, notifications }, { decision, facts: [] }, made)
}

function exportChange(
  handOff: HandOff,
  { decision, facts }: { readonly decision: DeliveryDecision<DeliveryRecord>; readonly facts: readonly EventFacts[] },
  made: Made,
): HandOffChange {
  const exportId = handOff.export.id
  const { expect, writes } = deliveryChange(decision)
  const appended = appendEvents(handOff.export, facts, made)
  return {
    expect,
    writes: [
      ...writes,
      ...appended.events.map((event): Write => ({ write: 'event', exportId, event })),
      { write: 'export', export: appended.export },
    ],
    handOff: { ...handOff, export: appended.export },
  }
}
