import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Export } from '@entrygo/sdk/contract'
import { expect, it } from 'vitest'
import { newFolder, type Rehearsal, receivedIn, rehearse } from './rehearsal.conformance.ts'

function outcomesOf({ broker_submission }: Export): (string | null)[] {
  return (broker_submission?.attempts ?? []).map(({ outcome }) => outcome)
}

function messageIdOf(mail = ''): string | undefined {
  return /^Message-ID: (.*)$/im.exec(mail)?.[1]
}

interface Armed extends Rehearsal {
  /** From now on these faults alone. */
  arm(faults: string): void
  /** Jumps over the 5 s before a second attempt, once the first one was recorded. */
  handOverInTimeLapse(parties?: { brokerId: string }): Promise<Export>
}

async function armed(atFirst: string): Promise<Armed> {
  const file = join(newFolder(), 'faults.txt')
  writeFileSync(file, atFirst)
  const rehearsal = await rehearse({ faults: file })
  const { client, plan } = rehearsal
  const handOverInTimeLapse: Armed['handOverInTimeLapse'] = async (parties) => {
    const { exportId: id, planHash } = await plan(parties)
    await client.execute({ batchId: id, planHash })
    await expect.poll(async () => outcomesOf(await client.inspect({ id }))[0] ?? null, { timeout: 5000 }).not.toBeNull()
    writeFileSync(file, 'clock:+10s')
    await expect.poll(async () => (await client.inspect({ id })).state, { timeout: 10_000 }).not.toBe('handing_off')
    return client.inspect({ id })
  }
  return { ...rehearsal, handOverInTimeLapse, arm: (faults) => writeFileSync(file, faults) }
}

it('after a lost reply the same key gives the answer of the first request', async () => {
  const { client, plan } = await rehearse({ faults: 'lost-reply:executeExport*1' })
  const { exportId: batchId, planHash } = await plan()
  const { meta } = await client.execute.withMeta({ batchId, planHash })
  expect(meta).toMatchObject({ status: 201, replayed: true })
  expect(meta.attempts).toHaveLength(2)
  const { events } = await client.inspect({ id: batchId })
  expect(events.filter(({ type }) => type === 'EXPORT_EXECUTED')).toHaveLength(1)
})

it('after a silence too, as often as it was asked for', async () => {
  const { client, plan } = await rehearse({ faults: 'timeout-after-commit:executeExport*2' })
  const { exportId: batchId, planHash } = await plan()
  const { meta } = await client.execute.withMeta({ batchId, planHash })
  expect(meta).toMatchObject({ replayed: true })
  expect(meta.attempts).toHaveLength(3)
})

it('a refused request is answered, and uses up no fault', async () => {
  const { client, plan } = await rehearse({ faults: 'lost-reply:executeExport*1' })
  const { exportId: batchId, planHash } = await plan()
  const refused = await client.execute.safe({ batchId, planHash: `sha256:${'0'.repeat(64)}` })
  expect(refused.ok ? null : refused.error).toMatchObject({ code: 'PLAN_HASH_MISMATCH' })
  expect((await client.execute.withMeta({ batchId, planHash })).meta.replayed).toBe(true)
})

it('a mail that is cut after the dot is sent again, said to be possibly double, and is the same mail', async () => {
  const { dev, handOverInTimeLapse } = await armed('smtp:cut-after-dot*1')
  const found = await handOverInTimeLapse()
  expect(outcomesOf(found)).toEqual(['unknown', 'accepted'])
  expect(found.broker_submission).toMatchObject({ status: 'sent', duplicate_possible: true })
  const mails = receivedIn(dev.received.mail, found.broker_submission?.id ?? '')
  expect(mails).toHaveLength(2)
  expect(messageIdOf(mails[0])).toContain(found.broker_submission?.id)
  expect(mails[1]).toBe(mails[0])
})

it.each(['smtp:cut-before-dot*1', 'smtp:451*1'])('%s: the mail was not sent, and is there once', async (faults) => {
  const { dev, handOverInTimeLapse } = await armed(faults)
  const found = await handOverInTimeLapse()
  expect(outcomesOf(found)).toEqual(['not_sent', 'accepted'])
  expect(found.broker_submission).toMatchObject({ status: 'sent', duplicate_possible: false })
  expect(receivedIn(dev.received.mail, found.broker_submission?.id ?? '')).toHaveLength(1)
})

it('a mail that is refused for good waits for a person', async () => {
  const { dev, handOver } = await rehearse({ faults: 'smtp:550*1' })
  const found = await handOver()
  expect(found).toMatchObject({ state: 'needs_action', broker_submission: { status: 'failed' } })
  expect(outcomesOf(found)).toEqual(['rejected'])
  expect(receivedIn(dev.received.mail, found.broker_submission?.id ?? '')).toEqual([])
})

