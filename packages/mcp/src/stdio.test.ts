import { once } from 'node:events'
import { PassThrough } from 'node:stream'
import { createEntryGo } from '@entrygo/sdk'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { serveOnStdio } from './stdio.ts'

// Nobody listens there: what is tested here needs no EntryGo server.
const client = createEntryGo({
  baseUrl: 'http://127.0.0.1:1',
  apiKey: 'eg_test_none',
  accountId: 'acc_1',
  retry: false,
})
const params = { protocolVersion: '2025-06-18', capabilities: {}, clientInfo: { name: 'host', version: '1.0.0' } }
const initialize = JSON.stringify({ jsonrpc: '2.0', id: 0, method: 'initialize', params })

let stdin: PassThrough
let stdout: PassThrough
let served: Promise<void>
let told: string[]
let errors: string[]

beforeEach(() => {
  stdin = new PassThrough()
  stdout = new PassThrough()
  told = []
  errors = []
  let open = ''
  stdout.setEncoding('utf8').on('data', (text) => {
    const lines = (open + String(text)).split('\n')
    open = lines.pop() ?? ''
    told.push(...lines)
  })
  const onError = ({ message }: Error): number => errors.push(message)
  const { signal } = new AbortController()
  served = serveOnStdio({ client, onError }, { stdin, stdout, signal })
  stdin.write(`${initialize}\n`)
})

afterEach(async () => {
  stdin.end()
  await served
})

/** What is answered to lines, up to and with the answer of a ping that is sent after them. */
async function answersTo(...lines: readonly (string | Buffer)[]): Promise<unknown[]> {
  const ping = JSON.stringify({ jsonrpc: '2.0', id: 'last', method: 'ping' })
  for (const line of [...lines, ping]) {
    stdin.write(line)
    stdin.write('\n')
  }
  while (!told.some((line) => line.includes('"last"'))) await once(stdout, 'data')
  return told.map((line): unknown => JSON.parse(line)).filter((answer) => Reflect.get(Object(answer), 'id') !== 0)
}

const pong = { id: 'last', result: {} }

describe('a line that is no message is answered, and the next one is served', () => {
  it.each<[string, string | Buffer]>([
    ['no JSON', 'hello'],
    ['half of it', '{"jsonrpc":"2.0","id":1'],
    ['no UTF-8', Buffer.from([0x22, 0xff, 0x22])],
    ['200,000 brackets', '['.repeat(200_000)],
  ])('%s is -32700', async (_, line) => {
    const message = 'The line is no JSON in UTF-8: send each message as one line of it.'
    expect(await answersTo(line)).toEqual([
      { jsonrpc: '2.0', id: null, error: { code: -32_700, message } },
      expect.objectContaining(pong),
    ])
    expect(errors).toEqual([`a line was refused: ${message}`])
  })

  it.each<[string, string, string | number | null]>([
    ['an empty list', '[]', null],
    ['a batch', '[{"jsonrpc":"2.0","id":7,"method":"ping"}]', null],
    ['null', 'null', null],
    ['an id of null', '{"jsonrpc":"2.0","id":null,"method":"ping"}', null],
    ['an object as id', '{"jsonrpc":"2.0","id":{"a":1},"method":"ping"}', null],
    ['another version', '{"jsonrpc":"1.0","id":7,"method":"ping"}', 7],
    ['no method', '{"jsonrpc":"2.0","id":"seven"}', 'seven'],
  ])('%s is -32600', async (_, line, id) => {
    expect(await answersTo(line)).toMatchObject([{ jsonrpc: '2.0', id, error: { code: -32_600 } }, pong])
  })

  it.each([
    ['first', '{"jsonrpc":"2.0","id":7,"method":"ping","params":{"a":"…"}}', 7],
    ['last', '{"method":"ping","params":{"a":"…"},"jsonrpc":"2.0","id":"seven"}', 'seven'],
    ['nowhere to be seen', '{"method":"ping","params":{"id":7,"a":"…"}}', null],
    ['among the parameters', '{"method":"ping","params":{"a":"…","id":7}}', null],
  ])('one over 10 MB is -32600 with its id: %s', async (_, line, id) => {
    const long = line.replace('…', 'x'.repeat(10_500_000))
    const message = `The message has ${long.length} bytes, and at most 10000000 are read: send fewer records at a time.`
    expect(await answersTo(long)).toMatchObject([{ jsonrpc: '2.0', id, error: { code: -32_600, message } }, pong])
  })
})

it('blank lines, carriage returns and pieces are no matter', async () => {
  const list = '{"jsonrpc":"2.0","id":1,"method":"ping"}\r'
  for (const letter of `\n\r\n  \n${list}\n`) stdin.write(letter)
  expect(await answersTo()).toMatchObject([{ id: 1, result: {} }, pong])
  expect(errors).toEqual([])
})

it('a client that goes away ends the service', async () => {
  stdin.destroy()
  await served
})
