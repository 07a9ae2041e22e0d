import type { Write } from '../../domain/changes.ts'
import type { DeliveryRecord, OutboxRecord, SubmissionRecord } from '../../domain/records.ts'
import type { WriteRefusal } from './apply-change.ts'
import { storedBytes } from './packed-text.ts'
import { isUniqueViolation } from './sqlite-errors.ts'
import type { WriteStatements } from './statements.ts'

type DeliveryWrite = Extract<
  Write,
  {
    write:
      | 'blob'
      | 'package'
      | 'artifact'
      | 'notification'
      | 'attempt'
      | 'lostAttempt'
      | 'delivery'
      | 'noOutbox'
      | 'outbox'
  }
>

/** Rows of what execute produced and of the way to its receivers. */
export function writeDelivery(statements: WriteStatements, accountId: string, write: DeliveryWrite): WriteRefusal {
  switch (write.write) {
    case 'blob':
      insertBlob(statements, write.sha256, write.bytes)
      return null
    case 'package': {
      const { id, exportId, packageNumber, contentSha, createdAt } = write.package
      statements.insertPackage.run(accountId, id, exportId, packageNumber, contentSha, createdAt)
      return null
    }
    case 'artifact':
      writeArtifact(statements, accountId, write)
      return null
    case 'notification': {
      const { id, kind, channel, recipient, at } = write.notification
      statements.insertNotification.run(accountId, write.exportId, id, kind, channel, recipient, at)
      return null
    }
    case 'attempt':
      writeAttempt(statements, accountId, write)
      return null
    case 'lostAttempt': {
      const { n, epoch, kind, startedAt, finishedAt, outcome, evidence } = write.attempt
      const values = [n, epoch, kind, startedAt, finishedAt, outcome, evidence] as const
      statements.insertAttempt.run(accountId, write.deliveryId, ...values)
      return null
    }
    case 'delivery':
      return writeUnlessTaken(() => upsertDelivery(statements, accountId, write.delivery))
    case 'noOutbox':
      statements.deleteOutbox.run(accountId, write.outboxId)
      return null
    case 'outbox':
      upsertOutbox(statements, accountId, write.outbox)
      return null
  }
}

/** Attempts and outbox of the delivery are not written. */
export function upsertDelivery(
  statements: WriteStatements,
  accountId: string,
  delivery: DeliveryRecord | SubmissionRecord,
): void {
  const { id, kind, exportId, partyId, transport, policy, terms, destination, subject, state } = delivery
  const { payloadSha, brokerRef, roundFromN, resendRisk, doubtResolvedN, createdAt } = delivery
  const revision = 'revision' in delivery ? delivery.revision : null
  statements.upsertDelivery.run(
    ...[accountId, id, kind, exportId, partyId, revision, transport, policy],
    ...[terms.keyWindowMs, terms.isQueryable ? 1 : 0, terms.settleMs, terms.concurrency],
    ...[destination, subject, state, payloadSha, brokerRef],
    ...[roundFromN, resendRisk ? 1 : 0, doubtResolvedN, createdAt],
  )
}

/** Throws where the row belongs to another delivery or account. */
export function upsertOutbox(statements: WriteStatements, accountId: string, outbox: OutboxRecord): void {
  const { id, exportId, deliveryId, kind, destination, availableAt, notAfter } = outbox
  const { leaseOwner, leaseEpoch, leaseUntil, sends, lastN, lane, laneSeq } = outbox
  const rows = statements.upsertOutbox.run(
    ...[accountId, id, exportId, deliveryId, kind, destination, availableAt, notAfter],
    ...[leaseOwner, leaseEpoch, leaseUntil, sends, lastN],
    // In a lane a row joins as blocked; the tables free the first.
    ...[lane, laneSeq, lane === null ? 0 : 1],
    ...[accountId, deliveryId],
  )
  if (rows === 0) throw new Error(`Outbox row ${id} belongs to another delivery: it cannot be replaced.`)
}

type WriteOf<Kind extends Write['write']> = Extract<Write, { write: Kind }>

function writeArtifact(
  statements: WriteStatements,
  accountId: string,
  { exportId, ordinal, artifact, bytes }: WriteOf<'artifact'>,
): void {
  const { artifactType, filename, mediaType, sha256, size, generatedAt } = artifact
  insertBlob(statements, sha256, bytes)
  const values = [artifactType, ordinal, filename, mediaType, sha256, size, generatedAt] as const
  statements.insertArtifact.run(accountId, exportId, ...values)
}

function insertBlob(statements: WriteStatements, sha256: string, bytes: Uint8Array): void {
  statements.insertBlob.run(sha256, bytes.byteLength, storedBytes(bytes))
}

function writeAttempt(
  statements: WriteStatements,
  accountId: string,
  { deliveryId, attempt: { n, finishedAt, outcome, evidence } }: WriteOf<'attempt'>,
): void {
  if (statements.closeAttempt.run(finishedAt, outcome, evidence, accountId, deliveryId, n) === 0)
    throw new Error(`Attempt ${n} of ${deliveryId} was never claimed: its outcome cannot be written.`)
}

/** A revision that was submitted already, or a submission that is open, makes the change stale. */
function writeUnlessTaken(write: () => void): WriteRefusal {
  try {
    write()
    return null
  } catch (error) {
    if (isUniqueViolation(error)) return 'stale'
    throw error
  }
}
