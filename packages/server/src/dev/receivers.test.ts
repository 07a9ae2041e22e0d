import { createServer } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { startDev } from '../dev.ts'
import { listenOnLoopback } from './listen-on-loopback.ts'
import { newFolder, receivedIn, rehearse } from './rehearsal.conformance.ts'
import { readStandIns } from './stand-ins.ts'

it('a submission reaches each of the three brokers, and a notification each of the two warehouses', async () => {
  const { dev, handOver, client } = await rehearse()
  const { brokers, warehouses, received } = dev
  const mailed = await handOver()
  const idOf = ({ broker_submission }: typeof mailed): string => broker_submission?.id ?? ''
  const [mail = ''] = receivedIn(received.mail, idOf(mailed))
  expect(mail).toContain('To: entries@broker.example')
  const held = await handOver({ brokerId: brokers.borderbuddy, warehouseId: warehouses.webhook })
  expect(receivedIn(received.borderbuddy, idOf(held)).map((text) => JSON.parse(text))).toMatchObject([
    { submissionId: idOf(held), n: 1, body: { schema: 'entrygo.submission/1' } },
  ])
  const pushed = await handOver({ brokerId: brokers.byob_webhook })
  expect(receivedIn(received.webhooks, idOf(pushed)).map((text) => JSON.parse(text))).toMatchObject([
    { path: '/broker', body: { type: 'customs_package.submitted', data: { submission_id: idOf(pushed) } } },
  ])
  for (const [{ exportId: id }, folder] of [
    [mailed, received.mail],
    [held, received.webhooks],
  ] as const) {
    const told = async (): Promise<string[]> => (await client.inspect({ id })).notifications.map(({ status }) => status)
    await expect.poll(told, { timeout: 5000 }).toEqual(['sent'])
    const { notifications } = await client.inspect({ id })
    expect(receivedIn(folder, notifications[0]?.id ?? '')).toHaveLength(1)
  }
})

it('a stand-in whose port was taken meanwhile takes another one, and the records follow it', async () => {
  const dataDir = newFolder()
  const first = await startDev({ port: 0, dataDir })
  const { brokers, warehouses } = first
  await first.stop()
  const { webhook } = readStandIns(dataDir)
  const squatter = createServer()
  expect(await listenOnLoopback(squatter, webhook.port)).toBe(webhook.port)
  onTestFinished(() => void squatter.close())
  const { dev, handOver } = await rehearse({ dataDir })
  expect({ brokers: dev.brokers, warehouses: dev.warehouses }).toEqual({ brokers, warehouses })
  const moved = readStandIns(dataDir)
  expect(moved.webhook.port).not.toBe(webhook.port)
  expect(moved.webhook.secret).toBe(webhook.secret)
  const found = await handOver({ brokerId: brokers.byob_webhook, warehouseId: warehouses.webhook })
  expect(found.state).toBe('completed')
  expect(receivedIn(dev.received.webhooks, found.broker_submission?.id ?? '')).toHaveLength(1)
})
