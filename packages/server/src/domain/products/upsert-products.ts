import type { Issue, ProductInput } from '@entrygo/sdk/contract'
import { normalizeHtsNumber } from '../customs/hts-number.ts'
import type { RecordDocuments, StoredRecord } from '../records.ts'
import type { Refusal } from '../refusal.ts'
import { canonicalCopy } from '../setup/canonical-copy.ts'
import { type Upserted, type UpsertRecipe, upsertRecords } from '../setup/upsert-records.ts'

/**
 * Products as they will be stored: the HTSUS number as digits, `sku` the external id when absent, `metadata` as given.
 * Replaced as a whole. Refuses with `VALIDATION_ERROR`.
 */
export function upsertProducts(
  items: readonly ProductInput[],
  existing: ReadonlyMap<string, StoredRecord<'product'>>,
  makeId: () => string,
): Upserted<'product'> | Refusal {
  return upsertRecords(recipe, { items, existing, makeId })
}

const recipe: UpsertRecipe<'product', ProductInput> = {
  kind: 'product',
  issuesOf: htsIssues,
  draftOf: (item, id) => ({ doc: productDocument(item, id), secret: null }),
}

function htsIssues({ htsCode }: ProductInput): Issue[] {
  if (htsCode === undefined || normalizeHtsNumber(htsCode) !== null) return []
  const message = `${htsCode} is no tariff number; give one to ten digits, dots and spaces are dropped.`
  return [{ path: 'htsCode', message, code: 'invalid_string' }]
}

function productDocument({ metadata, ...product }: ProductInput, id: string): RecordDocuments['product'] {
  const { externalId, htsCode } = product
  const digits = htsCode === undefined ? {} : { htsCode: normalizeHtsNumber(htsCode) ?? htsCode }
  const facts = canonicalCopy({ sku: externalId, ...product, ...digits, id })
  return metadata === undefined ? facts : { ...facts, metadata }
}
