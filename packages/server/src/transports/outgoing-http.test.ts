import { connect } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { httpReceiver, rawReceiver } from '../testing/http-servers.ts'
import type { Dial, DialTarget } from './checked-socket.ts'
import { type Exchange, type OutgoingHttpSettings, outgoingHttp } from './outgoing-http.ts'
import { tlsPair } from './tls-pair.conformance.ts'

const closing: (() => Promise<void>)[] = []

afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function started<Started extends { close: () => Promise<void> }>(starting: Promise<Started>): Promise<Started> {
  const server = await starting
  closing.push(server.close)
  return server
}

async function post(url: string, more: Partial<OutgoingHttpSettings> = {}): Promise<Exchange> {
  const send = outgoingHttp({ allowLoopbackHttp: true, ...more })
  return send({
    method: 'POST',
    url,
    headers: { 'x-a': 'b' },
    body: new TextEncoder().encode('{"a":1}'),
    signal: never(),
  })
}

function never(): AbortSignal {
  return new AbortController().signal
}

/** Names the targets that were asked for, and goes to a server of the test instead. */
function dialTo(port: number): { readonly dial: Dial; readonly targets: DialTarget[] } {
  const targets: DialTarget[] = []
  const dial: Dial = (target) => {
    targets.push(target)
    return connect({ host: '127.0.0.1', port })
  }
  return { dial, targets }
}

const well = (): { status: number; body: string } => ({ status: 200, body: 'ok' })

describe('a request', () => {
  it('arrives as it was given, and its answer comes back', async () => {
    const server = await started(
      httpReceiver(() => ({ status: 201, headers: { 'Retry-After': '7' }, body: '{"reference":"r"}' })),
    )
    const exchange = await post(`${server.url}/v1/submissions?a=b`)
    expect(exchange).toMatchObject({ reached: 'answer', status: 201, headers: { 'retry-after': '7' } })
    expect(exchange.reached === 'answer' && Buffer.from(exchange.body).toString()).toBe('{"reference":"r"}')
    expect(server.received).toHaveLength(1)
    expect(server.received[0]).toMatchObject({
      method: 'POST',
      path: '/v1/submissions?a=b',
      headers: { host: `127.0.0.1:${server.port}`, 'x-a': 'b', 'content-length': '7', connection: 'close' },
    })
    expect(server.received[0]?.body.toString()).toBe('{"a":1}')
  })

  it('takes a fresh connection each time', async () => {
    const server = await started(httpReceiver(well))
    const send = outgoingHttp({ allowLoopbackHttp: true })
    for (let n = 0; n < 3; n += 1)
      await send({ method: 'GET', url: server.url, headers: {}, body: null, signal: never() })
    expect(server.connections()).toBe(3)
  })

  it('does not follow where it is sent to', async () => {
    const elsewhere = await started(httpReceiver(well))
    const server = await started(httpReceiver(() => ({ status: 307, headers: { location: elsewhere.url } })))
    expect(await post(server.url)).toMatchObject({ reached: 'answer', status: 307 })
    expect(elsewhere.connections()).toBe(0)
  })

  it('to localhost needs no name server', async () => {
    const server = await started(httpReceiver(well))
    const resolve = async (): Promise<string[]> => {
      throw new Error('asked')
    }
    expect(await post(`http://localhost:${server.port}/`, { resolve })).toMatchObject({ status: 200 })
  })

  it('with a header that HTTP cannot carry is not sent', async () => {
    const server = await started(httpReceiver(well))
    const send = outgoingHttp({ allowLoopbackHttp: true })
    const request = { method: 'GET', url: server.url, body: null, signal: never() } as const
    expect(await send({ ...request, headers: { authorization: 'a\r\nx: y' } })).toEqual({
      reached: 'nothing',
      cause: 'bad_request',
    })
    expect(server.received).toEqual([])
  })
})

