import { createHash } from 'node:crypto'
import type { ArtifactType } from '@entrygo/sdk/contract'
import type { Steps } from '../steps.ts'

/** One file of a customs package, as bytes. */
export interface RenderedArtifact {
  readonly artifactType: ArtifactType
  readonly filename: string
  readonly mediaType: string
  readonly bytes: Uint8Array
  /** Hexadecimal, lower case. */
  readonly sha256: string
  readonly size: number
}

/** The file of these pieces, one after the other; text is UTF-8. */
export function* renderedArtifact(
  artifactType: ArtifactType,
  file: { readonly filename: string; readonly mediaType: string },
  pieces: readonly (string | Uint8Array)[],
): Steps<RenderedArtifact> {
  const hash = createHash('sha256')
  const encoded: Uint8Array[] = []
  for (const piece of pieces) {
    const bytes = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece
    hash.update(bytes)
    encoded.push(bytes)
    yield
  }
  const { buffer, byteOffset, byteLength } = Buffer.concat(encoded)
  const bytes = new Uint8Array(buffer, byteOffset, byteLength)
  return { artifactType, ...file, bytes, sha256: hash.digest('hex'), size: bytes.byteLength }
}
