import { type Refusal, refuse } from '../domain/refusal.ts'
import type { Exchange } from './exchange.ts'
import { addressOf, type Gatekeepers, type ReceivedRequest } from './operation-pipeline.ts'
import { shortened } from './readable-text.ts'
import { allowedMethods } from './routes.ts'

/** 405 with `Allow` for a path of the contract, else 404. Counted against the address, since no key was looked at. */
export async function refuseUnknownRoute(
  received: ReceivedRequest,
  { exchange, gate }: { exchange: Exchange; gate: Pick<Gatekeepers, 'addressLimiter'> },
): Promise<Refusal> {
  exchange.rate = await gate.addressLimiter.count(addressOf(received))
  if (exchange.rate.refusal) return exchange.rate.refusal
  const { pathname } = new URL(received.request.url)
  const methods = isDocs(pathname) ? ['GET', 'HEAD'] : allowedMethods(pathname)
  const { method } = received.request
  if (methods.length === 0 || methods.includes(method)) {
    return refuse('NOT_FOUND', `There is nothing at ${shortened(pathname)}. The paths stand in /docs/api/openapi.`)
  }
  exchange.allow = methods.join(', ')
  return refuse('METHOD_NOT_ALLOWED', 'This path answers other methods; see the Allow header.')
}

function isDocs(path: string): boolean {
  return path === '/llms.txt' || path === '/docs' || path.startsWith('/docs/')
}
