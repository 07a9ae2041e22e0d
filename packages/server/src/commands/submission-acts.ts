import { submissionChange } from '../domain/delivery/compose-delivery.ts'
import { afterConfirmation, afterDenial } from '../domain/delivery/resolve.ts'
import { brokerRoute } from '../domain/execution/broker-route.ts'
import { composeResend } from '../domain/execution/compose-resend.ts'
import { decideResend, type ResendDecision } from '../domain/execution/decide-resend.ts'
import { submissionStatus } from '../domain/export/submission-status.ts'
import type { ExportHistory, SubmissionRecord } from '../domain/records.ts'
import { budgetOpensInMs, submissionBudget } from '../operations/budget.ts'
import type { Clock, Expectation, Ids, ListedSubmission, Log, SubmissionBudget, Write } from '../ports.ts'
import type { SqliteLedger } from '../storage/sqlite/ledger.ts'
import { UsageError } from './usage-error.ts'

/** What an operator's act needs of the world. */
export interface Desk {
  readonly ledger: Pick<SqliteLedger, 'findSubmission' | 'loadExport' | 'loadRecord' | 'restoration' | 'commit'>
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly budget: SubmissionBudget
}

/**
 * Starts a new round of a submission that failed or is unknown, by the rules of a further execute (delivery.md §6): same
 * id, same bytes. A running server notices within a second. Throws {@link UsageError} where the rules do not allow it, or
 * where the broker has to be sent a new message, which takes an execute.
 */
export function retrySubmission(
  id: string,
  { acceptDuplicateRisk }: { readonly acceptDuplicateRisk: boolean },
  desk: Desk,
): Promise<ListedSubmission> {
  return act({ id, name: 'retry' }, desk, async ({ accountId, submission, history, at }) => {
    const latest = history.submissions.at(-1)
    if (latest?.id !== id) throw new UsageError(superseded(submission, latest))
    const broker = await desk.ledger.loadRecord(accountId, 'broker', submission.partyId)
    if (broker === null) throw new Error(`Submission ${id} lost its broker ${submission.partyId}.`)
    const route = brokerRoute(broker.doc)
    const restoration = await desk.ledger.restoration()
    if (restoration?.isQuarantined === true) throw new UsageError(inQuarantine)
    const decision = decideResend({ history, route, renderedSha: null, acceptDuplicateRisk })
    if (decision.action !== 'sameRevision') throw new UsageError(notRepeated(submission, decision))
    const makeId = (prefix: string): string => desk.ids.next(prefix)
    const composed = composeResend({ accountId, history, decision, prepared: null, makeId, at, restoration })
    const { id: brokerId, rev } = broker
    return {
      expect: [{ expect: 'record', kind: 'broker', id: brokerId, rev }],
      writes: [submissionBudget(desk.budget, { brokerId, at }), ...composed.writes],
      history: composed.history,
    }
  })
}

export type BrokerSays =
  | { readonly isReceived: true; readonly reference: string | undefined }
  | { readonly isReceived: false }

/**
 * Writes down what the broker said about a submission whose outcome nobody knows: it becomes sent or failed, with the
 * events that tell it. Throws {@link UsageError} for one that is in any other state.
 */
export function resolveSubmission(id: string, says: BrokerSays, desk: Desk): Promise<ListedSubmission> {
  const name = says.isReceived ? 'resolve received' : 'resolve not received'
  return act({ id, name }, desk, async (found) => {
    const { submission, history, at } = found
    const decision = says.isReceived
      ? afterConfirmation(submission, { brokerRef: says.reference, now: at })
      : afterDenial(submission, { now: at })
    if (decision === null) throw new UsageError(notInDoubt(submission))
    const { handOff, ...change } = submissionChange(history, decision, { makeId: () => desk.ids.next('evt'), at })
    return { ...change, history: handOff }
  })
}

interface Found {
  readonly accountId: string
  readonly submission: SubmissionRecord
  readonly history: ExportHistory
  readonly at: number
}

interface Act {
  readonly expect: readonly Expectation[]
  readonly writes: readonly Write[]
  readonly history: Pick<ExportHistory, 'submissions'>
}

const maxTriesWhileStale = 20

