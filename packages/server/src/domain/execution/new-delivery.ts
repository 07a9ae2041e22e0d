import type { Write } from '../changes.ts'
import { decidedAnew } from '../delivery/after-restore.ts'
import type { DeliveryRecord, OutboxRecord } from '../records.ts'

interface Made {
  readonly makeId: (prefix: string) => string
  /** Milliseconds UTC. */
  readonly at: number
  /** The message may have left in a time that a restored store lacks: that is decided before it is sent. */
  readonly mayBeSent?: boolean
}

/**
 * A pending send that is due now. Epochs and attempt numbers go on from those of earlier rounds: they are never used
 * twice.
 */
export function dueEffect(
  { id, exportId, destination, attempts }: Pick<DeliveryRecord, 'id' | 'exportId' | 'destination' | 'attempts'>,
  { makeId, at, mayBeSent = false }: Made,
): OutboxRecord {
  return {
    ...{ id: makeId('out'), exportId, deliveryId: id, kind: 'send', destination, availableAt: at },
    notAfter: mayBeSent ? decidedAnew : null,
    ...{ leaseOwner: null, leaseEpoch: Math.max(0, ...attempts.map(({ epoch }) => epoch)), leaseUntil: null },
    ...{ sends: 0, lastN: Math.max(0, ...attempts.map(({ n }) => n)), lane: null, laneSeq: null },
  }
}

/** What every delivery has before its first attempt. */
export function untried(at: number): Untried {
  return {
    ...{ state: 'QUEUED', brokerRef: null, roundFromN: 1, resendRisk: false, doubtResolvedN: 0 },
    ...{ createdAt: at, attempts: [], outbox: null },
  }
}

type Untried = Pick<
  DeliveryRecord,
  'state' | 'brokerRef' | 'roundFromN' | 'resendRisk' | 'doubtResolvedN' | 'createdAt' | 'attempts' | 'outbox'
>

/** Another round of attempts of a delivery at rest, under the same id and with the same bytes. */
export function nextRound<Delivery extends DeliveryRecord>(
  delivery: Delivery,
  resendRisk: boolean,
  made: Made,
): Delivery {
  const outbox = dueEffect(delivery, made)
  const risk = delivery.resendRisk || resendRisk
  return { ...delivery, state: 'QUEUED', roundFromN: outbox.lastN + 1, resendRisk: risk, outbox }
}

/** The rows of a delivery; `payload` is null for one whose bytes are stored already. */
export function deliveryWrites(delivery: DeliveryRecord, payload: Uint8Array | null): Write[] {
  const { outbox, payloadSha } = delivery
  return [
    ...(payload === null || payloadSha === null
      ? []
      : [{ write: 'blob', sha256: payloadSha, bytes: payload } as const]),
    { write: 'delivery', delivery },
    ...(outbox === null ? [] : [{ write: 'outbox', outbox } as const]),
  ]
}