describe('a name', () => {
  it('is resolved once, and the connection goes to what was checked', async () => {
    const server = await started(httpReceiver(well, tlsPair))
    const asked: string[] = []
    const answers = [['8.8.8.8', '2606:4700:4700::1111'], ['127.0.0.1']]
    const { dial, targets } = dialTo(server.port)
    const resolve = async (name: string): Promise<string[]> => {
      asked.push(name)
      return answers[asked.length - 1] ?? []
    }
    const exchange = await post('https://broker.example/a', { resolve, dial, ca: tlsPair.cert })
    expect(exchange).toMatchObject({ reached: 'answer', status: 200 })
    expect(asked).toEqual(['broker.example'])
    expect(targets).toEqual([{ host: 'broker.example', port: 443, addresses: ['8.8.8.8', '2606:4700:4700::1111'] }])
    expect(server.received[0]).toMatchObject({ servername: 'broker.example', headers: { host: 'broker.example' } })
  })

  it.each([
    [['127.0.0.1']],
    [['::1']],
    [['8.8.8.8', '10.0.0.1']],
    [['8.8.8.8', '::ffff:10.0.0.1']],
    [['169.254.169.254']],
    [['fd00:ec2::254']],
    [['64:ff9b::a9fe:a9fe']],
    [['not an address']],
  ])('that stands for %j is not connected to', async (addresses) => {
    const { dial, targets } = dialTo(1)
    const resolve = async (): Promise<string[]> => addresses
    expect(await post('https://broker.example/', { resolve, dial })).toEqual({
      reached: 'nothing',
      cause: 'refused_address',
    })
    expect(targets).toEqual([])
  })

  it('is no way to this machine, in development neither', async () => {
    const { dial, targets } = dialTo(1)
    const resolve = async (): Promise<string[]> => ['127.0.0.1']
    const settings = { resolve, dial, allowLoopbackHttp: true }
    expect(await post('https://broker.example/', settings)).toMatchObject({ cause: 'refused_address' })
    expect(targets).toEqual([])
  })

  it.each([
    ['nobody knows', async () => Promise.reject(new Error('ENOTFOUND')), 'dns_failed'],
    ['has no address', async () => [], 'dns_failed'],
    ['nobody answers for', () => new Promise<string[]>(() => {}), 'timeout'],
  ])('that %s ends the attempt', async (_why, resolve, cause) => {
    expect(await post('https://broker.example/', { resolve, resolveTimeoutMs: 50 })).toEqual({
      reached: 'nothing',
      cause,
    })
  })
})

describe('a URL that may not be sent to', () => {
  it.each([
    'http://broker.example/',
    'https://broker.example:25/',
    'https://10.0.0.1/',
    'https://u:p@broker.example/',
    'nonsense',
  ])('%s reaches neither name server nor socket', async (url) => {
    const { dial, targets } = dialTo(1)
    const asked: string[] = []
    const resolve = async (name: string): Promise<string[]> => {
      asked.push(name)
      return ['8.8.8.8']
    }
    expect(await post(url, { resolve, dial })).toEqual({ reached: 'nothing', cause: 'refused_address' })
    expect([targets, asked]).toEqual([[], []])
  })

  it('of this machine is refused outside development', async () => {
    const server = await started(httpReceiver(well))
    expect(await post(server.url, { allowLoopbackHttp: false })).toMatchObject({ cause: 'refused_address' })
    expect(server.connections()).toBe(0)
  })
})

describe('the environment', () => {
  it('names no proxy that is used', async () => {
    const proxy = await started(httpReceiver(well))
    const server = await started(httpReceiver(well))
    for (const name of ['HTTP_PROXY', 'http_proxy', 'HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'])
      vi.stubEnv(name, proxy.url)
    vi.stubEnv('NODE_USE_ENV_PROXY', '1')
    expect(await post(server.url)).toMatchObject({ reached: 'answer', status: 200 })
    expect([proxy.connections(), server.connections()]).toEqual([0, 1])
  })

  it('cannot switch off the look at certificates', async () => {
    vi.stubEnv('NODE_TLS_REJECT_UNAUTHORIZED', '0')
    const server = await started(httpReceiver(well, tlsPair))
    expect(await post(server.url)).toEqual({ reached: 'nothing', cause: 'tls_failed' })
  })
})

describe('a connection', () => {
  it('that nobody takes sends nothing', async () => {
    const server = await httpReceiver(well)
    await server.close()
    expect(await post(server.url)).toEqual({ reached: 'nothing', cause: 'connect_failed' })
  })

  it('to a server whose certificate nobody vouches for sends nothing', async () => {
    const server = await started(httpReceiver(well, tlsPair))
    expect(await post(server.url)).toEqual({ reached: 'nothing', cause: 'tls_failed' })
    expect(server.received).toEqual([])
  })

  it('to a server whose certificate is for another name sends nothing', async () => {
    const server = await started(httpReceiver(well, tlsPair))
    const { dial } = dialTo(server.port)
    const resolve = async (): Promise<string[]> => ['8.8.8.8']
    const settings = { dial, resolve, ca: tlsPair.cert }
    expect(await post('https://other.example/', settings)).toEqual({ reached: 'nothing', cause: 'tls_failed' })
  })

  it('to a server that speaks no TLS sends nothing', async () => {
    const server = await started(rawReceiver((socket) => socket.write('220 mail.example ESMTP\r\n')))
    expect(await post(`https://127.0.0.1:${server.port}/`)).toEqual({ reached: 'nothing', cause: 'tls_failed' })
  })

  it('that is silent during TLS ends in time', async () => {
    const server = await started(rawReceiver(() => undefined))
    const exchange = await post(`https://127.0.0.1:${server.port}/`, { connectTimeoutMs: 80 })
    expect(exchange).toEqual({ reached: 'nothing', cause: 'timeout' })
  })

  it('with TLS carries the request', async () => {
    const server = await started(httpReceiver(well, tlsPair))
    expect(await post(server.url, { ca: tlsPair.cert })).toMatchObject({ reached: 'answer', status: 200 })
  })
})
