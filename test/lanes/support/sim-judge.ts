import { isFinal } from '../../../packages/server/src/domain/delivery/decision.ts'
import type { DeliveryRecord } from '../../../packages/server/src/domain/records.ts'
import type { SimHistory } from './sim-history.ts'
import { faultsOfSubmissions } from './sim-submission-judge.ts'

/**
 * What a world did wrong, from its history alone; each fault names the promise that is broken (delivery.md §1, §2 and §7).
 * Nothing here asks the product what it would have decided.
 */
export function faultsOfWorld(history: SimHistory): string[] {
  return [
    ...history.faults,
    ...faultsOfExecution(history),
    ...faultsOfEvents(history),
    ...faultsOfClaims(history),
    ...faultsOfSends(history),
    ...faultsOfQuarantine(history),
    ...faultsOfDecisions(history),
    ...faultsOfReplays(history),
    ...faultsOfSubmissions(history),
    ...faultsOfEndpoints(history),
    ...faultsOfRest(history),
  ]
}

/** I2: one execution, one package, one submission of each revision. */
function faultsOfExecution({ end, isGated }: SimHistory): string[] {
  const faults: string[] = []
  const executedAt = end.history?.execution?.executedAt ?? 0
  if (isGated && !end.history?.approvals.some(({ expiresAt }) => executedAt < expiresAt))
    faults.push('gate: executed when no approval was live')
  if (end.executions !== 1) faults.push(`I2: ${end.executions} executions`)
  if (end.packages !== 1) faults.push(`I2: ${end.packages} packages`)
  const submissions = end.history?.submissions ?? []
  submissions.forEach(({ revision }, index) => {
    if (revision !== index + 1) faults.push(`I2: submission ${index + 1} has revision ${revision}`)
  })
  const open = submissions.filter(({ state }) => !isFinal(state))
  if (open.length > 1) faults.push(`I2: ${open.length} open submissions`)
  return faults
}

/** I4: seq 1..n; what happens once is told once. */
function faultsOfEvents({ end: { events, history } }: SimHistory): string[] {
  const faults: string[] = []
  events.forEach(({ seq }, index) => {
    if (seq !== index + 1) faults.push(`I4: event ${index + 1} has seq ${seq}`)
  })
  if (history !== null && history.export.eventSeq !== events.length)
    faults.push(`I4: ${events.length} events and seq ${history.export.eventSeq}`)
  const count = (type: string): number => events.filter((event) => event.type === type).length
  for (const type of ['EXPORT_EXECUTED', 'CUSTOMS_PACKAGE_GENERATED', 'WAREHOUSE_NOTIFIED'])
    if (count(type) !== 1) faults.push(`I4: ${count(type)} × ${type}`)
  for (const { id, state } of history?.submissions ?? []) {
    const sent = events.filter(
      ({ type, data }) => type === 'BROKER_SUBMISSION_SENT' && JSON.stringify(data).includes(id),
    )
    const expected = state === 'ACCEPTED' || state === 'BOUNCED' ? 1 : 0
    if (sent.length !== expected) faults.push(`I6: ${id} is ${state} with ${sent.length} × BROKER_SUBMISSION_SENT`)
  }
  return faults
}

/** I7 and the schedule: one lease at a time, numbers that only rise, keys that are still trusted, lanes in order. */
function faultsOfClaims({ claims }: SimHistory): string[] {
  const faults: string[] = []
  const last = new Map<string, { readonly n: number; readonly epoch: number }>()
  for (const { delivery, n, kind, wall, before, faults: seen } of claims) {
    faults.push(...seen)
    const named = `${delivery.id} attempt ${n}`
    const attempt = delivery.attempts.find((other) => other.n === n)
    if (attempt === undefined || attempt.outcome !== null)
      faults.push(`I5: ${named} was claimed without an open attempt`)
    const open = delivery.attempts.filter((other) => other.n !== n && other.outcome === null)
    if (open.length > 0) faults.push(`I7: ${named} was claimed while attempt ${open[0]?.n} was open`)
    const earlier = last.get(delivery.id)
    const epoch = attempt?.epoch ?? 0
    if (earlier !== undefined && (n <= earlier.n || epoch <= earlier.epoch))
      faults.push(`I7: ${named} of epoch ${epoch} follows attempt ${earlier.n} of epoch ${earlier.epoch}`)
    last.set(delivery.id, { n, epoch })
    if (isFinal(delivery.state)) faults.push(`I6: ${named} was claimed in state ${delivery.state}`)
    if (before > 0) faults.push(`lanes: ${named} was claimed before ${before} effects of its lane`)
    if (kind === 'send') faults.push(...faultsOfSendClaim(delivery, { n, wall }))
  }
  return faults
}

function faultsOfSendClaim(
  delivery: DeliveryRecord,
  { n, wall }: { readonly n: number; readonly wall: number },
): string[] {
  const faults: string[] = []
  const { policy, terms, roundFromN, doubtResolvedN, outbox } = delivery
  const sends = delivery.attempts.filter(({ kind, ...other }) => kind === 'send' && other.n >= roundFromN)
  // One stands for whatever was sent before a restore.
  if (sends.filter(({ evidence }) => evidence !== 'restored').length > 10)
    faults.push(`7.1: ${delivery.id} is sent ${sends.length} times in one round`)
  const inDoubt = sends.filter((other) => other.n < n && other.outcome === 'unknown' && other.n > doubtResolvedN)
  if (policy === 'at_most_once' && inDoubt.length > 0)
    faults.push(`at_most_once: ${delivery.id} attempt ${n} repeats the unknown attempt ${inDoubt[0]?.n}`)
  if (policy === 'idempotent')
    for (const { n: earlier, startedAt } of inDoubt)
      if (wall > startedAt + trustedMs(terms.keyWindowMs))
        faults.push(`notAfter: ${delivery.id} attempt ${n} is later than the key of attempt ${earlier} is trusted`)
  if (outbox !== null && outbox.notAfter !== null && wall > outbox.notAfter)
    faults.push(`notAfter: ${delivery.id} attempt ${n} was claimed too late`)
  return faults
}

