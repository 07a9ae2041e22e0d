import type { FrozenPackage } from '../frozen-package.ts'

export type InvoiceJson = { readonly schema: 'entrygo.cci/1' } & FrozenPackage

/** The whole customs package for programs: amounts and measures are decimal texts, null is what the plan did not hold. */
export function invoiceJson(frozen: FrozenPackage): InvoiceJson {
  return { schema: 'entrygo.cci/1', ...frozen }
}
