import { afterRestore, decidedAnew } from '../domain/delivery/after-restore.ts'
import {
  type DeliveryChange,
  deliveryChange,
  notificationChange,
  submissionChange,
} from '../domain/delivery/compose-delivery.ts'
import type { DeliveryDecision } from '../domain/delivery/decision.ts'
import { afterLapse, afterLeaseExpiry, afterSend } from '../domain/delivery/delivery.ts'
import { afterQuery } from '../domain/delivery/reconcile.ts'
import type { Moment } from '../domain/delivery/steps.ts'
import type { DeliveryRecord, SubmissionRecord } from '../domain/records.ts'
import {
  type ClaimedEffect,
  type PendingEffect,
  type Ports,
  type QuerySighting,
  type Sighting,
  StoreUnavailable,
  type Write,
} from '../ports.ts'
import { failpoint } from '../testing/failpoints.ts'
import { announceAccount, announceExport } from './export-signals.ts'
import { delay, type Timers } from './timers.ts'

export interface Recording {
  readonly timers: Timers
  readonly ports: Ports
}

/** What one attempt saw: of a send, or of a question to the receiver. */
export type Seen =
  | { readonly kind: 'send'; readonly sighting: Sighting }
  | { readonly kind: 'query'; readonly sighting: QuerySighting }

/**
 * Commits what an attempt saw. While the store cannot serve it is tried again for about half a minute; after that the
 * attempt stays open and the end of its lease closes it. Rejects when the outcome is not committed.
 */
export async function recordOutcome(effect: ClaimedEffect, seen: Seen, { timers, ports }: Recording): Promise<void> {
  const { n, epoch } = effect.attempt
  const decide: Decide = (delivery, moment) => {
    const ended = { ...moment, delivery, n, epoch }
    return seen.kind === 'send'
      ? afterSend({ ...ended, sighting: seen.sighting })
      : afterQuery({ ...ended, sighting: seen.sighting })
  }
  for (let tries = 1; ; tries += 1) {
    try {
      return await commitDecision(effect, { ports, moment: 'outcome' }, decide)
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || tries === maxTriesWhileUnavailable) throw error
    }
    await delay(timers, Math.min(100 * 2 ** tries, 5_000))
  }
}

/**
 * Closes the attempts whose lease is over as `unknown` and decides by their policy, and decides anew what nobody sent
 * while its key was trusted. Never rejects.
 */
export async function closeExpiredLeases(ports: Ports): Promise<void> {
  const now = ports.clock.now()
  await eachOf(
    () => ports.store.expiredEffects(now, maxAtOnce),
    ports,
    async (effect) => {
      failpoint('expire.found')
      await commitDecision(effect, { ports, moment: 'expire' }, (delivery, moment) => {
        const { outbox } = delivery
        // Another worker was faster, or the one that holds it has just renewed its lease.
        if (outbox?.leaseEpoch !== effect.outbox.leaseEpoch || outbox.leaseOwner === null) return null
        if (outbox.leaseUntil !== null && outbox.leaseUntil > moment.now) return null
        return afterLeaseExpiry({ delivery, ...moment })
      })
    },
  )
  await eachOf(
    () => ports.store.lapsedEffects(now, maxAtOnce),
    ports,
    async (effect) => {
      failpoint('lapse.found')
      const restoration = effect.outbox.notAfter === decidedAnew ? await ports.store.restoration() : null
      await commitDecision(effect, { ports, moment: 'lapse' }, (delivery, moment) => {
        const { outbox } = delivery
        if (outbox?.leaseEpoch !== effect.outbox.leaseEpoch || outbox.leaseOwner !== null) return null
        if (outbox.notAfter === null || outbox.notAfter >= moment.now) return null
        return outbox.notAfter === decidedAnew && restoration !== null
          ? afterRestore({ delivery, restoration, now: moment.now })
          : afterLapse({ delivery, ...moment })
      })
    },
  )
}

const maxTriesWhileUnavailable = 10
const maxTriesWhileStale = 20
const maxAtOnce = 100

/** One effect that cannot be decided does not keep the others waiting. */
async function eachOf<Effect extends PendingEffect>(
  find: () => Promise<readonly Effect[]>,
  { log }: Ports,
  close: (effect: Effect) => Promise<void>,
): Promise<void> {
  try {
    for (const effect of await find()) {
      await close(effect).catch((error: unknown) => {
        log.warn({ cause: String(error), delivery: effect.delivery.id }, 'an effect could not be decided')
      })
    }
  } catch (error) {
    log.warn({ cause: String(error) }, 'expired leases could not be closed')
  }
}

type Decide = <Delivery extends DeliveryRecord>(delivery: Delivery, moment: Moment) => DeliveryDecision<Delivery> | null

interface Deciding {
  readonly ports: Ports
  /** Which failpoints are passed. */
  readonly moment: 'outcome' | 'expire' | 'lapse'
}

