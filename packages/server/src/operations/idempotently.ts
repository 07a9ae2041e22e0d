import { type OperationId, operations } from '@entrygo/sdk/contract'
import { fingerprintOf } from '../domain/fingerprint.ts'
import { isRefusal, type Refusal, refuse } from '../domain/refusal.ts'
import type {
  Caller,
  Change,
  Expectation,
  Ports,
  Reply,
  Store,
  StoredReply,
  SubmissionBudget,
  Write,
} from '../ports.ts'
import { budgetOpensInMs } from './budget.ts'
import { announceAccount, announceExport } from './export-signals.ts'
import type { WriteRequest } from './operation.ts'
import { settlesWithin, systemTimers } from './timers.ts'
import { createTurns, type Turns } from './turns.ts'
import { unavailable } from './unavailable.ts'

/** What a write would change and what it then answers. */
export interface Decision {
  readonly reply: Reply
  /** Remembered beside the stored reply, for support. */
  readonly resourceId?: string
  readonly expect?: readonly Expectation[]
  readonly writes: readonly Write[]
  /** The export that has news for those who follow it. */
  readonly announces?: string
  /** Something is to be sent: the dispatcher is woken after the commit. */
  readonly hasEffects?: boolean
}

export interface IdempotentWrite {
  readonly operation: OperationId
  readonly request: WriteRequest<{ readonly accountId: string }, Readonly<Record<string, string>>>
  /** Loads and decides; called again when a record moved in between. */
  readonly decide: (at: number) => Promise<Decision | Refusal>
}

/**
 * The one path of all writes (delivery.md §4 and §5): at most one effect per (account, key), the stored answer byte for
 * byte afterwards, a conflict for another payload. Without a key it decides and commits. A refusal stores nothing.
 */
export async function idempotently(write: IdempotentWrite, caller: Caller, ports: Ports): Promise<Reply | Refusal> {
  if (write.request.body.accountId !== caller.accountId) return foreignAccount(write.request.body.accountId)
  const { idempotencyKey } = write.request
  if (idempotencyKey === null) return decideAndCommit(write, null, { caller, ports })
  const claim = { key: idempotencyKey, fingerprint: fingerprint(write) }
  const running = runningKeys(ports.store)
  const slot = `${caller.accountId}\n${claim.key}`
  const since = ports.clock.now()
  for (;;) {
    const stored = await ports.store.findReply(caller.accountId, claim.key)
    if (stored !== null) return replayOrConflict(stored, claim)
    const holder = running.get(slot)
    if (holder === undefined) break
    const leftMs = inProgressWaitMs - (ports.clock.now() - since)
    if (leftMs <= 0 || !(await settlesWithin(systemTimers, holder, leftMs))) return inProgress()
  }
  const work = decideAndCommit(write, claim, { caller, ports })
  running.set(slot, work)
  try {
    return await work
  } finally {
    running.delete(slot)
  }
}

interface KeyClaim {
  readonly key: string
  readonly fingerprint: string
}

interface Context {
  readonly caller: Caller
  readonly ports: Ports
}

const inProgressWaitMs = 5_000
const maxTries = 10
const turnWaitMs = 5_000
const keptMs = 30 * 24 * 3_600_000

// A courtesy to callers of this process; the key's row in the store decides.
const runningByStore = new WeakMap<Store, Map<string, Promise<unknown>>>()

function runningKeys(store: Store): Map<string, Promise<unknown>> {
  const running = runningByStore.get(store) ?? new Map<string, Promise<unknown>>()
  runningByStore.set(store, running)
  return running
}

// A courtesy again: of many writers of one record only one can win a round, and without turns the others would use up
// their tries in a few milliseconds. What a writer expects of the record decides.
const turnsByStore = new WeakMap<Store, Turns>()

function turnsOf(store: Store): Turns {
  const turns = turnsByStore.get(store) ?? createTurns()
  turnsByStore.set(store, turns)
  return turns
}

