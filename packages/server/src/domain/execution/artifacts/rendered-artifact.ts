import { createHash } from 'node:crypto'
import type { ArtifactType } from '@entrygo/sdk/contract'
import type { Steps } from '../../work-in-steps.ts'

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
  let size = 0
  for (const piece of pieces) size += typeof piece === 'string' ? Buffer.byteLength(piece) : piece.byteLength
  const bytes = Buffer.allocUnsafeSlow(size)
  const hash = createHash('sha256')
  let at = 0
  for (const piece of pieces) {
    const start = at
    if (typeof piece === 'string') at += bytes.write(piece, at)
    else {
      bytes.set(piece, at)
      at += piece.byteLength
    }
    hash.update(bytes.subarray(start, at))
    yield
  }
  return { artifactType, ...file, bytes: new Uint8Array(bytes.buffer), sha256: hash.digest('hex'), size }
}
