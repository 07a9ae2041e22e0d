import type { Write } from '../../domain/changes.ts'
import type { SubmissionRecord } from '../../domain/records.ts'
import type { WriteRefusal } from './apply-change.ts'
import type { WriteStatements } from './statements.ts'

type DeliveryWrite = Extract<
  Write,
  { write: 'blob' | 'package' | 'artifact' | 'notification' | 'attempt' | 'submission' | 'noOutbox' | 'outbox' }
>

/** Rows of what execute produced and of its way to the broker. */
export function writeDelivery(statements: WriteStatements, accountId: string, write: DeliveryWrite): WriteRefusal {
  switch (write.write) {
    case 'blob':
      statements.insertBlob.run(write.sha256, write.bytes.byteLength, write.bytes)
      break
    case 'package': {
      const { id, exportId, packageNumber, contentSha, createdAt } = write.package
      statements.insertPackage.run(accountId, id, exportId, packageNumber, contentSha, createdAt)
      break
    }
    case 'artifact':
      writeArtifact(statements, accountId, write)
      break
    case 'notification': {
      const { id, kind, channel, recipient, status, at } = write.notification
      statements.insertNotification.run(accountId, write.exportId, id, kind, channel, recipient, status, at)
      break
    }
    case 'attempt':
      writeAttempt(statements, accountId, write)
      break
    case 'submission':
      writeSubmission(statements, accountId, write.submission)
      break
    case 'noOutbox':
      statements.deleteOutbox.run(accountId, write.outboxId)
      break
    case 'outbox':
      writeOutbox(statements, accountId, write)
      break
  }
  return null
}

type WriteOf<Kind extends Write['write']> = Extract<Write, { write: Kind }>

function writeArtifact(
  statements: WriteStatements,
  accountId: string,
  { exportId, ordinal, artifact, bytes }: WriteOf<'artifact'>,
): void {
  const { artifactType, filename, mediaType, sha256, size, generatedAt } = artifact
  statements.insertBlob.run(sha256, bytes.byteLength, bytes)
  const values = [artifactType, ordinal, filename, mediaType, sha256, size, generatedAt] as const
  statements.insertArtifact.run(accountId, exportId, ...values)
}

function writeAttempt(
  statements: WriteStatements,
  accountId: string,
  { submissionId, attempt: { n, finishedAt, outcome, evidence } }: WriteOf<'attempt'>,
): void {
  if (statements.closeAttempt.run(finishedAt, outcome, evidence, accountId, submissionId, n) === 0)
    throw new Error(`Attempt ${n} of ${submissionId} was never claimed: its outcome cannot be written.`)
}

function writeSubmission(statements: WriteStatements, accountId: string, submission: SubmissionRecord): void {
  const { id, exportId, revision, transport, policy, destination, subject, state } = submission
  const { payloadSha, brokerRef, roundFromN, resendRisk, createdAt } = submission
  statements.upsertSubmission.run(
    ...[accountId, id, exportId, revision, transport, policy, destination, subject, state],
    ...[payloadSha, brokerRef, roundFromN, resendRisk ? 1 : 0, createdAt],
  )
}

function writeOutbox(statements: WriteStatements, accountId: string, { outbox }: WriteOf<'outbox'>): void {
  const { id, exportId, submissionId, destination, availableAt, leaseOwner, leaseEpoch, leaseUntil } = outbox
  const rows = statements.upsertOutbox.run(
    ...[accountId, id, exportId, submissionId, destination, availableAt],
    ...[leaseOwner, leaseEpoch, leaseUntil, outbox.sends, outbox.lastN],
  )
  if (rows === 0) throw new Error(`Outbox row ${id} belongs to another submission: it cannot be replaced.`)
}
