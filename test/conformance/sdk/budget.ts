import { createEntryGo } from '@entrygo/sdk'
import { json, startScriptedServer } from '../../../packages/sdk/src/transport/scripted-server.conformance.ts'

/** Requests that reach a server that is down, when a client makes so many calls. */
export async function requestsOfCalls(calls: number): Promise<number> {
  const down = { errorCode: 'UNAVAILABLE', message: 'Later.', requestId: 'req_00000001', retryable: true }
  const server = await startScriptedServer(json(down, 503))
  const client = createEntryGo({ baseUrl: server.url, apiKey: 'eg_test_1', retry: { baseDelayMs: 1, maxDelayMs: 2 } })
  for (let call = 0; call < calls; call += 1) await client.inspect.safe({ id: 'batch_1' })
  await server[Symbol.asyncDispose]()
  return server.requests.length
}
