import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Webhook } from 'standardwebhooks'
import { expect, it, onTestFinished } from 'vitest'
import type { Receiver, ReceiverFault } from './faults/fault.ts'
import { startWebhookReceiver } from './webhook-receiver.ts'

const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
const payload = JSON.stringify({ type: 'customs_package.submitted', timestamp: '2026-11-21T15:00:00.000Z', data: {} })

interface Receiving {
  readonly folder: string
  readonly url: string
  readonly asked: Receiver[]
}

async function receiving(fault: ReceiverFault | null = null): Promise<Receiving> {
  const folder = mkdtempSync(join(tmpdir(), 'entrygo-hook-'))
  const asked: Receiver[] = []
  const strike = (receiver: Receiver): ReceiverFault | null => {
    asked.push(receiver)
    return fault
  }
  const receiver = await startWebhookReceiver({ folder, port: 0, secret, strike })
  onTestFinished(async () => {
    await receiver.close()
    rmSync(folder, { recursive: true })
  })
  return { folder, url: `http://127.0.0.1:${receiver.port}`, asked }
}

function send(url: string, signedWith = secret): Promise<Response> {
  const now = new Date()
  const headers = {
    'webhook-id': 'sub_1',
    'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
    'webhook-signature': new Webhook(signedWith).sign('sub_1', now, payload),
  }
  return fetch(url, { method: 'POST', headers, body: payload })
}

it('a signed message lies in the folder with its headers when it is answered', async () => {
  const { folder, url } = await receiving()
  expect((await send(`${url}/broker`)).status).toBe(204)
  const [name = ''] = readdirSync(folder)
  expect(name).toMatch(/^\d{4}-\d\d-\d\dT[\d.-]+Z-sub_1\.json$/)
  expect(JSON.parse(readFileSync(join(folder, name), 'utf8'))).toMatchObject({
    path: '/broker',
    headers: { 'webhook-id': 'sub_1' },
    body: JSON.parse(payload),
  })
})

it('what is signed with another secret, unsigned or sent elsewhere is not kept', async () => {
  const { folder, url } = await receiving()
  const other = `whsec_${Buffer.alloc(32, 8).toString('base64')}`
  expect((await send(`${url}/broker`, other)).status).toBe(400)
  expect((await fetch(`${url}/warehouse`, { method: 'POST', body: payload })).status).toBe(400)
  expect((await send(`${url}/elsewhere`)).status).toBe(404)
  expect(readdirSync(folder)).toEqual([])
})

it('a fault with a status keeps nothing, a lost reply and a slow one keep the message', async () => {
  const gone = await receiving({ fault: 'status', status: 410 })
  expect((await send(`${gone.url}/broker`)).status).toBe(410)
  expect(readdirSync(gone.folder)).toEqual([])
  const lost = await receiving({ fault: 'lost-reply' })
  await expect(send(`${lost.url}/warehouse`)).rejects.toThrow('fetch failed')
  expect(readdirSync(lost.folder)).toHaveLength(1)
  const slow = await receiving({ fault: 'slow', ms: 300 })
  const beganAt = performance.now()
  expect((await send(`${slow.url}/broker`)).status).toBe(204)
  expect(performance.now() - beganAt).toBeGreaterThanOrEqual(290)
  expect([gone.asked, lost.asked, slow.asked]).toEqual([['webhook'], ['warehouse-webhook'], ['webhook']])
})
