import type { BrokerSubmission, Export, Notification } from '@entrygo/sdk/contract'
import { movedTypes } from './crash-endpoints.ts'
import type { Written } from './crash-history.ts'
import type { Received, Receivers } from './crash-receivers.ts'

/** What came to everybody, by the id that names a message. */
interface Arrivals {
  readonly mails: ReadonlyMap<string, readonly Received[]>
  readonly hooks: ReadonlyMap<string, readonly Received[]>
  readonly movedHooks: ReadonlyMap<string, readonly Received[]>
  readonly effects: ReadonlyMap<string, number>
}

export function arrivalsAt({ mails, hooks, movedHooks, borderBuddy }: Receivers): Arrivals {
  const effects = new Map<string, number>()
  for (const { submissionId } of borderBuddy.effects()) effects.set(submissionId, (effects.get(submissionId) ?? 0) + 1)
  return { mails: byId(mails), hooks: byId(hooks), movedHooks: byId(movedHooks), effects }
}

/** The package of every export whose execution was acknowledged, and those that were given two. */
export function packagesOf(written: readonly Written[]): {
  readonly packages: ReadonlyMap<string, string>
  readonly doubled: readonly string[]
} {
  const packages = new Map<string, string>()
  const doubled: string[] = []
  for (const { operation, answer } of written) {
    if (operation !== 'executeExport' || answer === null || answer.status >= 300) continue
    const { exportId, customs_package_id } = JSON.parse(answer.text)
    const before = packages.get(exportId)
    if (before !== undefined && before !== customs_package_id) doubled.push(`${exportId} was given two packages`)
    packages.set(exportId, customs_package_id)
  }
  return { packages, doubled }
}

/** One execution, one package, a history without gaps, and nobody told twice without a word of it. */
export function faultsOfExport(found: Export, packageId: string, arrivals: Arrivals): string[] {
  const problems = [...faultsOfHistory(found, packageId)]
  const submissions = [...found.previous_submissions, ...(found.broker_submission ? [found.broker_submission] : [])]
  for (const submission of submissions) problems.push(...faultsOfSubmission(submission, arrivals))
  const arrived = submissions.reduce((sum, submission) => sum + arrivedOf(submission, arrivals), 0)
  if (arrived > 1 && found.broker_submission?.duplicate_possible !== true)
    problems.push(`arrived ${arrived} times without duplicate_possible`)
  for (const notification of found.notifications) problems.push(...faultsOfNotification(notification, arrivals))
  for (const { id, seq, type } of found.events) {
    if (!arrivals.hooks.has(id)) problems.push(`event ${seq} never came to the endpoint`)
    if (movedTypes.includes(type) && !arrivals.movedHooks.has(id))
      problems.push(`event ${seq} never came to the endpoint that moves`)
  }
  return problems.map((problem) => `${found.exportId}: ${problem}`)
}

/** First arrivals of the events of one export come in the order of `seq`. */
export function faultsOfOrder(exports: readonly Export[], hooks: readonly Received[]): string[] {
  const firstAt = new Map<string, number>()
  for (const [at, { id }] of hooks.entries()) if (!firstAt.has(id)) firstAt.set(id, at)
  return exports.flatMap(({ exportId, events }) => {
    const places = events.flatMap(({ id }) => firstAt.get(id) ?? [])
    const isOrdered = places.every((place, at) => at === 0 || place > (places[at - 1] ?? 0))
    return isOrdered ? [] : [`${exportId}: its events came out of order`]
  })
}

function faultsOfHistory(found: Export, packageId: string): string[] {
  const problems: string[] = []
  const count = (type: string): number => found.events.filter((event) => event.type === type).length
  if (found.customs_package_id !== packageId) problems.push('has another package than acknowledged')
  if (found.state !== 'completed' && found.state !== 'needs_action') problems.push(`is ${found.state}`)
  for (const type of ['EXPORT_PLANNED', 'EXPORT_EXECUTED', 'CUSTOMS_PACKAGE_GENERATED'])
    if (count(type) !== 1) problems.push(`has ${count(type)} × ${type}`)
  if (count('BROKER_SUBMISSION_SENT') > 1 + found.previous_submissions.length)
    problems.push(`has ${count('BROKER_SUBMISSION_SENT')} × BROKER_SUBMISSION_SENT`)
  found.events.forEach(({ seq }, at) => {
    if (seq !== at + 1) problems.push(`has a gap before event ${seq}`)
  })
  return problems
}

function faultsOfSubmission(submission: BrokerSubmission, arrivals: Arrivals): string[] {
  const { id, status, submission_type: type, attempts } = submission
  const arrived = arrivedOf(submission, arrivals)
  const problems: string[] = []
  if (status === 'sent' && arrived === 0) problems.push(`${id} is sent, and nothing arrived`)
  if (type === 'borderbuddy') {
    if (arrived > 1) problems.push(`${id} had ${arrived} effects at the broker with keys`)
    if (arrived > 0 && status === 'failed') problems.push(`${id} is failed, and the broker holds it`)
    return problems
  }
  // The view shows the newest 20 attempts.
  const told = attempts.filter(({ outcome }) => outcome === 'accepted' || outcome === 'unknown').length
  if (attempts.length < 20 && arrived > told)
    problems.push(`${id} arrived ${arrived} times, and ${told} attempts say so`)
  return [...problems, ...differing(id, messagesOf(submission, arrivals))]
}

function faultsOfNotification({ id, status, channel, attempts }: Notification, arrivals: Arrivals): string[] {
  if (channel === 'none') return status === 'recorded' ? [] : [`notification ${id} without a channel is ${status}`]
  const arrived = (channel === 'email' ? arrivals.mails : arrivals.hooks).get(id) ?? []
  const told = attempts.filter(({ outcome }) => outcome === 'accepted' || outcome === 'unknown').length
  const problems = differing(id, arrived)
  if (status !== 'sent' && status !== 'unknown') problems.push(`notification ${id} is ${status}`)
  if (status === 'sent' && arrived.length === 0) problems.push(`notification ${id} is sent, and nothing arrived`)
  if (attempts.length < 20 && arrived.length > told) problems.push(`notification ${id} arrived ${arrived.length} times`)
  return problems
}

function arrivedOf(submission: BrokerSubmission, arrivals: Arrivals): number {
  if (submission.submission_type === 'borderbuddy') return arrivals.effects.get(submission.id) ?? 0
  return messagesOf(submission, arrivals).length
}

function messagesOf({ id, submission_type }: BrokerSubmission, { mails, hooks }: Arrivals): readonly Received[] {
  return (submission_type === 'byob_webhook' ? hooks : mails).get(id) ?? []
}

function differing(id: string, messages: readonly Received[]): string[] {
  return new Set(messages.map(({ sha256 }) => sha256)).size > 1 ? [`two messages of ${id} differ`] : []
}

function byId(messages: readonly Received[]): Map<string, Received[]> {
  const found = new Map<string, Received[]>()
  for (const message of messages) found.set(message.id, [...(found.get(message.id) ?? []), message])
  return found
}
