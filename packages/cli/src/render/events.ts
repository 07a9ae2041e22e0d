import type { ExportEvent, PlacedEvent } from '@entrygo/sdk/contract'
import type { Style } from './style.ts'
import { clip, plain } from './text.ts'

/** One line an event: number, time, name, and the one fact that tells it from others. */
export function renderEvents(events: readonly ExportEvent[], style: Style): string[] {
  if (events.length === 0) return ['  no events']
  const width = Math.max(...events.map(({ seq }) => String(seq).length))
  return events.map(({ seq, at, type, data }) => {
    const start = `  ${String(seq).padStart(width)}  ${plain(at).slice(0, 19)}Z  ${plain(type)}`
    const room = 80 - start.length - 2
    const seen = factOf(data)
    return seen === undefined || room < 8 ? start : `${start}  ${style.dim(clip(seen, room))}`
  })
}

/** An event of the account on one line: position, time, name, export, and the fact that tells it from others. */
export function renderPlacedEvent({ position, export_id, event }: PlacedEvent, style: Style): string {
  const start = `${position}  ${plain(event.at).slice(0, 19)}Z  ${plain(event.type)}`
  const seen = factOf(event.data)
  return `${start}  ${style.dim(plain(export_id))}${seen === undefined ? '' : `  ${clip(seen, 40)}`}`
}

/** The one fact that tells an event from others of its type. */
function factOf(data: ExportEvent['data']): string | undefined {
  const fact = data.artifact_type ?? data.reason ?? data.readinessState ?? data.packageNumber ?? data.channel
  return fact ?? data.submission_type ?? (data.attempt === undefined ? undefined : `attempt ${data.attempt}`)
}
