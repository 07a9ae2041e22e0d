import type { Expectation, Write } from '../changes.ts'
import { appendEvents } from '../export/events.ts'
import type { ExportHistory } from '../records.ts'
import type { DeliveryDecision } from './submission.ts'

/** What the end of an attempt writes; `history` is the export's, read in the snapshot that the decision was made on. */
export function composeDelivery(
  history: ExportHistory,
  decision: DeliveryDecision,
  made: { readonly makeId: () => string; readonly at: number },
): { readonly expect: Expectation[]; readonly writes: Write[]; readonly history: ExportHistory } {
  const { submission, attempt, outbox, endedOutboxId, decides } = decision
  const before = history.submissions.find(({ id }) => id === submission.id)
  const exportId = history.export.id
  const appended = appendEvents(history.export, decision.events, made)
  const writes: Write[] = [
    { write: 'attempt', submissionId: submission.id, attempt },
    ...(decides ? [{ write: 'submission', submission } as const] : []),
    ...(decides && outbox !== null ? [{ write: 'outbox', outbox } as const] : []),
    ...(endedOutboxId === null ? [] : [{ write: 'noOutbox', outboxId: endedOutboxId } as const]),
    ...appended.events.map((event) => ({ write: 'event', exportId, event }) as const),
    { write: 'export', export: appended.export },
  ]
  const lease = before?.outbox ?? null
  const mustHoldLease = decides && attempt.outcome !== 'accepted' && lease !== null
  return {
    expect: mustHoldLease ? [{ expect: 'lease', outboxId: lease.id, epoch: lease.leaseEpoch }] : [],
    writes,
    history: {
      ...history,
      export: appended.export,
      events: [...history.events, ...appended.events],
      submissions: history.submissions.map((other) => (other.id === submission.id ? submission : other)),
    },
  }
}
