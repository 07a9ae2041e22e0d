import { filenameIn } from './artifact-file.ts'
import type { ExportId } from './contract/index.ts'
import { EntryGoError } from './transport/errors.ts'
import { sha256Hex } from './transport/idempotency.ts'

/** The evidence of an export as a zip whose bytes match the digest that the server announced. */
export interface EvidenceFile {
  readonly exportId: ExportId
  /** Null when the server names none. */
  readonly filename: string | null
  readonly sha256: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** Throws `EntryGoError` of kind `parse` when the bytes are not the announced ones, or when none are announced. */
export async function evidenceFileOf(exportId: ExportId, headers: Headers, body: ArrayBuffer): Promise<EvidenceFile> {
  const bytes = new Uint8Array(body)
  const sha256 = await sha256Hex(bytes)
  const announced = announcedIn(headers)
  if (announced !== sha256) {
    const message =
      announced === null
        ? `The evidence of ${exportId} came without a Content-Digest: what came cannot be checked.`
        : `The evidence of ${exportId} has SHA-256 ${sha256}, and the server announced ${announced}.`
    throw new EntryGoError({ kind: 'parse', code: 'INVALID_RESPONSE', message, operation: 'downloadEvidence' })
  }
  return { exportId, filename: filenameIn(headers), sha256, bytes }
}

/** The SHA-256 of an RFC 9530 header as hex. */
function announcedIn(headers: Headers): string | null {
  const [, base64] = /(?:^|[,\s])sha-256=:([A-Za-z0-9+/]{43}=):/.exec(headers.get('content-digest') ?? '') ?? []
  if (base64 === undefined) return null
  return Array.from(atob(base64), (character) => character.charCodeAt(0).toString(16).padStart(2, '0')).join('')
}
