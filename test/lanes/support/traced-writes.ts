import { createReadStream } from 'node:fs'
import { createInterface } from 'node:readline'

/** What a traced process did, in order: to files that are watched, and what it said on sockets and pipes. */
export type Traced =
  | { readonly did: 'write'; readonly file: string; readonly offset: number; readonly bytes: Buffer }
  | { readonly did: 'resize'; readonly file: string; readonly length: number }
  | { readonly did: 'sync'; readonly file: string }
  | { readonly did: 'remove'; readonly file: string }
  | { readonly did: 'say'; readonly text: string }

/** The calls that change files, sync them or say something; everything else runs untraced. */
export const tracedCalls = 'pwrite64,write,writev,fsync,fdatasync,ftruncate,unlink,unlinkat'

/** Larger than any page and any answer of the lane. */
export const tracedBytes = 200_000

/** A call as one line of `strace -f -y -xx` shows it. */
interface Call {
  readonly name: string
  readonly rest: string
}

/**
 * Reads what `strace -f -y -xx` wrote. `isWatched` gets the path of a file. Throws for a write to a watched file of a kind
 * that the reader does not know, since a replay without it would prove nothing.
 */
export async function readTrace(trace: string, isWatched: (file: string) => boolean): Promise<Traced[]> {
  const traced: Traced[] = []
  const open = new Map<string, string>()
  const lines = createInterface({ input: createReadStream(trace), crlfDelay: Number.POSITIVE_INFINITY })
  for await (const line of lines) {
    const call = wholeCall(line, open)
    const found = call === null ? null : meaningOf(call, isWatched)
    if (found !== null) traced.push(found)
  }
  return traced
}

/** Joins a call that another thread interrupted in the trace; null while it is not complete. */
function wholeCall(line: string, open: Map<string, string>): Call | null {
  const [, thread = '', text = ''] = /^(\d+)\s+(.*)$/.exec(line) ?? []
  if (text.endsWith('<unfinished ...>')) {
    open.set(thread, text.slice(0, -'<unfinished ...>'.length))
    return null
  }
  const resumed = /^<\.\.\. \w+ resumed>(.*)$/.exec(text)
  const whole = resumed === null ? text : `${open.get(thread) ?? ''}${resumed[1] ?? ''}`
  if (resumed !== null) open.delete(thread)
  const at = whole.indexOf('(')
  return at <= 0 || whole.startsWith('+++') ? null : { name: whole.slice(0, at), rest: whole.slice(at + 1) }
}

function meaningOf({ name, rest }: Call, isWatched: (file: string) => boolean): Traced | null {
  if (/= -1 /.test(rest.slice(-80))) return null
  if (name.startsWith('unlink')) {
    const file = fromHex(/"([^"]*)"/.exec(rest)?.[1] ?? '').toString()
    return isWatched(file) ? { did: 'remove', file } : null
  }
  const file = fromHex(/^\d+<([^>]*)>/.exec(rest)?.[1] ?? '').toString()
  if (/^(?:socket|pipe|TCP|UNIX)/.test(file)) return said(rest)
  if (!isWatched(file)) return null
  // A kill in the middle of a sync leaves it open whether it happened.
  if (name === 'fsync' || name === 'fdatasync') return rest.endsWith('= ?') ? null : { did: 'sync', file }
  if (name === 'ftruncate') return { did: 'resize', file, length: Number(/>, (\d+)\s*\)/.exec(rest)?.[1]) }
  if (name === 'pwrite64') return written(file, rest)
  throw new Error(`${file} was changed by ${name}, which the replay of writes does not know`)
}

function written(file: string, rest: string): Traced {
  const from = rest.indexOf('"') + 1
  const to = rest.indexOf('"', from)
  const bytes = fromHex(rest.slice(from, to))
  const [, length, offset] = /^, (\d+), (\d+)\s*\)/.exec(rest.slice(to + 1)) ?? []
  if (Number(length) !== bytes.length) throw new Error(`${file}: the trace shows ${bytes.length} of ${length} bytes`)
  return { did: 'write', file, offset: Number(offset), bytes }
}

function said(rest: string): Traced {
  const parts = rest.match(/"(?:\\x[0-9a-f]{2})*"/g) ?? []
  return { did: 'say', text: parts.map((part) => fromHex(part.slice(1, -1)).toString('latin1')).join('') }
}

function fromHex(text: string): Buffer {
  return Buffer.from(text.replaceAll('\\x', ''), 'hex')
}