it.each([
  ['borderbuddy:lost-reply*1', 'unknown'],
  ['borderbuddy:garbage*1', 'unknown'],
  ['borderbuddy:500*1', 'unknown'],
  ['borderbuddy:503*1', 'not_sent'],
  ['borderbuddy:429*1', 'not_sent'],
])('%s: two sends, the first %s, and one effect', async (faults, first) => {
  const { dev, handOverInTimeLapse } = await armed(faults)
  const found = await handOverInTimeLapse({ brokerId: dev.brokers.borderbuddy })
  expect(outcomesOf(found)).toEqual([first, 'accepted'])
  expect(found.broker_submission).toMatchObject({ status: 'sent', duplicate_possible: false })
  expect(receivedIn(dev.received.borderbuddy, found.broker_submission?.id ?? '')).toHaveLength(1)
})

it('a stand-in that is slow within the time of an attempt is waited for', async () => {
  const { dev, handOver } = await rehearse({ faults: 'borderbuddy:slow=1s*1' })
  const found = await handOver({ brokerId: dev.brokers.borderbuddy })
  expect(outcomesOf(found)).toEqual(['accepted'])
})

it('a webhook whose answer is lost comes twice under one id', async () => {
  const { dev, handOverInTimeLapse } = await armed('webhook:lost-reply*1')
  const found = await handOverInTimeLapse({ brokerId: dev.brokers.byob_webhook })
  expect(found.broker_submission).toMatchObject({ status: 'sent', duplicate_possible: true })
  const ids = receivedIn(dev.received.webhooks, found.broker_submission?.id ?? '').map(
    (text) => JSON.parse(text).headers['webhook-id'],
  )
  expect(ids).toEqual([found.broker_submission?.id, found.broker_submission?.id])
})

it('a webhook that is gone is refused for good', async () => {
  const { dev, handOver } = await rehearse({ faults: 'webhook:410' })
  const found = await handOver({ brokerId: dev.brokers.byob_webhook })
  expect(found).toMatchObject({ state: 'needs_action', broker_submission: { status: 'failed' } })
})

it('what strikes the warehouse does not strike the broker', async () => {
  const { dev, handOver, client } = await rehearse({ faults: 'warehouse-smtp:550,warehouse-webhook:410' })
  for (const warehouseId of Object.values(dev.warehouses)) {
    const { exportId: id } = await handOver({ warehouseId })
    await expect
      .poll(async () => (await client.inspect({ id })).notifications, { timeout: 5000 })
      .toMatchObject([{ status: 'failed' }])
  }
})

it('a full disk refuses writes with 503 until there is room again, and reads go on', async () => {
  const { arm, client, plan } = await armed('')
  const { exportId: id, planHash } = await plan()
  arm('disk-full:on')
  // The disk is asked once a second.
  const sync = (): ReturnType<typeof client.products.sync.safe> =>
    client.products.sync.safe({ items: [{ externalId: 'NEW' }] }, { retry: false })
  await expect.poll(async () => (await sync()).ok, { timeout: 5000 }).toBe(false)
  const refused = await client.execute.safe({ batchId: id, planHash }, { retry: false })
  expect(refused.ok ? null : refused.error).toMatchObject({ status: 503, code: 'UNAVAILABLE', retryable: true })
  expect(await client.inspect({ id })).toMatchObject({ state: 'executable' })
  arm('')
  await expect.poll(async () => (await sync()).ok, { timeout: 5000 }).toBe(true)
  expect(await client.execute({ batchId: id, planHash })).toMatchObject({ status: 'executed' })
})

it('the clock of the server can be ahead', async () => {
  const { client, plan } = await rehearse({ faults: 'clock:+2h' })
  const { exportId: id, planHash } = await plan()
  const approval = await client.exports.approve({
    id,
    planHash,
    reason: 'Clock',
    actor: { type: 'person', name: 'Desk' },
  })
  const ahead = Date.parse(approval.approved_at) - Date.now()
  expect(Math.abs(ahead - 7_200_000)).toBeLessThan(60_000)
})

it('a clock that is 10 minutes ahead makes the receiver of a webhook refuse it', async () => {
  const { dev, handOver } = await rehearse({ faults: 'clock:+10m' })
  const { broker_submission } = await handOver({ brokerId: dev.brokers.byob_webhook })
  expect(broker_submission).toMatchObject({
    status: 'failed',
    attempts: [{ outcome: 'rejected', evidence: 'http_400' }],
  })
})
