import type { Change, Expectation, Write } from '../../domain/changes.ts'
import type { CommitOutcome, StoredReply } from '../../ports.ts'
import { failpoint } from '../../testing/failpoints.ts'
import { writeDelivery } from './apply-delivery.ts'
import { insertEvent, writeExport } from './apply-export.ts'
import type { Database } from './database.ts'
import { type FanOut, fanOutWriter } from './fan-out.ts'
import type { Verdict } from './group-commit.ts'
import { replyReader } from './read-replies.ts'
import { type WriteStatements, writeStatements } from './statements.ts'
import type { WaitingMessages } from './waiting-messages.ts'

/** What a write answers: null, or why nothing of the change may stand. */
export type WriteRefusal = 'stale' | 'overBudget' | null

/**
 * Applies one change inside the open transaction; the verdict says whether its rows stand. The key decides first, then
 * the expectations, then the keys of the tables. A violated key that no outcome stands for throws: the caller wrote
 * something impossible.
 */
export function changeWriter(database: Database, waiting: WaitingMessages): (change: Change) => Verdict<CommitOutcome> {
  const statements = writeStatements(database)
  const findReply = replyReader(database)
  const fanOutOf = fanOutWriter(database, statements)
  return (change) => {
    const taken = change.reply && takenKey({ statements, findReply, change, reply: change.reply })
    if (taken) return { keep: false, value: { outcome: 'keyTaken', reply: taken } }
    failpoint('apply.reply')
    if (!change.expect.every((expected) => holds(statements, change.accountId, expected)))
      return { keep: false, value: { outcome: 'stale' } }
    failpoint('apply.expectations')
    const fanOut = fanOutOf(change)
    for (const write of inOrder(change.writes)) {
      const refusal = applyWrite({ statements, fanOut, waiting, change }, write)
      if (refusal === 'stale') return { keep: false, value: { outcome: 'stale' } }
      if (refusal === 'overBudget') return { keep: false, value: { outcome: 'overBudget' } }
      // It is written with its delivery alone, whose moment is the same to a crash.
      if (write.write !== 'lostAttempt') failpoint(`apply.${write.write}`)
    }
    if (change.writes.some(({ write }) => write === 'attempt')) failpoint('outcome.applied')
    return { keep: true, value: { outcome: 'committed' } }
  }
}

/** What refuses cheaply stands first; a row stands before the rows that refer to it. */
const order: readonly Write['write'][] = [
  'budget',
  'record',
  'profile',
  'newExport',
  'export',
  'plan',
  'approval',
  'execution',
  'blob',
  'package',
  'artifact',
  'notification',
  'attempt',
  'lostAttempt',
  'delivery',
  'noOutbox',
  'outbox',
  'readdress',
  'endWaiting',
  'event',
  'replay',
]
const rank: ReadonlyMap<string, number> = new Map(order.map((write, index) => [write, index]))

function inOrder(writes: readonly Write[]): readonly Write[] {
  return writes.toSorted((left, right) => (rank.get(left.write) ?? 0) - (rank.get(right.write) ?? 0))
}

interface KeyedChange {
  readonly statements: WriteStatements
  readonly findReply: (accountId: string, key: string) => StoredReply | null
  readonly change: Change
  readonly reply: StoredReply
}

/** Inserts the reply, or answers the one that was there first. */
function takenKey({ statements, findReply, change: { accountId }, reply }: KeyedChange): StoredReply | null {
  const { key, fingerprint, operation, status, contentType, resourceId, createdAt, expiresAt, body } = reply
  const values = [key, fingerprint, operation, status, contentType, resourceId, createdAt, expiresAt, body] as const
  return statements.insertReply.run(accountId, ...values) === 1 ? null : findReply(accountId, key)
}

function holds(statements: WriteStatements, accountId: string, expected: Expectation): boolean {
  switch (expected.expect) {
    case 'record':
      return statements.recordIs[expected.kind].get(accountId, expected.id, expected.rev) !== undefined
    case 'fewerThan':
      return statements.countIsBelow[expected.kind].get(accountId, expected.count) !== undefined
    case 'profile':
      return statements.profileIs.get(accountId, expected.rev) !== undefined
    case 'export':
      return statements.exportIs.get(accountId, expected.exportId, expected.version) !== undefined
    case 'lease':
      return statements.leaseIs.get(accountId, expected.outboxId, expected.epoch) !== undefined
  }
}

interface Applied {
  readonly statements: WriteStatements
  readonly fanOut: FanOut
  readonly waiting: WaitingMessages
  readonly change: Change
}

function applyWrite({ statements, fanOut, waiting, change }: Applied, write: Write): WriteRefusal {
  const { accountId } = change
  switch (write.write) {
    case 'record':
      return writeRecord(statements, accountId, write.record)
    case 'profile':
      return writeProfile(statements, accountId, write.profile)
    case 'newExport':
    case 'export':
    case 'plan':
    case 'approval':
    case 'execution':
      return writeExport(statements, accountId, write)
    case 'event':
      insertEvent(statements, accountId, write)
      failpoint('apply.fanOut')
      fanOut.event(write)
      return null
    case 'replay':
      return fanOut.replay(write)
    case 'readdress':
      waiting.readdress(change, write)
      return null
    case 'endWaiting':
      waiting.end(change, write)
      return null
    case 'budget':
      statements.forgetBudgets.run(accountId, write.brokerId, write.windowStart)
      return write.limit > 0 &&
        statements.raiseBudget.run(accountId, write.brokerId, write.windowStart, write.limit) === 1
        ? null
        : 'overBudget'
    default:
      return writeDelivery(statements, accountId, write)
  }
}

type WriteOf<Kind extends Write['write']> = Extract<Write, { write: Kind }>

function writeRecord(
  statements: WriteStatements,
  accountId: string,
  record: WriteOf<'record'>['record'],
): WriteRefusal {
  const { kind, externalId, id, rev, executedExport, secret } = record
  const doc = JSON.stringify(record.doc)
  const rows =
    rev === 1
      ? statements.insertRecord[kind].run(accountId, externalId, id, executedExport, secret, doc)
      : statements.updateRecord[kind].run(rev, executedExport, secret, doc, accountId, externalId, id, rev - 1)
  return rows === 1 ? null : 'stale'
}

function writeProfile(
  statements: WriteStatements,
  accountId: string,
  profile: WriteOf<'profile'>['profile'],
): WriteRefusal {
  const { rev } = profile
  const doc = JSON.stringify(profile.doc)
  const rows =
    rev === 1
      ? statements.insertProfile.run(accountId, doc)
      : statements.updateProfile.run(rev, doc, accountId, rev - 1)
  return rows === 1 ? null : 'stale'
}
