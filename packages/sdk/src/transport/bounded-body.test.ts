import { once } from 'node:events'
import { gzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { createEntryGo } from '../client.ts'
import type { EntryGoOptions } from '../config.ts'
import { json, type Play, startScriptedServer } from './scripted-server.conformance.ts'

const id = 'batch_01k9m4wk6f9g2a5d8s3j1p7y4r'

const tooLarge = {
  kind: 'parse',
  code: 'ANSWER_TOO_LARGE',
  status: 200,
  retryable: false,
  attempts: [{ status: 200 }],
}

async function answering(play: Play, options: Partial<EntryGoOptions> = {}) {
  const server = await startScriptedServer(play)
  return { server, client: createEntryGo({ baseUrl: server.url, apiKey: 'eg_test_1', accountId: 'acc_1', ...options }) }
}

/** Sends as fast as it is read, and never ends; `closed` resolves when the client hangs up. */
function endless(): { readonly play: Play; readonly closed: Promise<unknown>; sent(): number } {
  let sent = 0
  let close: (value: unknown) => void = () => {}
  const closed = new Promise((resolve) => {
    close = resolve
  })
  const play: Play = (response) => {
    void once(response, 'close').then(close)
    response.writeHead(200, { 'content-type': 'application/json' })
    const chunk = Buffer.alloc(65_536, ' ')
    const more = (): void => {
      while (!response.destroyed) {
        sent += chunk.length
        if (!response.write(chunk)) break
      }
    }
    response.on('drain', more)
    more()
  }
  return { play, closed, sent: () => sent }
}

it('a body without an end is left at maxAnswerBytes: not retried, the connection closed', async () => {
  const { play, closed, sent } = endless()
  const { server, client } = await answering(play, { maxAnswerBytes: 1_000_000 })
  await using _ = server
  await expect(client.inspect({ id })).rejects.toMatchObject({
    ...tooLarge,
    operation: 'inspectExport',
    message: 'inspectExport was answered with more than 1000000 bytes (maxAnswerBytes).',
  })
  await closed
  expect(server.requests).toHaveLength(1)
  // What a socket holds beside what was read.
  expect(sent()).toBeLessThan(32_000_000)
})

it('what counts is what is read after decompression', async () => {
  const bomb = gzipSync(Buffer.alloc(4_000_000, ' '))
  const { server, client } = await answering(
    (response) => {
      response.writeHead(200, { 'content-encoding': 'gzip', 'content-length': bomb.length })
      response.end(bomb)
    },
    { maxAnswerBytes: 1_000_000 },
  )
  await using _ = server
  expect(bomb.length).toBeLessThan(10_000)
  await expect(client.inspect({ id })).rejects.toMatchObject(tooLarge)
})

it('a failure that is larger keeps its status and what follows from it', async () => {
  const play = json({ errorCode: 'UNAVAILABLE', message: 'x'.repeat(200) }, 503)
  const { server, client } = await answering(play, { retry: { baseDelayMs: 1, maxAttempts: 2 } })
  await using _ = server
  await expect(client.inspect({ id }, { maxAnswerBytes: 100 })).rejects.toMatchObject({
    kind: 'api',
    code: 'UNEXPECTED_RESPONSE',
    attempts: [{ status: 503 }, { status: 503 }],
  })
})

it('a write whose answer is too large may have happened', async () => {
  const { server, client } = await answering(json({ text: 'x'.repeat(200) }, 201), { maxAnswerBytes: 100 })
  await using _ = server
  await expect(client.execute({ batchId: id, idempotencyKey: 'k1' })).rejects.toMatchObject({
    ...tooLarge,
    status: 201,
    attempts: [{ status: 201 }],
    idempotencyKey: 'k1',
    mayHaveHappened: true,
    inspectHint: { exportId: id },
  })
})

it('an answer of exactly as many bytes is read, in whatever pieces it comes', async () => {
  const { server, client } = await answering((response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.write('{"exportId"')
    setTimeout(() => response.end(':"batch_1"}'), 20)
  })
  await using _ = server
  const length = '{"exportId":"batch_1"}'.length
  expect(await client.inspect({ id }, { maxAnswerBytes: length })).toEqual({ exportId: 'batch_1' })
  await expect(client.inspect({ id }, { maxAnswerBytes: length - 1 })).rejects.toMatchObject(tooLarge)
})

it('a body that does not obey the deadline is not read on in its back', async () => {
  let pulls = 0
  const body = new ReadableStream({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 5))
      pulls += 1
      controller.enqueue(new Uint8Array(1))
    },
  })
  const fetch = (): Promise<Response> => Promise.resolve(new Response(body))
  const client = createEntryGo({ baseUrl: 'https://api.example.com', apiKey: 'eg_test_1', fetch, retry: false })
  await expect(client.inspect({ id }, { timeoutMs: 50 })).rejects.toMatchObject({ code: 'TIMEOUT' })
  const atTheEnd = pulls
  await new Promise((resolve) => setTimeout(resolve, 100))
  // What was under way, and what the stream keeps ready.
  expect(pulls).toBeLessThanOrEqual(atTheEnd + 2)
})

it.each([0, -1, Number.NaN])('maxAnswerBytes %d is refused', (maxAnswerBytes) => {
  const wrong = (): unknown =>
    createEntryGo({ baseUrl: 'https://api.example.com', apiKey: 'eg_test_1', maxAnswerBytes })
  expect(wrong).toThrow(`maxAnswerBytes is ${maxAnswerBytes}: give a number above 0.`)
})