async function commitDecision(effect: PendingEffect, { ports, moment }: Deciding, decide: Decide): Promise<void> {
  const { accountId, delivery, outbox } = effect
  const { store, clock, ids } = ports
  for (let tries = 0; tries < maxTriesWhileStale; tries += 1) {
    const at = clock.now()
    const change = await changeOf(effect, { at, fraction: ids.fraction(), decide, ports })
    if (change === null) return
    failpoint(`${moment}.decided`)
    const { expect, writes, decision } = change
    const { outcome } = await store.commit({ accountId, at, reply: null, expect, writes })
    if (outcome !== 'committed') continue
    failpoint(`${moment}.recorded`)
    return tell({ accountId, exportId: outbox.exportId, decision, writes }, ports)
  }
  throw new Error(`Delivery ${delivery.id} changed ${maxTriesWhileStale} times while an outcome was recorded.`)
}

interface ToDecide {
  readonly at: number
  readonly fraction: number
  readonly decide: Decide
  readonly ports: Ports
}

type DecidedChange = DeliveryChange & { readonly decision: DeliveryDecision }

/** What is to be written of the delivery as it is committed now; null when there is nothing to decide any more. */
async function changeOf(
  effect: PendingEffect,
  { at, fraction, decide, ports }: ToDecide,
): Promise<DecidedChange | null> {
  const {
    accountId,
    delivery: { id, kind },
    outbox: { exportId },
  } = effect
  const { store, ids } = ports
  const moment = { now: at, fraction }
  const made = { makeId: () => ids.next('evt'), at }
  if (kind === 'event' || exportId === null) {
    const delivery = await store.loadDelivery(accountId, id)
    const decision = decide(must(delivery, id), moment)
    if (decision === null) return null
    const [own, off] = [deliveryChange(decision), await deactivation(effect, decision, store)]
    return { expect: [...own.expect, ...off.expect], writes: [...own.writes, ...off.writes], decision }
  }
  const handOff = await store.loadHandOff(accountId, exportId)
  if (handOff === null) throw new Error(`Export ${exportId} has an effect and does not exist.`)
  if (kind === 'notification') {
    const found = handOff.notifications.find((notification) => notification.id === id)?.delivery
    const decision = decide(must(found, id), moment)
    return decision && { ...notificationChange(handOff, decision, made), decision }
  }
  const submission: SubmissionRecord | undefined = handOff.submissions.find((other) => other.id === id)
  const decision = decide(must(submission, id), moment)
  return decision && { ...submissionChange(handOff, decision, made), decision }
}

function must<Found>(found: Found | null | undefined, id: string): Found {
  if (found === null || found === undefined) throw new Error(`Delivery ${id} has an effect and does not exist.`)
  return found
}

/** An endpoint that says it is gone for good is sent nothing more, what waits for it included. */
async function deactivation(
  { accountId, delivery: { partyId: id, destination } }: PendingEffect,
  { decides, attempts }: DeliveryDecision,
  store: Ports['store'],
): Promise<DeliveryChange> {
  const isGone = attempts.some(({ outcome, evidence }) => outcome === 'rejected' && evidence === 'http_410')
  const record = decides && isGone ? await store.loadRecord(accountId, 'webhook', id) : null
  // Since the attempt was made the endpoint may have another address: that one did not say that it is gone.
  if (record === null || record.doc.url !== destination) return { expect: [], writes: [] }
  const { rev, doc } = record
  const off: Write = { write: 'record', record: { ...record, rev: rev + 1, doc: { ...doc, active: false } } }
  return {
    expect: [{ expect: 'record', kind: 'webhook', id, rev }],
    writes: [...(doc.active ? [off] : []), { write: 'endWaiting', webhookId: id }],
  }
}

interface Told {
  readonly accountId: string
  readonly exportId: string | null
  readonly decision: DeliveryDecision
  readonly writes: readonly Write[]
}

function tell({ accountId, exportId, decision, writes }: Told, { store, log, wakeDispatcher }: Ports): void {
  const { delivery, alarm, news } = decision
  const facts = { account: accountId, delivery: delivery.id, state: delivery.state }
  if (alarm !== null) log.error({ ...facts, alarm }, 'the receiver holds another message under the id of this delivery')
  if (news !== null && news.became !== 'ACCEPTED')
    log.warn({ ...facts, reason: news.reason }, 'a delivery came to rest without being accepted')
  if (writes.some(({ write }) => write === 'record')) log.warn(facts, 'an endpoint is gone and was switched off')
  if (writes.some(({ write }) => write === 'endWaiting')) wakeDispatcher()
  if (exportId === null || delivery.kind === 'event') return
  announceExport(store, exportId)
  if (!writes.some(({ write }) => write === 'event')) return
  announceAccount(store, accountId)
  // Events wait for endpoints now.
  wakeDispatcher()
}
