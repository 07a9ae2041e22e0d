import type { SubmissionStatus } from '@entrygo/sdk/contract'
import { isOpen } from '../delivery/doubt.ts'
import type { DeliveryRecord } from '../records.ts'

/** The public status of a submission or any other delivery (delivery §8); no status is better than its evidence. */
export function submissionStatus({ state, attempts }: Pick<DeliveryRecord, 'state' | 'attempts'>): SubmissionStatus {
  switch (state) {
    case 'QUEUED':
      return attempts.some(isOpen) ? 'sending' : 'prepared'
    case 'RETRY_WAIT':
    case 'RECONCILE':
      return 'sending'
    case 'ACCEPTED':
      return 'sent'
    case 'REJECTED':
    case 'FAILED':
    case 'BOUNCED':
      return 'failed'
    case 'UNCONFIRMED':
      return 'unknown'
  }
}
