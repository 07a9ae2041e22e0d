import type { ProbeStatus } from '@entrygo/sdk/contract'
import type { Reply } from '../ports.ts'
import { type AnsweringParts, type App, answered } from './answer.ts'

/** `/livez`, `/readyz` and `/metrics`: open, and not limited, since what watches a server must not be turned away. */
export function addProbes(app: App, parts: AnsweringParts & { readonly isReady: () => Promise<boolean> }): void {
  app.get('/livez', (c) => answered(c, { operation: 'getLiveness', parts }, async () => probe('ok')))
  app.get('/readyz', (c) =>
    answered(c, { operation: 'getReadiness', parts }, async () =>
      probe((await parts.isReady()) ? 'ok' : 'unavailable'),
    ),
  )
  app.get('/metrics', (c) =>
    answered(c, { operation: 'getMetrics', parts }, async () => ({
      status: 200,
      contentType: parts.metrics.contentType,
      body: await parts.metrics.text(),
    })),
  )
}

function probe(status: ProbeStatus['status']): Reply {
  const answer: ProbeStatus = { status }
  return { status: status === 'ok' ? 200 : 503, contentType: 'application/json', body: JSON.stringify(answer) }
}
