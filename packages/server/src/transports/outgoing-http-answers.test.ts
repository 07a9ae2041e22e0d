import { afterEach, describe, expect, it } from 'vitest'
import { httpReceiver, isWholeRequest, rawReceiver } from '../testing/http-servers.ts'
import { type Exchange, maxAnswerBytes, type OutgoingHttpSettings, outgoingHttp } from './outgoing-http.ts'

const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function started<Started extends { close: () => Promise<void> }>(starting: Promise<Started>): Promise<Started> {
  const server = await starting
  closing.push(server.close)
  return server
}

async function post(
  url: string,
  more: Partial<OutgoingHttpSettings> = {},
  signal = new AbortController().signal,
): Promise<Exchange> {
  const send = outgoingHttp({ allowLoopbackHttp: true, ...more })
  return send({ method: 'POST', url, headers: {}, body: new TextEncoder().encode('{"a":1}'), signal })
}

const well = (): { status: number; body: string } => ({ status: 200, body: 'ok' })

describe('an answer', () => {
  const head = 'HTTP/1.1 200 OK\r\n'

  it.each([
    ['is cut in its head', 'HTTP/1.1 200', 'reset', null],
    ['is cut in its body', `${head}content-length: 10\r\n\r\nabc`, 'reset', 200],
    ['is cut in a chunk', `${head}transfer-encoding: chunked\r\n\r\n5\r\nab`, 'reset', 200],
    ['does not come', '', 'reset', null],
    ['is no HTTP', 'SSH-2.0-OpenSSH_9.9\r\n', 'bad_answer', null],
    ['has an endless head', `${head}x: ${'a'.repeat(20_000)}\r\n\r\n`, 'bad_answer', null],
    ['has two lengths', `${head}content-length: 1\r\ncontent-length: 2\r\n\r\nab`, 'bad_answer', null],
    [
      'changes the protocol',
      'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
      'reset',
      null,
    ],
  ])('that %s is no answer', async (...[, text, cause, status]) => {
    const server = await started(
      rawReceiver((socket, received) => {
        if (isWholeRequest(received)) socket.end(text)
      }),
    )
    expect(await post(server.url)).toEqual({ reached: 'request', cause, status })
  })

  it('may be 64 KiB long and no longer', async () => {
    const server = await started(
      httpReceiver(({ path }) => ({ status: 200, body: 'a'.repeat(maxAnswerBytes + (path === '/more' ? 1 : 0)) })),
    )
    const whole = await post(`${server.url}/`)
    expect(whole.reached === 'answer' && whole.body.byteLength).toBe(65_536)
    expect(await post(`${server.url}/more`)).toEqual({ reached: 'request', cause: 'oversize', status: 200 })
  })

  it('that trickles without end is given up', async () => {
    const server = await started(
      rawReceiver((socket, received) => {
        if (!isWholeRequest(received)) return
        socket.write(`${head}transfer-encoding: chunked\r\n\r\n`)
        const trickle = setInterval(() => socket.write('1\r\na\r\n'), 10)
        socket.on('close', () => clearInterval(trickle))
      }),
    )
    expect(await post(server.url, { totalTimeoutMs: 150 })).toEqual({
      reached: 'request',
      cause: 'timeout',
      status: 200,
    })
  })

  it('that repeats 103 without end is given up', async () => {
    const server = await started(
      rawReceiver((socket, received) => {
        if (!isWholeRequest(received)) return
        const hints = setInterval(() => socket.write('HTTP/1.1 103 Early Hints\r\n\r\n'), 5)
        socket.on('close', () => clearInterval(hints))
      }),
    )
    expect(await post(server.url, { totalTimeoutMs: 150 })).toMatchObject({ reached: 'request', cause: 'timeout' })
  })
})

describe('a shutdown', () => {
  it('before the connection sends nothing', async () => {
    const server = await started(httpReceiver(well))
    expect(await post(server.url, {}, AbortSignal.abort())).toEqual({ reached: 'nothing', cause: 'shutdown' })
    expect(server.connections()).toBe(0)
  })

  it('during the search for the name sends nothing', async () => {
    const shutdown = new AbortController()
    const resolve = (): Promise<string[]> => {
      shutdown.abort()
      return new Promise(() => {})
    }
    expect(await post('https://broker.example/', { resolve }, shutdown.signal)).toEqual({
      reached: 'nothing',
      cause: 'shutdown',
    })
  })

  it('after the request leaves open what the receiver did', async () => {
    const shutdown = new AbortController()
    const server = await started(
      httpReceiver(() => {
        shutdown.abort()
        return null
      }),
    )
    expect(await post(server.url, {}, shutdown.signal)).toEqual({ reached: 'request', cause: 'shutdown', status: null })
    expect(server.received).toHaveLength(1)
  })
})
