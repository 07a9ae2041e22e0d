import { isUtf8 } from 'node:buffer'
import type { IncomingMessage } from 'node:http'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { refuseTooLarge } from './limits.ts'

/** The connection ended before the body did, so there is nobody to answer. */
export class BodyAborted extends Error {
  override readonly name = 'BodyAborted'
}

/**
 * The whole body as text, read straight from the socket where there is one. A body over the limit is refused as soon as
 * that shows: by its length, or while its chunks arrive.
 */
export async function readBodyText(
  request: Request,
  incoming: IncomingMessage | undefined,
  limit: number,
): Promise<string | Refusal> {
  const declared = Number(request.headers.get('content-length') ?? '0')
  if (declared > limit) return refuseTooLarge(limit)
  const bytes = incoming === undefined ? await readWeb(request, limit) : await readIncoming(incoming, limit)
  if (bytes === null) return refuseTooLarge(limit)
  if (!isUtf8(bytes)) {
    const message = 'The body is not valid UTF-8. Encode it as UTF-8.'
    return refuse('INVALID_REQUEST', message, { details: { issues: [{ path: '', message, code: 'custom' }] } })
  }
  return bytes.toString('utf8')
}

function readIncoming(incoming: IncomingMessage, limit: number): Promise<Buffer | null> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    const stop = (): void => {
      incoming.off('data', take)
      incoming.off('end', finish)
      incoming.off('close', abort)
      incoming.off('error', abort)
    }
    const take = (chunk: Buffer): void => {
      size += chunk.length
      chunks.push(chunk)
      if (size <= limit) return
      stop()
      incoming.pause()
      resolve(null)
    }
    const finish = (): void => {
      stop()
      const [first] = chunks
      resolve(chunks.length === 1 && first !== undefined ? first : Buffer.concat(chunks, size))
    }
    const abort = (): void => {
      stop()
      reject(new BodyAborted('The connection ended before the body did.'))
    }
    incoming.on('data', take)
    incoming.on('end', finish)
    incoming.on('close', abort)
    incoming.on('error', abort)
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
