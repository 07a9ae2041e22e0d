import type { OperationId } from '@entrygo/sdk/contract'
import { type Refusal, refuse } from '../domain/refusal.ts'
import { shortened } from './readable-text.ts'

const kibibyte = 1024
const mebibyte = 1024 * kibibyte

/** Largest request body of an operation, in bytes. */
export function maxBodyBytes(operation: OperationId): number {
  return bodyLimits[operation] ?? 256 * kibibyte
}

const bodyLimits: Partial<Record<OperationId, number>> = {
  syncOrders: 8 * mebibyte,
  syncProducts: 8 * mebibyte,
  syncWarehouses: 8 * mebibyte,
  syncBrokers: 8 * mebibyte,
  planExport: mebibyte,
}

/** Bytes of all header lines of a request. */
export const maxHeaderBytes: number = 16 * kibibyte

export const maxSockets = 1_000
export const maxSocketsPerAddress = 100

/** How long a request may take to arrive. */
export interface ArrivalLimits {
  readonly headersMs: number
  readonly requestMs: number
  /** How often slow requests are looked for. */
  readonly checkEveryMs: number
}

export const arrivalLimits: ArrivalLimits = { headersMs: 10_000, requestMs: 30_000, checkEveryMs: 1_000 }

/** Null for `application/json` in UTF-8 without a content coding, which is all that is read. */
export function refuseMediaType(contentType: string | null, contentEncoding: string | null): Refusal | null {
  if (contentEncoding !== null && contentEncoding.toLowerCase() !== 'identity') {
    return refuseEncoding(`The content coding ${shortened(contentEncoding)} is not read. Send the body uncompressed.`)
  }
  if (contentType === 'application/json') return null
  if (contentType === null) return refuseEncoding('The header Content-Type is missing. Send application/json.')
  if (jsonType.test(contentType)) return null
  return refuseEncoding(`${shortened(contentType)} is not read. Send application/json in UTF-8.`)
}

export function refuseTooLarge(limit: number): Refusal {
  return refuse('PAYLOAD_TOO_LARGE', `The request body is larger than ${limit} bytes. Split it into several requests.`)
}

const jsonType = /^application\/json[ \t]*(?:;[ \t]*charset="?utf-8"?[ \t]*)?;?$/i

function refuseEncoding(message: string): Refusal {
  return refuse('UNSUPPORTED_MEDIA_TYPE', message)
}
