import type { ArtifactType } from './contract/index.ts'
import { EntryGoError } from './transport/errors.ts'
import { sha256Hex } from './transport/idempotency.ts'

/** A downloaded artifact whose bytes match the SHA-256 that the server announced. */
export interface ArtifactFile {
  readonly artifact_type: ArtifactType
  /** Null when the server names none. */
  readonly filename: string | null
  readonly media_type: string
  readonly sha256: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Throws `EntryGoError` of kind `parse` when the bytes are not the announced ones. */
export async function artifactFileOf(
  artifact_type: ArtifactType,
  headers: Headers,
  body: ArrayBuffer,
): Promise<ArtifactFile> {
  const bytes = new Uint8Array(body)
  const sha256 = await sha256Hex(bytes)
  const [, announced] = /^(?:W\/)?"?([0-9a-f]{64})"?$/.exec(headers.get('etag') ?? '') ?? []
  if (announced !== undefined && announced !== sha256) {
    const message = `The bytes of ${artifact_type} have SHA-256 ${sha256}, and the server announced ${announced}.`
    throw new EntryGoError({ kind: 'parse', code: 'INVALID_RESPONSE', message, operation: 'downloadArtifact' })
  }
  const media_type = headers.get('content-type') ?? 'application/octet-stream'
  return { artifact_type, filename: filenameIn(headers), media_type, sha256, bytes }
}

/** The name that the server gives to what it sends; null when it gives none. */
export function filenameIn(headers: Headers): string | null {
  const [, filename] = /filename="?([^";]+)"?/i.exec(headers.get('content-disposition') ?? '') ?? []
  return filename ?? null
}
