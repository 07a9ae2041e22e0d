import { createHash } from 'node:crypto'
import type { ArtifactType } from '@entrygo/sdk/contract'

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
  text: string,
): RenderedArtifact {
  const bytes = new TextEncoder().encode(text)
  return { artifactType, ...file, bytes, sha256: sha256Hex(bytes), size: bytes.byteLength }
}

export function sha256Hex(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}

/** Two blanks of indentation and a last line break: good to read, and the same bytes every time. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}
