import { setTimeout as sleep } from 'node:timers/promises'
import { artifactTypes } from '../artifact-types.ts'
import { Breach, expectSame, expectStatus, expectThat } from '../breach.ts'
import { at, listIn, members, numberIn, textIn } from '../reading.ts'
import { type Checks, eventTypes, executable, execute, inspect, order, plan, type Trial } from '../world.ts'

export const inspectChecks: Checks = {
  'INSP-01': async (trial) => {
    const planned = await plan(trial, [await order(trial, 'A')])
    const id = textIn(planned, 'exportId')
    const first = await inspect(trial, id)
    // Ids of units and times of an answer are of that answer; the decision is the plan's.
    for (const name of decided)
      expectSame(first, at(first.value, name), { [`${name} of the plan`]: at(planned.value, name) })
    const second = await inspect(trial, id)
    expectSame(second, second.text, { 'the same bytes': first.text })
  },
  'INSP-02': async (trial) => {
    const { id } = await threeHashes(trial)
    const after = await inspect(trial, id)
    gapless(after.value, 'events', 1)
    expectSame(after, eventTypes(after).slice(0, 1), { 'the first event': ['EXPORT_PLANNED'] })
    const told = eventTypes(after).filter((type) => type === 'EXPORT_REPLANNED').length
    expectSame(after, told, { 'events EXPORT_REPLANNED': 2 })
  },
  'INSP-03': async (trial) => {
    const { id } = await threeHashes(trial)
    const whole = listIn(await inspect(trial, id), 'events')
    const seen: unknown[] = []
    for (let after = 0, pages = 0; pages < 100; pages += 1) {
      const page = await trial.api.call('listExportEvents', { path: { id }, query: `?after=${after}&limit=2` })
      const data = listIn(expectStatus(page, 200), 'data')
      gapless(page.value, 'data', after + 1)
      seen.push(...data)
      after = numberIn(page, 'next_after')
      if (at(page.value, 'has_more') === true) continue
      expectSame(page, seen, { 'the events of inspect': whole })
      return
    }
    throw new Breach({ expected: 'a last page of events', got: `${seen.length} events and has_more` })
  },
  'INSP-04': async (trial) => {
    const orderId = await order(trial, 'A')
    const id = textIn(await plan(trial, [orderId]), 'exportId')
    const last = listIn(await inspect(trial, id), 'events').length
    const waiting = trial.api.call('listExportEvents', { path: { id }, query: `?after=${last}&wait=20` })
    await sleep(150)
    await order(trial, 'A', { quantity: 13 })
    await plan(trial, [orderId], { batchId: id })
    const page = expectStatus(await waiting, 200)
    expectThat(page, page.ms < 15_000, { expected: 'an answer when the event came', got: `${Math.round(page.ms)} ms` })
    expectSame(
      page,
      listIn(page, 'data').map((event) => at(event, 'type')),
      { 'the new event': ['EXPORT_REPLANNED'] },
    )
  },
  'INSP-05': async (trial) => {
    const id = textIn(await plan(trial, [await order(trial, 'A')]), 'exportId')
    const last = listIn(await inspect(trial, id), 'events').length
    const page = await trial.api.call('listExportEvents', { path: { id }, query: `?after=${last}&wait=1` })
    expectSame(expectStatus(page, 200), listIn(page, 'data'), { data: [] })
    expectSame(page, at(page.value, 'next_after'), { next_after: last })
    const isInTime = page.ms >= 900 && page.ms < 15_000
    expectThat(page, isInTime, { expected: 'an answer after one second', got: `${Math.round(page.ms)} ms` })
  },
  'INSP-06': async (trial) => {
    const ids = [(await threeHashes(trial)).id, textIn(await plan(trial, [await order(trial, 'B')]), 'exportId')]
    const placed = await feed(trial)
    const positions = placed.map((item) => Number(at(item, 'position')))
    const falling = positions.filter((position, index) => index > 0 && position <= (positions[index - 1] ?? 0))
    if (falling.length > 0) throw new Breach({ expected: 'rising positions', got: falling })
    for (const id of ids) {
      const own = placed.filter((item) => at(item, 'export_id') === id).map((item) => at(item, 'event'))
      const inspected = await inspect(trial, id)
      expectSame(inspected, own, { 'the events of the export in the feed': listIn(inspected, 'events') })
    }
  },
  'INSP-07': async (trial) => {
    const orderId = await order(trial, 'A')
    const id = textIn(await plan(trial, [orderId]), 'exportId')
    const before = listIn(await inspect(trial, id), 'events')
    await order(trial, 'A', { quantity: 13 })
    await plan(trial, [orderId], { batchId: id })
    const after = await inspect(trial, id)
    expectSame(after, listIn(after, 'events').slice(0, before.length), { 'the events read before': before })
    expectThat(after, listIn(after, 'events').length > before.length, 'an event more')
  },
  'INSP-08': async (trial) => {
    const { id } = await threeHashes(trial)
    const path = `/api/exports/${id}/events?after=0`
    const aborted = AbortSignal.any([trial.signal, AbortSignal.timeout(5000)])
    const text = await trial.stream(path, (so) => so.includes('EXPORT_REPLANNED'), aborted)
    for (const part of ['id: 1\n', 'event: EXPORT_PLANNED\n', 'data: {']) {
      if (!text.replaceAll('\r\n', '\n').includes(part)) throw new Breach({ expected: part.trim(), got: text })
    }
  },
  'INSP-09': async (trial) => {
    const planned = await executable(trial)
    const done = expectStatus(await execute(trial, planned), 201)
    const after = await inspect(trial, textIn(planned, 'exportId'))
    gapless(after.value, 'events', 1)
    const ofType = (type: string): unknown[] =>
      listIn(after, 'events').flatMap((event) => (at(event, 'type') === type ? [at(event, 'data')] : []))
    for (const type of ['CUSTOMS_PACKAGE_GENERATED', 'BROKER_SUBMISSION_PREPARED', 'EXPORT_EXECUTED']) {
      expectSame(after, ofType(type).length, { [`events ${type}`]: 1 })
    }
    const told = Object.fromEntries(
      ofType('CUSTOMS_ARTIFACT_GENERATED').map((data) => [String(at(data, 'artifact_type')), at(data, 'sha256')]),
    )
    expectSame(after, Object.keys(told).toSorted(), { 'an event for each artifact': [...artifactTypes] })
    for (const artifact of listIn(done, 'artifacts')) {
      const type = String(at(artifact, 'artifact_type'))
      expectSame(after, told[type], { [`sha256 of ${type}`]: at(artifact, 'sha256') })
    }
  },
  'INSP-10': async (trial) => {
    const planned = await executable(trial)
    expectStatus(await execute(trial, planned), 201)
    for (let reads = 0; reads < 10; reads += 1) {
      const after = await inspect(trial, textIn(planned, 'exportId'))
      const submission = String(at(after.value, 'broker_submission.status'))
      const expected = members(stateOf)[submission]
      expectSame(after, at(after.value, 'state'), { [`state while the submission is ${submission}`]: expected })
      const isSent = submission === 'sent'
      expectSame(after, eventTypes(after).includes('BROKER_SUBMISSION_SENT'), { 'BROKER_SUBMISSION_SENT told': isSent })
      if (isSent) return
      await sleep(50)
    }
  },
}

