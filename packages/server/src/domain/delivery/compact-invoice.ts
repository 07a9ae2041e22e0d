import type { FrozenPackage } from '../execution/frozen-package.ts'
import type { Steps } from '../execution/steps.ts'

/**
 * The value of `cci_json` in as few bytes as JSON allows, in pieces, one for each invoice; null when it would have more
 * bytes than `limit`, which is noticed on the way.
 */
export function* compactInvoice(
  { invoices, ...rest }: FrozenPackage,
  limit: number = Number.POSITIVE_INFINITY,
): Steps<readonly Uint8Array[] | null> {
  const pieces: Uint8Array[] = []
  let size = 0
  const add = (text: string): boolean => {
    const bytes = Buffer.from(text)
    pieces.push(bytes)
    size += bytes.byteLength
    return size <= limit
  }
  add(`${JSON.stringify({ schema: 'entrygo.cci/1', ...rest }).slice(0, -1)},"invoices":[`)
  for (const [index, invoice] of invoices.entries()) {
    if (!add(`${index === 0 ? '' : ','}${JSON.stringify(invoice)}`)) return null
    yield
  }
  return add(']}') ? pieces : null
}

export function sizeOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { byteLength }) => sum + byteLength, 0)
}
