import type { Issue, ProductInput } from '@entrygo/sdk/contract'
import { upsertProducts } from './domain/products/upsert-products.ts'
import { isRefusal } from './domain/refusal.ts'
import type { PlannedProduct } from './domain/rules/plan-inputs.ts'

/** A product as a plan would see it, or everything for which a sync would refuse it; paths start at the product. */
export type ReadProduct =
  | { readonly externalId: string; readonly product: PlannedProduct }
  | { readonly issues: readonly Issue[] }

/** Reads products exactly as the sync of products does, one by one and without storing them. */
export async function productReader(): Promise<(value: unknown) => ReadProduct> {
  // Loaded when it is asked for: who reads no products must not wait for the validator.
  const [{ bodyValidator }, { issuesOf }] = await Promise.all([
    import('./http/contract-validators.ts'),
    import('./http/issues.ts'),
  ])
  const validate = bodyValidator('syncProducts')
  if (validate === null) throw new Error('The contract has no body for the sync of products.')
  return (value) => {
    const errors = validate({ accountId, items: [value] })
    if (errors.length > 0) return { issues: issuesOf(errors).map(belowItem) }
    // The value satisfies the contract after the check above.
    return normalized(value as ProductInput)
  }
}

/** Stands for the caller's account, which no product depends on. */
const accountId = 'acc_01k9m4w0000000000000000000'

function normalized(input: ProductInput): ReadProduct {
  const upserted = upsertProducts([input], new Map(), () => 'prod_01k9m4w0000000000000000000')
  if (isRefusal(upserted)) return { issues: (upserted.details?.issues ?? []).map(belowItem) }
  const [record] = upserted.records
  if (record === undefined) throw new Error('A product that is new is always written.')
  const { id: _, metadata: _metadata, externalId, ...product } = record.doc
  return { externalId, product }
}

function belowItem(issue: Issue): Issue {
  return { ...issue, path: issue.path.replace(/^items\.0\.?/, '') }
}
