import { verifyWebhook } from '@entrygo/sdk/webhooks'
import type { Answer, Api } from '../api.ts'
import { Breach, expectSame, expectStatus, expectThat } from '../breach.ts'
import { at, listIn, textIn } from '../reading.ts'
import {
  type Checks,
  eventually,
  inspect,
  order,
  plan,
  type ReceivedMessage,
  type Trial,
  type WebhookListener,
} from '../world.ts'

export const webhookChecks: Checks = {
  'HOOK-01': async ({ api }) => {
    const body = { externalId: 'conf-HOOK-01', url: 'https://hooks.example.com/events', active: false }
    const { answer, secret } = await endpointOf(api, body)
    const again = expectStatus(await api.call('registerWebhook', { body }), 200)
    expectSame(again, at(again.value, 'id'), { id: textIn(answer, 'id') })
    const listed = expectStatus(await api.call('listWebhooks'), 200)
    for (const shown of [again, listed]) {
      expectThat(shown, !shown.text.includes(secret), { expected: 'no secret in the answer', got: 'the secret' })
    }
  },
  'HOOK-02': async (trial) => {
    const { listener, made, secret } = await registered(trial)
    const sent = await trial.api.call('testWebhook', { path: { id: textIn(made, 'id') }, body: {} })
    const messageId = textIn(expectStatus(sent, 202), 'message_id')
    const message = await arrived(listener, (one) => one.headers['webhook-id'] === messageId)
    await signedBy(message, secret)
    await silenced(trial, made)
  },
  'HOOK-03': async (trial) => {
    const { listener, made } = await registered(trial)
    const orderId = await order(trial, 'A')
    const id = textIn(await plan(trial, [orderId]), 'exportId')
    await order(trial, 'A', { quantity: 13 })
    await plan(trial, [orderId], { batchId: id })
    const events = listIn(await inspect(trial, id), 'events').map((event) => String(at(event, 'id')))
    const ofExport = (from: number): string[] =>
      listener.messages
        .slice(from)
        .filter(({ body }) => body.includes(id))
        .map(({ headers }) => headers['webhook-id'] ?? '')
    await eventually('every event', async () => (ofExport(0).length >= events.length ? true : undefined))
    sameIds([...new Set(ofExport(0))], events, 'events in the order of seq')
    const before = listener.messages.length
    const replay = { path: { id: textIn(made, 'id') }, body: { exportId: id } }
    expectStatus(await trial.api.call('replayWebhook', replay), 202)
    await eventually('every event again', async () => (ofExport(before).length >= events.length ? true : undefined))
    sameIds([...new Set(ofExport(before))], events, 'the same ids when replayed')
    await silenced(trial, made)
  },
  'HOOK-04': async (trial) => {
    const { listener, made, secret } = await registered(trial)
    const path = { id: textIn(made, 'id') }
    const rotated = expectStatus(await trial.api.call('rotateWebhookSecret', { path, body: {} }), 200)
    expectThat(rotated, textIn(rotated, 'secret') !== secret, 'another secret')
    const sent = await trial.api.call('testWebhook', { path, body: {} })
    const messageId = textIn(expectStatus(sent, 202), 'message_id')
    const message = await arrived(listener, (one) => one.headers['webhook-id'] === messageId)
    await signedBy(message, textIn(rotated, 'secret'))
    await signedBy(message, secret)
    await silenced(trial, made)
  },
}

interface Registered {
  readonly listener: WebhookListener
  readonly made: Answer
  readonly secret: string
}

async function registered({ api, webhook: listener, requirement }: Trial): Promise<Registered> {
  if (listener === null) throw new Error('there is no webhook URL')
  const { answer, secret } = await endpointOf(api, {
    externalId: `conf-${requirement}`,
    url: listener.url,
    active: true,
  })
  return { listener, made: answer, secret }
}

/**
 * An account holds few endpoints and deletes none, so every run takes those of the first one; what is there already gets a
 * new secret.
 */
async function endpointOf(
  api: Api,
  body: Record<string, unknown>,
): Promise<{ readonly answer: Answer; readonly secret: string }> {
  const answer = expectStatus(await api.call('registerWebhook', { body }), 200, 201)
  if (answer.status === 201) return { answer, secret: textIn(answer, 'secret') }
  const rotated = await api.call('rotateWebhookSecret', { path: { id: textIn(answer, 'id') }, body: {} })
  return { answer, secret: textIn(expectStatus(rotated, 200), 'secret') }
}

async function silenced(trial: Trial, made: Answer): Promise<void> {
  const body = { externalId: `conf-${trial.requirement}`, url: textIn(made, 'url'), active: false }
  expectStatus(await trial.api.call('registerWebhook', { body }), 200)
}

async function arrived(
  listener: WebhookListener,
  isIt: (message: ReceivedMessage) => boolean,
): Promise<ReceivedMessage> {
  return await eventually('the message', async () => listener.messages.find(isIt))
}

async function signedBy({ headers, body }: ReceivedMessage, secret: string): Promise<void> {
  try {
    await verifyWebhook({ payload: body, headers, secrets: secret })
  } catch (error) {
    const got = `${error instanceof Error ? error.message : String(error)} ${JSON.stringify(headers)}`
    throw new Breach({ expected: 'a signature after Standard Webhooks by the secret of the endpoint', got })
  }
}

function sameIds(got: readonly string[], wanted: readonly string[], what: string): void {
  if (got.join() !== wanted.join()) throw new Breach({ expected: `${what}: ${wanted.join(', ')}`, got })
}