/** 0.9 of the broker's key window, and never so long that an attempt of 30 s could reach the broker after its end. */
function trustedMs(keyWindowMs: number): number {
  return Math.max(0, Math.min(0.9 * keyWindowMs, keyWindowMs - 30_000))
}

/** I5 and I8: the intent is committed before the first byte, under one id and with the same bytes. */
function faultsOfSends({ sends }: SimHistory): string[] {
  const faults: string[] = []
  const bytes = new Map<string, string>()
  const made = new Set<string>()
  for (const { deliveryId, messageId, sha256, n, committed, life } of sends) {
    const named = `${deliveryId} attempt ${n}`
    if (n === null || committed === 'absent') faults.push(`I5: ${named} left before its attempt was committed`)
    // A worker that overslept may find its attempt closed as unknown, or denied by an operator whom nobody told of it.
    else if (committed !== 'open' && committed !== 'unknown' && committed !== 'denied')
      faults.push(`I5: ${named} left after its outcome ${committed} was committed`)
    if (messageId !== deliveryId.split('.')[0]) faults.push(`I8: ${named} was sent under the id ${messageId}`)
    const first = bytes.get(deliveryId) ?? sha256
    if (first !== sha256) faults.push(`I8: ${named} was sent with other bytes`)
    bytes.set(deliveryId, first)
    const once = `${named} ${life}`
    if (made.has(once)) faults.push(`I5: ${named} was sent twice by ${life}`)
    made.add(once)
  }
  return faults
}

/** C13: between a restore and the word of an operator nothing leaves. */
function faultsOfQuarantine({ sends, quarantine }: SimHistory): string[] {
  if (quarantine === null) return []
  const { from, to } = quarantine
  const early = sends.filter(({ at }) => at >= from && at < to)
  return early.map(({ deliveryId, n }) => `C13: ${deliveryId} attempt ${n} was sent in quarantine`)
}

/** I6 and I7: ACCEPTED stays, and nothing ends or is scheduled while somebody else still sends. */
function faultsOfDecisions({ decisions }: SimHistory): string[] {
  const faults: string[] = []
  const accepted = new Set<string>()
  for (const { deliveryId, state, openAttempts, isStale, life } of decisions) {
    if (isStale && state !== 'ACCEPTED')
      faults.push(`I7: ${life} made ${deliveryId} ${state} though its lease was over`)
    const isReplayedEvent = deliveryId.startsWith('evt_')
    if (accepted.has(deliveryId) && state !== 'ACCEPTED' && state !== 'BOUNCED' && !isReplayedEvent)
      faults.push(`I6: ${deliveryId} was ACCEPTED and became ${state}`)
    if (state === 'ACCEPTED') accepted.add(deliveryId)
    else if (openAttempts > 0 && state !== 'QUEUED')
      faults.push(`I7: ${life} made ${deliveryId} ${state} while an attempt was open`)
  }
  return faults
}

/** I3: one key, one answer. */
function faultsOfReplays({ replays }: SimHistory): string[] {
  const first = new Map<string, string>()
  return replays.flatMap(({ key, status, body }) => {
    const answer = `${status} ${body}`
    const before = first.get(key) ?? answer
    first.set(key, before)
    return before === answer ? [] : [`I3: the key ${key} was answered in two ways`]
  })
}

/** Every event that an endpoint asked for while it was active, or later, has its delivery, and no other has one. */
function faultsOfEndpoints({ end, effects, told }: SimHistory): string[] {
  const found = end.eventDeliveries.map(({ id }) => id)
  const missing = told.filter((id) => !found.includes(id))
  const needless = found.filter((id) => !told.includes(id))
  if (missing.length > 0)
    return [`events: ${found.length} deliveries for ${told.length} events to tell, ${missing[0]} is missing`]
  if (needless.length > 0) return [`events: ${needless[0]} is told to somebody who did not ask for it`]
  return end.eventDeliveries.flatMap(({ id, state }) => {
    const isHeard = effects.some(({ deliveryId }) => deliveryId === id)
    return state === 'ACCEPTED' && !isHeard ? [`events: ${id} is ACCEPTED and was never heard`] : []
  })
}

/** R11: everything ends, and says so. */
function faultsOfRest({ end }: SimHistory): string[] {
  const faults: string[] = []
  if (end.outboxRows > 0) faults.push(`R11: ${end.outboxRows} effects are still pending`)
  const notifications = (end.history?.notifications ?? []).flatMap(({ delivery }) => delivery ?? [])
  for (const { id, state, attempts } of [...notifications, ...end.eventDeliveries]) {
    if (!isFinal(state)) faults.push(`R11: ${id} is ${state}`)
    if (attempts.some(({ outcome }) => outcome === null)) faults.push(`R11: ${id} has an open attempt`)
  }
  return faults
}
