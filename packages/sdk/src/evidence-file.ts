import { type CheckedFile, checkedFile } from './artifact-file.ts'
import type { ExportId } from './contract/index.ts'
import type { Answer } from './transport/attempt.ts'

/** The evidence of an export as a zip. */
export interface EvidenceFile extends CheckedFile {
  readonly exportId: ExportId
}

/** Throws a `DigestError` when the bytes are not the announced ones, or when none are announced. */
export async function evidenceFileOf(
  { headers, bytes }: Answer,
  { id }: { readonly id: ExportId },
): Promise<EvidenceFile> {
  // RFC 9530.
  const [, base64] = /(?:^|[,\s])sha-256=:([A-Za-z0-9+/]{43}=):/.exec(headers.get('content-digest') ?? '') ?? []
  const announced = base64 === undefined ? null : hexOf(base64)
  return { exportId: id, ...(await checkedFile(`The evidence of ${id}`, { headers, bytes, announced })) }
}

function hexOf(base64: string): string {
  return Array.from(atob(base64), (character) => character.charCodeAt(0).toString(16).padStart(2, '0')).join('')
}
