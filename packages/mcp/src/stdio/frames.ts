import { Transform, type TransformCallback } from 'node:stream'
import { isJSONRPCNotification, isJSONRPCRequest, isJSONRPCResponse } from '@modelcontextprotocol/server'

/** What is wrong with a line that is no message. The id is null where the line does not tell it. */
export interface FrameFault {
  readonly id: string | number | null
  readonly code: typeof parseError | typeof invalidRequest
  readonly message: string
}

/** Codes of JSON-RPC 2.0, section 5.1. */
const parseError = -32_700
const invalidRequest = -32_600

/**
 * Passes the lines on that are messages of JSON-RPC, each as one chunk, and tells of the others, of which nothing is passed on:
 * the library behind it answers none of them, and ends at the first that is too long. Keeps at most `maxBytes` of a line.
 */
export function messageFrames(maxBytes: number, onFault: (fault: FrameFault) => void): Transform {
  let chunks: Buffer[] = []
  let size = 0
  const take = (part: Buffer): void => {
    size += part.length
    // Of a line that is too long its two ends are kept, where its id may stand.
    chunks.push(part)
    if (size > maxBytes) chunks = [endsOf(chunks)]
  }
  const finish = (frames: Transform): void => {
    const line = Buffer.concat(chunks)
    const fault = size > maxBytes ? tooLong(line, { size, maxBytes }) : faultOf(line)
    chunks = []
    size = 0
    if (fault === null) frames.push(Buffer.concat([line, newline]))
    else if (fault !== 'blank') onFault(fault)
  }
  return new Transform({
    transform(chunk: Buffer, _: BufferEncoding, done: TransformCallback) {
      let start = 0
      for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
        take(chunk.subarray(start, end))
        finish(this)
        start = end + 1
      }
      take(chunk.subarray(start))
      done()
    },
  })
}

const newline = Buffer.from('\n')
const endBytes = 512

function endsOf(chunks: readonly Buffer[]): Buffer {
  const all = Buffer.concat(chunks)
  return all.length <= 2 * endBytes ? all : Buffer.concat([all.subarray(0, endBytes), all.subarray(-endBytes)])
}

function tooLong(ends: Buffer, { size, maxBytes }: { readonly size: number; readonly maxBytes: number }): FrameFault {
  const message = `The message has ${size} bytes, and at most ${maxBytes} are read: send fewer records at a time.`
  return { id: idAtAnEnd(ends.toString()), code: invalidRequest, message }
}

/**
 * The id of a request of which only the ends are known: as a member of the outer object it stands before the parameters, or
 * at the very end, where nothing else can be.
 */
function idAtAnEnd(ends: string): FrameFault['id'] {
  const [, first] =
    /^\s*\{\s*(?:"(?:jsonrpc|method)"\s*:\s*"[^"\\]*"\s*,\s*)*"id"\s*:\s*(\d{1,15}|"[^"\\]{0,100}")/.exec(ends) ?? []
  const [, last] = /[\]},"\d]\s*,\s*"id"\s*:\s*(\d{1,15}|"[^"\\]{0,100}")\s*\}\s*$/.exec(ends) ?? []
  const found = first ?? last
  return found === undefined ? null : idOf({ id: JSON.parse(found) })
}

function faultOf(line: Buffer): FrameFault | 'blank' | null {
  let message: unknown
  try {
    const text = utf8.decode(line)
    if (text.trim() === '') return 'blank'
    message = JSON.parse(text)
  } catch {
    return { id: null, code: parseError, message: 'The line is no JSON in UTF-8: send each message as one line of it.' }
  }
  if (isJSONRPCRequest(message) || isJSONRPCNotification(message) || isJSONRPCResponse(message)) return null
  const what = Array.isArray(message) ? 'Batches are not read' : 'This is no message of JSON-RPC 2.0'
  return { id: idOf(message), code: invalidRequest, message: `${what}: send each message by itself, on one line.` }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })

function idOf(message: unknown): FrameFault['id'] {
  const id: unknown = typeof message === 'object' && message !== null ? Reflect.get(message, 'id') : null
  return typeof id === 'string' || typeof id === 'number' ? id : null
}
