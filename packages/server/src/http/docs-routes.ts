import type { Reply } from '../ports.ts'
import { type AnsweringParts, type App, type AppContext, answered } from './answer.ts'
import { openDocs } from './docs.ts'
import { addressOf, type Gatekeepers } from './operation-pipeline.ts'
import { refuseUnknownRoute } from './unknown-route.ts'

/** The documentation, the contract and `/llms.txt`, limited by address. */
export function addDocs(
  app: App,
  { parts, gate }: { parts: AnsweringParts; gate: Pick<Gatekeepers, 'addressLimiter'> },
): void {
  const docs = openDocs()
  const serve = (c: AppContext, operation: string, reply: () => Reply | null): Promise<Response> =>
    answered(c, { operation, parts }, async (exchange) => {
      const received = { request: c.req.raw, path: {}, incoming: c.env?.incoming }
      const found = reply()
      if (found === null) return refuseUnknownRoute(received, { exchange, gate })
      exchange.rate = await gate.addressLimiter.count(addressOf(received))
      return exchange.rate.refusal ?? found
    })
  app.get('/docs/api/openapi', (c) => serve(c, 'getContract', () => docs.contract(c)))
  app.get('/llms.txt', (c) => serve(c, 'docs', () => docs.index()))
  for (const path of ['/docs', '/docs.md', '/docs/*']) app.get(path, (c) => serve(c, 'docs', () => docs.page(c)))
}
