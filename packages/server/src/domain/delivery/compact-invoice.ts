import type { FrozenPackage } from '../execution/frozen-package.ts'
import type { Steps } from '../work-in-steps.ts'

/** The value of `cci_json` in as few bytes as JSON allows, in pieces, one for each invoice. */
export function* compactInvoice({ invoices, ...rest }: FrozenPackage): Steps<readonly Uint8Array[]> {
  const head = JSON.stringify({ schema: 'entrygo.cci/1', ...rest })
  const pieces: Uint8Array[] = [Buffer.from(`${head.slice(0, -1)},"invoices":[`)]
  for (const [index, invoice] of invoices.entries()) {
    pieces.push(Buffer.from(`${index === 0 ? '' : ','}${JSON.stringify(invoice)}`))
    yield
  }
  return [...pieces, Buffer.from(']}')]
}

export function sizeOf(pieces: readonly Uint8Array[]): number {
  return pieces.reduce((sum, { byteLength }) => sum + byteLength, 0)
}
