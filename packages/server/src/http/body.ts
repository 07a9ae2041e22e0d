import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { refuseTooLarge } from './limits.ts'

/** The connection ended before the body did, so there is nobody to answer. */
export class BodyAborted extends Error {
  override readonly name = 'BodyAborted'
}

/**
 * The whole body as text, read straight from the socket where there is one. Of a body over the limit nothing is kept; it
 * is refused when its sender has finished or {@link discarding} ends, since an answer on a connection that is then closed
 * under a sender is lost.
 */
export async function readBodyText(
  request: Request,
  incoming: IncomingMessage | undefined,
  limit: number,
): Promise<string | Refusal> {
  const declared = Number(request.headers.get('content-length') ?? '0')
  const bytes = incoming === undefined ? await readWeb(request, limit) : await readIncoming(incoming, declared, limit)
  if (bytes === null) return refuseTooLarge(limit)
  if (!isUtf8(bytes)) {
    const message = 'The body is not valid UTF-8. Encode it as UTF-8.'
    return refuse('INVALID_REQUEST', message, { details: { issues: [{ path: '', message, code: 'custom' }] } })
  }
  return bytes.toString('utf8')
}

/** How much of a body that is refused is read, and for how long. */
const discarding = { bytes: 32 * 1024 * 1024, ms: 5_000 }

function readIncoming(incoming: IncomingMessage, declared: number, limit: number): Promise<Buffer | null> {
  if (declared > discarding.bytes) return Promise.resolve(null)
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    let patience: NodeJS.Timeout | undefined
    const stop = (): void => {
      clearTimeout(patience)
      incoming.off('data', take)
      incoming.off('end', finish)
      incoming.off('close', abort)
      incoming.off('error', abort)
    }
    const giveUp = (): void => {
      stop()
      incoming.pause()
      resolve(null)
    }
    const discard = (): void => {
      chunks.length = 0
      patience ??= setTimeout(giveUp, discarding.ms)
      if (size > discarding.bytes) giveUp()
    }
    const take = (chunk: Buffer): void => {
      size += chunk.length
      if (size > limit || declared > limit) discard()
      else chunks.push(chunk)
    }
    const finish = (): void => {
      stop()
      const [first] = chunks
      if (size > limit) resolve(null)
      else resolve(chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks, size))
    }
    const abort = (): void => {
      stop()
      reject(new BodyAborted('The connection ended before the body did.'))
    }
    incoming.on('data', take)
    incoming.on('end', finish)
    incoming.on('close', abort)
    incoming.on('error', abort)
    if (declared > limit) discard()
  })
}

async function readWeb(request: Request, limit: number): Promise<Buffer | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.length
    if (size > limit) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks, size)
}
