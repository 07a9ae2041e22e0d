import type { ExportEvent } from '@entrygo/sdk/contract'

/**
 * Events as `text/event-stream`: `id` is the seq, `event` the type, `data` the event as JSON. A quiet moment becomes a
 * comment, so that proxies keep the connection.
 */
export function eventStream(events: AsyncIterable<readonly ExportEvent[]>): ReadableStream<Uint8Array> {
  return ReadableStream.from(encodedEvents(events))
}

async function* encodedEvents(events: AsyncIterable<readonly ExportEvent[]>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for await (const page of events) {
    yield encoder.encode(page.length === 0 ? ': quiet\n\n' : page.map(eventText).join(''))
  }
}

function eventText(event: ExportEvent): string {
  return `id: ${event.seq}\nevent: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`
}
