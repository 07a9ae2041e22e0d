import { expect, it } from 'vitest'
import { type Exchange, watchedFetch } from './exchange.ts'

async function watched(
  response: Response,
  use: (response: Response) => Promise<unknown>,
): Promise<Exchange['ended'][]> {
  const ended: Exchange['ended'][] = []
  const listener = { began: () => {}, ended: (exchange: Exchange) => void ended.push(exchange.ended) }
  const fetched = watchedFetch(
    async () => response,
    [listener],
    () => 7,
  )
  await use(await fetched('http://127.0.0.1/api', { method: 'GET' })).catch(() => undefined)
  return ended
}

const bodyOf = (response: Response): Promise<unknown> => response.body?.getReader().read() ?? Promise.resolve()

it('the end of an exchange is told once, with the bytes that were read', async () => {
  const whole = async ({ body }: Response): Promise<void> => {
    for await (const _ of body ?? []);
  }
  const bytes = Buffer.from('{"a":1}')
  expect(await watched(new Response('{"a":1}'), whole)).toEqual([{ at: 7, bytes, failure: null }])
  expect(await watched(new Response(null, { status: 204 }), bodyOf)).toEqual([
    { at: 7, bytes: new Uint8Array(), failure: null },
  ])
})

it('a body that breaks, and one that is left, are told so', async () => {
  const broken = new ReadableStream({ pull: (controller) => controller.error(new DOMException('x', 'AbortError')) })
  expect(await watched(new Response(broken), bodyOf)).toEqual([{ at: 7, bytes: null, failure: 'AbortError' }])
  const left = async ({ body }: Response): Promise<void> => body?.cancel()
  expect(await watched(new Response('large'), left)).toEqual([{ at: 7, bytes: null, failure: 'left' }])
})
