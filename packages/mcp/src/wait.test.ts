import { describe, expect, it } from 'vitest'
import { connectAgent } from './agent.conformance.ts'
import { slowServer } from './slow-server.conformance.ts'

describe.each(['legacy', 'modern'] as const)('a long wait of the %s protocol', (era) => {
  it('tells how far it is, and ends with the export', async () => {
    const { client } = slowServer(2)
    const agent = await connectAgent({ client }, era)
    const told: unknown[] = []
    const { structuredContent } = await agent.client.callTool(
      { name: 'entrygo_inspect', arguments: { id: 'batch_1', wait: 30 } },
      { onprogress: ({ progress, message }) => told.push([progress, message]) },
    )
    expect(structuredContent).toMatchObject({ data: { state: 'completed' } })
    expect(told).toEqual([
      [1, '1 events seen'],
      [2, '2 events seen'],
    ])
    await agent.close()
  })

  it('answers with the export as it is when the time is over', async () => {
    const { client } = slowServer(1000)
    const agent = await connectAgent({ client }, era)
    const { isError, data } = await agent.call('entrygo_inspect', { id: 'batch_1', wait: 1 })
    expect([isError, data['state']]).toEqual([false, 'handing_off'])
    await agent.close()
  })

  it('ends when it is cancelled, and polls no more', async () => {
    const { client, polls } = slowServer(1000)
    const agent = await connectAgent({ client }, era)
    const stop = new AbortController()
    const waiting = agent.client.callTool(
      { name: 'entrygo_inspect', arguments: { id: 'batch_1', wait: 300 } },
      { signal: stop.signal },
    )
    await expect.poll(polls).toBe(1)
    stop.abort('enough')
    await expect(waiting).rejects.toThrow()
    const seen = polls()
    // Longer than the first pause between two polls.
    await new Promise((resolve) => setTimeout(resolve, 1000))
    expect(polls()).toBeLessThanOrEqual(seen + 1)
    await agent.close()
  })
})
