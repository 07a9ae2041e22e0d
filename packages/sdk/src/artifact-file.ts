import type { ArtifactType } from './contract/index.ts'
import type { Answer } from './transport/attempt.ts'
import { DigestError } from './transport/digest-error.ts'
import { sha256Hex } from './transport/idempotency.ts'

/** Bytes that match the SHA-256 that the server announced. */
export interface CheckedFile {
  /** Null when the server names none. */
  readonly filename: string | null
  readonly sha256: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** A downloaded artifact. */
export interface ArtifactFile extends CheckedFile {
  readonly artifact_type: ArtifactType
  readonly media_type: string
}

/** Throws a {@link DigestError} when the bytes are not the announced ones; an artifact may come without an announcement. */
export async function artifactFileOf(
  { headers, bytes }: Answer,
  { artifact_type }: { readonly artifact_type: ArtifactType },
): Promise<ArtifactFile> {
  const [, announced] = /^(?:W\/)?"?([0-9a-f]{64})"?$/.exec(headers.get('etag') ?? '') ?? []
  const { filename, ...file } = await checkedFile(artifact_type, { headers, bytes, announced })
  return { artifact_type, filename, media_type: headers.get('content-type') ?? 'application/octet-stream', ...file }
}

/** The bytes with their name and SHA-256; null as the announced one is none that could be compared. */
export async function checkedFile(
  what: string,
  answer: {
    readonly headers: Headers
    readonly bytes: Uint8Array<ArrayBuffer>
    readonly announced: string | null | undefined
  },
): Promise<CheckedFile> {
  const { headers, bytes, announced } = answer
  const sha256 = await sha256Hex(bytes)
  if (announced !== undefined && announced !== sha256) {
    throw new DigestError(`${what} has SHA-256 ${sha256}, and the server announced ${announced ?? 'none'}.`)
  }
  const [, filename = null] = /filename="?([^";]+)"?/i.exec(headers.get('content-disposition') ?? '') ?? []
  return { filename, sha256, bytes }
}