/** Decides on what is committed now, again when the running server was faster; every act is logged. */
async function act(
  { id, name }: { readonly id: string; readonly name: string },
  { ledger, clock, log, budget }: Desk,
  decide: (found: Found) => Promise<Act>,
): Promise<ListedSubmission> {
  for (let tries = 0; tries < maxTriesWhileStale; tries += 1) {
    const { accountId, submission: before } = await findSubmission(id, ledger)
    const history = await ledger.loadExport(accountId, before.exportId)
    const submission = history?.submissions.find((other) => other.id === id)
    if (history === null || submission === undefined) throw new Error(`Submission ${id} lost its export.`)
    const at = clock.now()
    const { expect, writes, history: next } = await decide({ accountId, submission, history, at })
    const { outcome } = await ledger.commit({ accountId, at, reply: null, expect, writes })
    if (outcome === 'overBudget') throw new UsageError(overBudget(submission, budgetOpensInMs(budget, at)))
    if (outcome !== 'committed') continue
    const changed = next.submissions.find((other) => other.id === id) ?? submission
    const facts = { act: name, submission: id, account: accountId, export: submission.exportId }
    log.info({ ...facts, from: submission.state, to: changed.state }, 'an operator decided a submission')
    return { accountId, submission: changed }
  }
  throw new Error(`Submission ${id} changed ${maxTriesWhileStale} times meanwhile. Look at it again, then repeat.`)
}

async function findSubmission(id: string, ledger: Pick<SqliteLedger, 'findSubmission'>): Promise<ListedSubmission> {
  const found = await ledger.findSubmission(id)
  if (found === null)
    throw new UsageError(`There is no submission ${JSON.stringify(id)}. "submissions list" names them.`)
  return found
}

const inQuarantine =
  'A backup was restored and the store is in quarantine: nothing is sent again. "quarantine" says what is open; ' +
  '"quarantine lift" ends it.'

function standing({ id, state, ...rest }: SubmissionRecord): string {
  return `${id} is ${state} (${submissionStatus({ state, ...rest })})`
}

function superseded({ id, revision, exportId }: SubmissionRecord, latest: SubmissionRecord | undefined): string {
  const next = latest === undefined ? '' : ` revision ${latest.revision}, ${latest.id}, followed it.`
  return `${id} is revision ${revision} of ${exportId}, and${next} Decide that one: a revision that was followed is never sent again.`
}

type NotRepeated = Exclude<ResendDecision, { action: 'sameRevision' }>

function notRepeated(submission: SubmissionRecord, decision: NotRepeated): string {
  const { exportId, destination, state } = submission
  if (decision.action === 'newRevision') {
    const why =
      state === 'REJECTED' || state === 'BOUNCED'
        ? 'the broker would refuse the same message again'
        : `the broker is no longer reached at ${destination}`
    return `${standing(submission)}, and ${why}. Correct what was wrong, then execute ${exportId} again: that sends a new revision.`
  }
  switch (decision.because) {
    case 'in_flight':
      return `${standing(submission)}: it is being sent already. Wait for its outcome.`
    case 'accepted':
      return `${standing(submission)}: the broker has it, and what was accepted is never sent again.`
    case 'duplicate_risk':
      return (
        `${standing(submission)}: it may have arrived, and its policy at_most_once forbids to repeat it. Ask the broker, then ` +
        'use "submissions resolve"; or give --accept-duplicate-risk to send it again knowingly.'
      )
  }
}

function notInDoubt(submission: SubmissionRecord): string {
  const remedies: Readonly<Record<ReturnType<typeof submissionStatus>, string>> = {
    prepared: 'it waits for its first attempt, and there is nothing to resolve yet.',
    sending: 'EntryGo is still working on it. Wait until it is sent, failed or unknown.',
    sent: 'the broker has it already.',
    failed: `the broker does not hold it. Use "submissions retry", or execute ${submission.exportId} again.`,
    unknown: 'it cannot be resolved.',
  }
  return `${standing(submission)}: ${remedies[submissionStatus(submission)]} Only what is UNCONFIRMED (unknown) can be resolved.`
}

function overBudget({ partyId }: SubmissionRecord, opensInMs: number): string {
  const seconds = Math.ceil(opensInMs / 1_000)
  return `The budget of submissions to the broker ${partyId} is used up; it opens again in ${seconds} s. Nothing was sent.`
}
