import type { Steps } from '../../work-in-steps.ts'
import type { FrozenPackage } from '../frozen-package.ts'
import { jsonTextOfList } from './json-text.ts'

export type InvoiceJson = { readonly schema: 'entrygo.cci/1' } & FrozenPackage

/** The whole customs package for programs: amounts and measures are decimal texts, null is what the plan did not hold. */
export function invoiceJson(frozen: FrozenPackage): Steps<readonly string[]> {
  const document: InvoiceJson = { schema: 'entrygo.cci/1', ...frozen }
  return jsonTextOfList(document, 'invoices', frozen.invoices)
}
