import type { ArtifactType } from '@entrygo/sdk/contract'
import { sha256Hex } from '../../fingerprint.ts'

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

export function renderedArtifact(
  artifactType: ArtifactType,
  file: { readonly filename: string; readonly mediaType: string },
  content: string | Uint8Array,
): RenderedArtifact {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  return { artifactType, ...file, bytes, sha256: sha256Hex(bytes), size: bytes.byteLength }
}
