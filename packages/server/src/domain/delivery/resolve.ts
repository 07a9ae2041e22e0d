import type { DeliveryRecord } from '../records.ts'
import { acceptedBy, closedAs, type DeliveryDecision, deniedByOperator } from './decision.ts'
import { attemptsInDoubt } from './doubt.ts'
import { travelsByMail } from './travels-by-mail.ts'

/**
 * A mail that came back after its acceptance: the one thing that may follow it. Null for a delivery that was not accepted
 * or does not travel by mail.
 */
export function afterBounce<Delivery extends DeliveryRecord>(
  delivery: Delivery,
  evidence: string,
): DeliveryDecision<Delivery> | null {
  if (!travelsByMail(delivery.transport) || delivery.state !== 'ACCEPTED') return null
  const bounced: Delivery = { ...delivery, state: 'BOUNCED' }
  return atRest(bounced, [], { became: 'FAILED', reason: 'bounced', evidence })
}

/** A person asked the broker, which holds the delivery. Null unless the delivery is UNCONFIRMED. */
export function afterConfirmation<Delivery extends DeliveryRecord>(
  delivery: Delivery,
  { brokerRef, now }: { readonly brokerRef: string | undefined; readonly now: number },
): DeliveryDecision<Delivery> | null {
  if (delivery.state !== 'UNCONFIRMED') return null
  const lastN = attemptsInDoubt(delivery).at(-1)
  const sentN = delivery.attempts.findLast(({ kind }) => kind === 'send')?.n ?? 1
  if (lastN === undefined) return acceptedBy({ delivery, attempts: [] }, { n: sentN, brokerRef, now })
  const closed = closedAs(delivery, [lastN], { outcome: 'accepted', evidence: 'confirmed_by_operator', now })
  return acceptedBy(closed, { n: lastN, brokerRef, now })
}

/** A person asked the broker, which does not hold the delivery. Null unless the delivery is UNCONFIRMED. */
export function afterDenial<Delivery extends DeliveryRecord>(
  delivery: Delivery,
  { now }: { readonly now: number },
): DeliveryDecision<Delivery> | null {
  if (delivery.state !== 'UNCONFIRMED') return null
  const evidence = deniedByOperator
  const closed = closedAs(delivery, attemptsInDoubt(delivery), { outcome: 'not_sent', evidence, now })
  const failed: Delivery = { ...closed.delivery, state: 'FAILED' }
  return atRest(failed, closed.attempts, { became: 'FAILED', reason: 'not_received', evidence })
}

function atRest<Delivery extends DeliveryRecord>(
  delivery: Delivery,
  attempts: DeliveryDecision['attempts'],
  news: DeliveryDecision['news'],
): DeliveryDecision<Delivery> {
  return { delivery, attempts, endedOutboxId: null, decides: true, lease: null, news, alarm: null }
}