async function decideAndCommit(
  write: IdempotentWrite,
  claim: KeyClaim | null,
  context: Context,
): Promise<Reply | Refusal> {
  const { caller, ports } = context
  const since = ports.clock.now()
  const first = await tryOnce(write, claim, context)
  if (first !== 'stale') return first
  const endTurn = await turnsOf(ports.store).take(caller.accountId)
  try {
    for (let tries = 1; tries < maxTries && ports.clock.now() - since < turnWaitMs; tries += 1) {
      const answer = await tryOnce(write, claim, context)
      if (answer !== 'stale') return answer
    }
  } finally {
    endTurn()
  }
  return unavailable('The records kept changing while this request was decided. Send it again.')
}

/** Loads, decides and commits; 'stale' when a record moved in between. */
async function tryOnce(
  write: IdempotentWrite,
  claim: KeyClaim | null,
  { caller, ports }: Context,
): Promise<Reply | Refusal | 'stale'> {
  const at = ports.clock.now()
  const decision = await write.decide(at)
  if (isRefusal(decision)) return decision
  const change = changeOf(decision, { write, claim, accountId: caller.accountId, at })
  if (change === null) return decision.reply
  const outcome = await ports.store.commit(change)
  switch (outcome.outcome) {
    case 'stale':
      return 'stale'
    case 'overBudget':
      return overBudget(ports.budget, at)
    case 'keyTaken':
      return replayOrConflict(outcome.reply, claim)
    case 'committed':
      if (decision.announces !== undefined) {
        announceExport(ports.store, decision.announces)
        announceAccount(ports.store, caller.accountId)
      }
      if (decision.hasEffects === true) ports.wakeDispatcher()
      return change.reply === null ? decision.reply : { ...decision.reply, body: change.reply.body }
  }
}

/** Null when there is nothing to write: no row and no key. */
function changeOf(
  { reply, resourceId, expect = [], writes }: Decision,
  { write, claim, accountId, at }: { write: IdempotentWrite; claim: KeyClaim | null; accountId: string; at: number },
): Change | null {
  if (claim === null && writes.length === 0) return null
  const stored: StoredReply | null =
    claim === null
      ? null
      : {
          ...claim,
          operation: write.operation,
          status: reply.status,
          contentType: reply.contentType,
          body: typeof reply.body === 'string' ? new TextEncoder().encode(reply.body) : reply.body,
          resourceId: resourceId ?? null,
          createdAt: at,
          expiresAt: at + keptMs,
        }
  return { accountId, at, reply: stored, expect, writes }
}

function overBudget(budget: SubmissionBudget, at: number): Refusal {
  const retryAfterSeconds = Math.ceil(budgetOpensInMs(budget, at) / 1_000)
  return refuse(
    'RATE_LIMITED',
    `The budget of submissions to this broker is used up; it opens again in ${retryAfterSeconds} s. Nothing was executed.`,
    { retryAfterSeconds },
  )
}

function replayOrConflict(stored: StoredReply, claim: KeyClaim | null): Reply | Refusal {
  const { key, status, contentType, body, operation, createdAt } = stored
  if (stored.fingerprint === claim?.fingerprint) return { status, contentType, body, replayed: true }
  const at = new Date(createdAt).toISOString()
  return refuse(
    'IDEMPOTENCY_CONFLICT',
    `The idempotency key ${JSON.stringify(key)} was used at ${at} for another request (${operation}). Use a new key for a new request.`,
    { details: { operation, at } },
  )
}

function fingerprint({ operation, request }: IdempotentWrite): string {
  const { method, path } = operations[operation]
  const concrete = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(request.params[name] ?? ''))
  return fingerprintOf({ method, path: concrete, body: request.body })
}

function inProgress(): Refusal {
  return refuse(
    'IDEMPOTENCY_IN_PROGRESS',
    'The first request with this idempotency key is still running. Send the same request again.',
    { retryAfterSeconds: 1 },
  )
}

function foreignAccount(accountId: string): Refusal {
  return refuse(
    'INVALID_ACCOUNT_SCOPE',
    `The API key does not belong to the account ${JSON.stringify(accountId)}. Send the account of the key.`,
    { field: 'accountId' },
  )
}
