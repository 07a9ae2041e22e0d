import { createSocket, type RemoteInfo } from 'node:dgram'
import { expect, it, onTestFinished } from 'vitest'
import { outgoingHttp } from './outgoing-http.ts'
import { dnsResolver, type ResolveHost } from './resolve-host.ts'

interface Question {
  readonly name: string
  readonly type: 'A' | 'AAAA'
}

/** Addresses of the answer; a number is an error code (RFC 1035 §4.1.1); null leaves the question open. */
type AnswerOf = (question: Question) => readonly (readonly number[])[] | number | null

const never = new AbortController().signal
const nxDomain = 3
const servFail = 2
const v4 = [8, 8, 4, 4]
const v6 = [0x26, 0x06, 0x47, 0, ...Array.from({ length: 11 }, () => 0), 0x11]

async function resolverOf(answerOf: AnswerOf): Promise<{ resolve: ResolveHost; questions: Question[] }> {
  const questions: Question[] = []
  const socket = createSocket('udp4')
  socket.on('message', (message: Buffer, { port, address }: RemoteInfo) => {
    const question = questionIn(message)
    questions.push(question)
    const answer = answerOf(question)
    if (answer !== null) socket.send(replyTo(message, answer), port, address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  onTestFinished(() => void socket.close())
  return { resolve: dnsResolver({ servers: [`127.0.0.1:${socket.address().port}`] }), questions }
}

it('both versions of a name are asked for, once each and without a suffix', async () => {
  const { resolve, questions } = await resolverOf(({ type }) => [type === 'A' ? v4 : v6])
  expect(await resolve('broker.example', never)).toEqual(['8.8.4.4', '2606:4700::11'])
  expect(questions.map(({ name, type }) => `${name} ${type}`).sort()).toEqual([
    'broker.example A',
    'broker.example AAAA',
  ])
})

it('one version alone is enough', async () => {
  const { resolve } = await resolverOf(({ type }) => (type === 'A' ? [v4, [1, 1, 1, 1]] : []))
  expect(await resolve('broker.example', never)).toEqual(['8.8.4.4', '1.1.1.1'])
})

it.each([
  ['is unknown', nxDomain],
  ['has no address', []],
  ['is out of order', servFail],
] as const)('a name that %s has none', async (_why, answer) => {
  const { resolve } = await resolverOf(() => answer)
  await expect(resolve('broker.example', never)).rejects.toThrow('the name has no address')
})

it('a search that is stopped ends at once', async () => {
  const { resolve, questions } = await resolverOf(() => null)
  const stop = new AbortController()
  const search = resolve('broker.example', stop.signal)
  while (questions.length === 0) await new Promise((wait) => setTimeout(wait, 5))
  stop.abort()
  await expect(search).rejects.toThrow()
  await expect(resolve('broker.example', stop.signal)).rejects.toThrow()
})

it('a name server that points inside leads nowhere', async () => {
  for (const inside of [
    [127, 0, 0, 1],
    [10, 0, 0, 1],
    [169, 254, 169, 254],
    [0, 0, 0, 0],
  ]) {
    const { resolve } = await resolverOf(({ type }) => (type === 'A' ? [v4, inside] : [v6]))
    const send = outgoingHttp({ allowLoopbackHttp: true, resolve })
    const request = { method: 'GET', url: 'https://broker.example/', headers: {}, body: null, signal: never } as const
    expect(await send(request)).toEqual({ reached: 'nothing', cause: 'refused_address' })
  }
})

function questionIn(message: Buffer): Question {
  const labels: string[] = []
  let at = 12
  for (let length = message[at] ?? 0; length > 0; length = message[at] ?? 0) {
    labels.push(message.toString('latin1', at + 1, at + 1 + length))
    at += 1 + length
  }
  return { name: labels.join('.').toLowerCase(), type: message.readUInt16BE(at + 1) === 28 ? 'AAAA' : 'A' }
}

/** The question with its answers behind; whatever else it carried (EDNS) is left out. */
function replyTo(message: Buffer, answer: readonly (readonly number[])[] | number): Buffer {
  const end = message.indexOf(0, 12) + 5
  const question = message.subarray(12, end)
  const addresses = typeof answer === 'number' ? [] : answer
  const header = Buffer.from(message.subarray(0, 12))
  header.writeUInt16BE(0x8180 | (typeof answer === 'number' ? answer : 0), 2)
  header.writeUInt16BE(1, 4)
  header.writeUInt16BE(addresses.length, 6)
  header.writeUInt32BE(0, 8)
  const records = addresses.map((bytes) =>
    Buffer.from([0xc0, 12, 0, bytes.length === 4 ? 1 : 28, 0, 1, 0, 0, 0, 60, 0, bytes.length, ...bytes]),
  )
  return Buffer.concat([header, question, ...records])
}
