import type { EventFacts, Expectation, Write } from '../changes.ts'
import { appendEvents } from '../export/events.ts'
import type { DeliveryRecord, ExportHistory, SubmissionRecord } from '../records.ts'
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
  endedOutboxId,
  decides,
  lease,
}: DeliveryDecision): DeliveryChange {
  const { id: deliveryId, outbox } = delivery
  return {
    expect: lease === null ? [] : [{ expect: 'lease', ...lease }],
    writes: [
      ...attempts.map((attempt): Write => ({ write: 'attempt', deliveryId, attempt })),
      ...(decides ? [{ write: 'delivery', delivery } as const] : []),
      ...(decides && outbox !== null ? [{ write: 'outbox', outbox } as const] : []),
      ...(endedOutboxId === null ? [] : [{ write: 'noOutbox', outboxId: endedOutboxId } as const]),
    ],
  }
}

interface Made {
  readonly makeId: () => string
  readonly at: number
}

/**
 * What a decision on a submission writes, with the events that tell it; `history` is that of its export, read in the
 * snapshot that the decision was made on.
 */
export function submissionChange(
  history: ExportHistory,
  decision: DeliveryDecision<SubmissionRecord>,
  made: Made,
): DeliveryChange & { readonly history: ExportHistory } {
  const { delivery, news } = decision
  const submissions = history.submissions.map((other) => (other.id === delivery.id ? delivery : other))
  const facts = news === null ? [] : submissionEvents(news, delivery, submissions)
  return exportChange({ ...history, submissions }, { decision, facts }, made)
}

/** What a decision on a notification writes: inspect shows it, and it is no event. */
export function notificationChange(
  history: ExportHistory,
  decision: DeliveryDecision,
  made: Made,
): DeliveryChange & { readonly history: ExportHistory } {
  const { delivery } = decision
  const notifications = history.notifications.map((other) =>
    other.id === delivery.id ? { ...other, delivery } : other,
  )
  return exportChange({ ...history, notifications }, { decision, facts: [] }, made)
}

function exportChange(
  history: ExportHistory,
  { decision, facts }: { readonly decision: DeliveryDecision<DeliveryRecord>; readonly facts: readonly EventFacts[] },
  made: Made,
): DeliveryChange & { readonly history: ExportHistory } {
  const exportId = history.export.id
  const { expect, writes } = deliveryChange(decision)
  const appended = appendEvents(history.export, facts, made)
  return {
    expect,
    writes: [
      ...writes,
      ...appended.events.map((event): Write => ({ write: 'event', exportId, event })),
      { write: 'export', export: appended.export },
    ],
    history: { ...history, export: appended.export, events: [...history.events, ...appended.events] },
  }
}
