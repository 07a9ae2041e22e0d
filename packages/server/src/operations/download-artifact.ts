import type { ArtifactType } from '@entrygo/sdk/contract'
import type { Refusal } from '../domain/refusal.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { packageNotFound } from './refusals.ts'

export interface DownloadArtifactParams {
  readonly id: string
  readonly artifact_type: ArtifactType
}

/** The bytes as they were generated, with their SHA-256 as `ETag` and `Content-Digest` (RFC 9530). */
export async function downloadArtifact(
  { id, artifact_type }: DownloadArtifactParams,
  caller: Caller,
  ports: Ports,
): Promise<Reply | Refusal> {
  const stored = await ports.store.loadArtifact(caller.accountId, id, artifact_type)
  if (stored === null) return packageNotFound(id)
  const { filename, mediaType, sha256 } = stored.artifact
  return {
    status: 200,
    contentType: mediaType,
    body: stored.bytes,
    headers: {
      ETag: `"${sha256}"`,
      'Content-Digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:`,
      'Content-Disposition': `attachment; filename="${filename}"`,
    },
  }
}
