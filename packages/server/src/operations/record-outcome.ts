import { composeDelivery } from '../domain/delivery/compose-delivery.ts'
import { afterAttempt, afterLeaseExpiry, type DeliveryDecision } from '../domain/delivery/submission.ts'
import type { ExportHistory } from '../domain/records.ts'
import { type ClaimedEffect, type Ports, type Sighting, StoreUnavailable } from '../ports.ts'
import { announceExport } from './export-signals.ts'
import { delay, type Timers } from './timers.ts'

export interface Recording {
  readonly timers: Timers
  readonly ports: Ports
}

/**
 * Commits what an attempt saw. While the store cannot serve it is tried again for about half a minute; after that the
 * attempt stays open and the end of its lease closes it. Rejects when the outcome is not committed.
 */
export async function recordOutcome(
  effect: ClaimedEffect,
  sighting: Sighting,
  { timers, ports }: Recording,
): Promise<void> {
  const { n, epoch } = effect.attempt
  for (let tries = 1; ; tries += 1) {
    try {
      return await commitDecision(effect, ports, ({ submissions }, moment) =>
        afterAttempt({ submissions, submissionId: effect.submission.id, n, epoch, sighting, ...moment }),
      )
    } catch (error) {
      if (!(error instanceof StoreUnavailable) || tries === maxTriesWhileUnavailable) throw error
    }
    await delay(timers, Math.min(100 * 2 ** tries, 5_000))
  }
}

/** Closes the attempts whose lease is over as `unknown` and decides by their policy. Never rejects. */
export async function closeExpiredLeases(ports: Ports): Promise<void> {
  try {
    for (const effect of await ports.store.expiredEffects(ports.clock.now(), maxExpiredAtOnce)) {
      await commitDecision(effect, ports, ({ submissions }, moment) => {
        const submissionId = effect.submission.id
        const outbox = submissions.find(({ id }) => id === submissionId)?.outbox
        // Another worker was faster.
        if (outbox?.leaseEpoch !== effect.outbox.leaseEpoch || outbox.leaseOwner === null) return null
        return afterLeaseExpiry({ submissions, submissionId, ...moment })
      })
    }
  } catch (error) {
    ports.log.warn({ cause: String(error) }, 'expired leases could not be closed')
  }
}

const maxTriesWhileUnavailable = 10
const maxTriesWhileStale = 20
const maxExpiredAtOnce = 100

type Decide = (history: ExportHistory, moment: { now: number; fraction: number }) => DeliveryDecision | null

async function commitDecision({ accountId, outbox }: ClaimedEffect, ports: Ports, decide: Decide): Promise<void> {
  const { exportId } = outbox
  for (let tries = 0; tries < maxTriesWhileStale; tries += 1) {
    const history = await ports.store.loadExport(accountId, exportId)
    if (history === null) throw new Error(`Export ${exportId} has an effect and does not exist.`)
    const at = ports.clock.now()
    const decision = decide(history, { now: at, fraction: ports.ids.fraction() })
    if (decision === null) return
    const { expect, writes } = composeDelivery(history, decision, { makeId: () => ports.ids.next('evt'), at })
    const { outcome } = await ports.store.commit({ accountId, at, reply: null, expect, writes })
    if (outcome === 'committed') return announceExport(ports.store, exportId)
  }
  throw new Error(`Export ${exportId} changed ${maxTriesWhileStale} times while an outcome was recorded.`)
}
