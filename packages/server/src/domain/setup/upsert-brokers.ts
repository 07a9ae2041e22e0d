import type { BrokerInput, BrokerSubmissionInput, Issue } from '@entrygo/sdk/contract'
import { travelsByMail } from '../delivery/travels-by-mail.ts'
import type { StoredRecord } from '../records.ts'
import type { Refusal } from '../refusal.ts'
import { canonicalCopy } from './canonical-copy.ts'
import { secretIssues } from './channel-issues.ts'
import { type Draft, type Upserted, type UpsertRecipe, upsertRecords } from './upsert-records.ts'

/**
 * Brokers as they will be stored, the defaults of their submission filled in. The secret is kept apart and never part
 * of the document; an upsert without one keeps it. Refuses with `VALIDATION_ERROR`.
 */
export function upsertBrokers(
  items: readonly BrokerInput[],
  existing: ReadonlyMap<string, StoredRecord<'broker'>>,
  makeId: () => string,
): Upserted<'broker'> | Refusal {
  return upsertRecords(recipe, { items, existing, makeId })
}

/** Protocol §6.1, Broker. */
const submissionDefaults = {
  policy: 'at_least_once',
  keyWindowSeconds: 86_400,
  queryable: true,
  settleSeconds: 60,
  maxBodyBytes: 8_388_608,
  concurrency: 1,
} as const

const recipe: UpsertRecipe<'broker', BrokerInput> = {
  kind: 'broker',
  issuesOf: ({ submission }, stored) => [
    ...submissionIssues(submission, submission.secret ?? stored?.secret ?? null),
    ...(submission.type === 'borderbuddy' ? bearerIssues(submission, stored) : []),
  ],
  draftOf: (item, id, stored) => brokerDraft(item, id, stored?.secret ?? null),
}

function submissionIssues(submission: BrokerSubmissionInput, secret: string | null): Issue[] {
  const { type, policy } = submission
  const destination = travelsByMail(type) ? 'email' : 'url'
  const issues: Issue[] = []
  if (submission[destination] === undefined) {
    const message = `A submission by ${type} needs ${destination}; give it, or choose another type.`
    issues.push({ path: `submission.${destination}`, message, code: 'invalid_type' })
  }
  if (type === 'byob_webhook') {
    const message = 'A submission by byob_webhook needs secret, which signs it; give it, or choose another type.'
    if (secret === null) issues.push({ path: 'submission.secret', message, code: 'invalid_type' })
    issues.push(...secretIssues(secret, 'submission.secret'))
  }
  if (type === 'borderbuddy' && policy !== undefined) {
    const message = 'BorderBuddy has its own delivery policy; leave policy out.'
    issues.push({ path: 'submission.policy', message, code: 'custom' })
  }
  return issues
}

/**
 * BorderBuddy gets the secret itself with every call, so one that was stored for another host or another way of
 * submission is never sent there: whoever may change the URL would read it.
 */
function bearerIssues({ url, secret }: BrokerSubmissionInput, stored: StoredRecord<'broker'> | undefined): Issue[] {
  const path = 'submission.secret'
  if (secret !== undefined) {
    if (/^[\x21-\x7e]+$/.test(secret)) return []
    const message = 'The secret of a broker is sent as it is: give one of printable ASCII characters without blanks.'
    return [{ path, message, code: 'invalid_string' }]
  }
  const before = stored?.doc.submission
  if (stored?.secret && before?.type === 'borderbuddy' && hostOf(before.url) === hostOf(url)) return []
  const message = stored?.secret
    ? 'The stored secret belongs to another host or type of submission and is not sent to this one; give secret again.'
    : 'A submission by borderbuddy needs secret, which proves who sends; give it, or choose another type.'
  return [{ path, message, code: 'invalid_type' }]
}

function hostOf(url: string | undefined): string | null {
  return URL.parse(url ?? '')?.hostname ?? null
}

function brokerDraft({ submission, ...broker }: BrokerInput, id: string, storedSecret: string | null): Draft<'broker'> {
  const { secret = null, ...delivery } = submission
  const secretSet = (secret ?? storedSecret) !== null
  return {
    doc: canonicalCopy({ ...broker, id, submission: { ...submissionDefaults, ...delivery, secretSet } }),
    secret,
  }
}