const stateOf = {
  prepared: 'handing_off',
  sending: 'handing_off',
  sent: 'completed',
  failed: 'needs_action',
  unknown: 'needs_action',
}

const decided = [
  ...['planHash', 'readinessState', 'state', 'status', 'validationMessages', 'flags', 'missing_data', 'treatments'],
  ...['included_order_ids', 'excluded_order_ids', 'excluded', 'strategy', 'rulePack', 'policy'],
]

/** An export that was planned to three different hashes. */
async function threeHashes(trial: Trial): Promise<{ readonly id: string }> {
  const orderId = await order(trial, 'A')
  const id = textIn(await plan(trial, [orderId]), 'exportId')
  for (const quantity of [13, 14]) {
    await order(trial, 'A', { quantity })
    await plan(trial, [orderId], { batchId: id })
  }
  return { id }
}

function gapless(value: unknown, list: string, from: number): void {
  const seqs = Object.values(members(at(value, list))).map((event) => at(event, 'seq'))
  const wanted = seqs.map((_, index) => index + from)
  if (seqs.join() !== wanted.join()) throw new Breach({ expected: `seq ${wanted.join()}`, got: seqs })
}

/** The feed of the account, to its end. */
async function feed({ api }: Trial): Promise<unknown[]> {
  const placed: unknown[] = []
  for (let after = 0; ; ) {
    const page = expectStatus(await api.call('listEvents', { query: `?after=${after}&limit=500` }), 200)
    placed.push(...listIn(page, 'data'))
    if (at(page.value, 'has_more') !== true) return placed
    after = numberIn(page, 'next_after')
  }
}
