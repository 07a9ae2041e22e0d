import { createServer } from 'node:net'
import { createEntryGo, EntryGoError, waitForExport } from '@entrygo/sdk'
import {
  hang,
  json,
  type ScriptedServer,
  stall,
  startScriptedServer,
} from '../../../packages/sdk/src/transport/scripted-server.conformance.ts'
import { type Client, callOf, canary, everyOperation } from './calls.ts'

/** The moments in which a call can be aborted. `poll sleep` is that of `waitForExport`. */
export const phases = ['before', 'connect', 'headers', 'body', 'backoff', 'poll sleep'] as const
export type Phase = (typeof phases)[number]

export interface Abort {
  readonly phase: Phase
  readonly operation: string
  /** From the abort to the rejection. */
  readonly ms: number
  /** It ended, and its error is or shows the reason that was given. */
  readonly showsReason: boolean
  /** Requests that were sent after the abort. */
  readonly requestsAfter: number
}

/** Every operation aborted in every phase that its client has, one after the other. */
export async function runAborts(client: Client): Promise<Abort[]> {
  const aborts: Abort[] = []
  const own = phases.filter((phase) => client === 'sdk' || (phase !== 'backoff' && phase !== 'poll sleep'))
  for (const phase of own) {
    for (const operation of phase === 'poll sleep' ? everyOperation.slice(0, 1) : everyOperation) {
      const call = (baseUrl: string, signal: AbortSignal): Promise<unknown> =>
        phase === 'poll sleep' ? waited(baseUrl, signal) : callOf(client, operation, { baseUrl, signal })()
      aborts.push({ phase, operation: operation.id, ...(await abortIn(phase, call)) })
    }
  }
  return aborts
}

async function abortIn(
  phase: Phase,
  call: (baseUrl: string, signal: AbortSignal) => Promise<unknown>,
): Promise<Omit<Abort, 'phase' | 'operation'>> {
  const place = phase === 'connect' ? await mutePlace() : await scriptedPlace(phase)
  const controller = new AbortController()
  const reason = new Error('changed my mind')
  if (phase === 'before') controller.abort(reason)
  let began = performance.now()
  const ended = call(place.url, controller.signal).then(
    () => ({ at: performance.now(), error: null }),
    (error: unknown) => ({ at: performance.now(), error }),
  )
  if (phase !== 'before') {
    await place.reached()
    began = performance.now()
    controller.abort(reason)
  }
  const sentBefore = place.requests()
  const { at, error } = await ended
  await new Promise((resolve) => setTimeout(resolve, 5))
  const showsReason =
    error === reason || (error instanceof EntryGoError && error.kind === 'aborted' && error.cause === reason)
  const requestsAfter = place.requests() - sentBefore
  await place[Symbol.asyncDispose]()
  return { ms: at - began, showsReason, requestsAfter }
}

interface Place extends AsyncDisposable {
  readonly url: string
  /** Resolves when the call stands in the phase. */
  reached(): Promise<unknown>
  requests(): number
}

async function scriptedPlace(phase: Phase): Promise<Place> {
  const server: ScriptedServer = await startScriptedServer(plays[phase])
  return {
    url: server.url,
    // What follows the request takes the client a moment: the headers and the start of the body, or the wait.
    reached: () =>
      server.arrived(1).then(() => new Promise((resolve) => setTimeout(resolve, phase === 'headers' ? 0 : 15))),
    requests: () => server.requests.length,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  }
}

const unavailable = { errorCode: 'UNAVAILABLE', message: 'Later.', requestId: 'req_00000001', retryable: true }
const plays = {
  before: json({}),
  connect: hang,
  headers: hang,
  body: stall,
  backoff: json(unavailable, 503, { 'retry-after': '30' }),
  'poll sleep': json({ exportId: 'batch_1', state: 'handing_off', events: [] }, 200, { 'retry-after': '30' }),
} as const

/** Takes a connection and says nothing: a TLS handshake with it goes on for ever. */
async function mutePlace(): Promise<Place> {
  const taken = Promise.withResolvers<void>()
  const server = createServer((socket) => {
    socket.on('error', () => {})
    taken.resolve()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return {
    url: `https://127.0.0.1:${port}`,
    reached: () => taken.promise,
    requests: () => 0,
    [Symbol.asyncDispose]: async () => {
      server.close()
    },
  }
}

function waited(baseUrl: string, signal: AbortSignal): Promise<unknown> {
  return waitForExport(createEntryGo({ baseUrl, apiKey: canary }), 'batch_1', { signal })
}
