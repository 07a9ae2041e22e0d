import type { ExportEvent, PlacedEvent } from '@entrygo/sdk/contract'
import { eventInWords } from './facts/event-words.ts'
import type { Moment, Tone } from './facts/timeline.ts'
import type { Style } from './style.ts'
import { clip, columns, plain, widthOf, wrap } from './text.ts'

/** Events as a timeline of their own. */
export function renderEvents(events: readonly ExportEvent[], style: Style): string[] {
  if (events.length === 0) return ['  no events']
  return renderMoments(
    events.map((event) => ({ at: event.at, seq: event.seq, ...eventInWords(event) })),
    style,
  )
}

/** One line a moment under its day: position, time, who, what happened; longer facts go on below. */
export function renderMoments(moments: readonly Moment[], style: Style): string[] {
  const places = Math.max(...moments.map(({ seq }) => String(seq ?? '').length))
  const people = Math.min(16, Math.max(...moments.map(({ who }) => widthOf(clip(who, 16)))))
  let day = ''
  return moments.flatMap((moment) => {
    const [date = '', time = ''] = plain(moment.at).split('T')
    const title = date === day ? [] : [`  ${style.bold(date)} ${style.dim('UTC')}`]
    day = date
    const who = clip(moment.who, 16)
    const place = String(moment.seq ?? '').padStart(places)
    const start = `  ${place}  ${time.slice(0, 8)}  ${who}${' '.repeat(people - widthOf(who))}  `
    return [...title, ...momentLines(moment, { start, style })]
  })
}

function momentLines(
  { what, facts, tone }: Moment,
  { start, style }: { readonly start: string; readonly style: Style },
): string[] {
  const name = plain(what)
  const indent = ' '.repeat(widthOf(start))
  const mark = markOf(tone, style)
  if (facts === '') return [`${start}${mark(name)}`]
  const [first = '', ...rest] = wrap(`${name}: ${facts}`, `${indent}  `, start)
  // A name of several words can go over the end of the line; then nothing of it is marked.
  const isWhole = first.startsWith(`${start}${name}`)
  return [isWhole ? start + mark(name) + first.slice(start.length + name.length) : first, ...rest]
}

export function markOf(tone: Tone, { bold, good, warn, bad }: Style): (text: string) => string {
  return { good, bad, warn, plain: bold }[tone]
}

/** An event of the account on one line: position, time, name, export, and the fact that tells it from others. */
export function renderPlacedEvent({ position, export_id, event }: PlacedEvent, style: Style): string {
  const start = `${position}  ${plain(event.at).slice(0, 19)}Z  ${plain(event.type)}`
  const { facts } = eventInWords(event)
  const rest = `  ${style.dim(plain(export_id))}`
  return facts === '' ? start + rest : `${start}${rest}\n  ${clip(facts, columns - 2)}`
}
