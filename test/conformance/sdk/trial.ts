import { type Recorded, startScriptedServer } from '../../../packages/sdk/src/transport/scripted-server.conformance.ts'
import { type Client, callOf, type Operation } from './calls.ts'
import type { Scenario } from './scenarios.ts'

/** What was seen of one operation, called by one client, in one scenario. */
export interface Trial {
  readonly client: Client
  readonly operation: Operation
  readonly scenario: Scenario
  readonly requests: readonly Recorded[]
  readonly ending: Ending
  /** From the call to its end. */
  readonly ms: number
}

export type Ending =
  | { readonly type: 'answer'; readonly data: unknown }
  | { readonly type: 'error'; readonly error: unknown }
  /** It did not end by itself within the patience of the trial. */
  | { readonly type: 'open' }

export async function tryOut(client: Client, operation: Operation, scenario: Scenario): Promise<Trial> {
  const server = await startScriptedServer(...scenario.plays)
  const patience = new AbortController()
  const retry = { baseDelayMs: 2, maxDelayMs: 4, budget: 100 }
  const options = { retry, ...(scenario.deadlineMs !== undefined && { timeoutMs: scenario.deadlineMs }) }
  const call = callOf(client, operation, {
    baseUrl: scenario.isDown ? nobody : server.url,
    signal: patience.signal,
    options,
  })
  const began = performance.now()
  const timer = setTimeout(() => patience.abort(outOfPatience), patienceMs[client])
  const ending = await call().then(
    (data): Ending => ({ type: 'answer', data }),
    (error: unknown): Ending => (patience.signal.aborted ? { type: 'open' } : { type: 'error', error }),
  )
  clearTimeout(timer)
  const ms = performance.now() - began
  await server[Symbol.asyncDispose]()
  return { client, operation, scenario, requests: server.requests, ending, ms }
}

/** Outside the ports that a system hands out, so that none of the servers that start meanwhile gets it. */
const nobody = 'http://127.0.0.2:61234'

/** Long after every deadline that a scenario sets, and after what a busy machine adds to it; openapi-fetch has none. */
const patienceMs: Readonly<Record<Client, number>> = { sdk: 10_000, bare: 1200 }
const outOfPatience = new Error('the trial is over')
