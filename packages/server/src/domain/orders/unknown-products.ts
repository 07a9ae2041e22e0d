import type { Issue, OrderInput } from '@entrygo/sdk/contract'
import { maxIssues } from '../setup/upsert-records.ts'

/**
 * An `unknown_reference` issue for every line whose product is not one of `known`. Of more than an answer can list, the
 * first line of each product stays, so that every product is named.
 */
export function unknownProductIssues(items: readonly Pick<OrderInput, 'items'>[], known: ReadonlySet<string>): Issue[] {
  const all = unknownLines(items, known)
  if (all.length <= maxIssues) return all.map(issueOf)
  const linesByProduct = Map.groupBy(all, ({ productId }) => productId)
  const firstOfEach = [...linesByProduct.values()].flatMap(([line]) => line ?? [])
  return firstOfEach.slice(0, maxIssues).map(issueOf)
}

interface UnknownLine {
  readonly path: string
  readonly productId: string
}

function unknownLines(items: readonly Pick<OrderInput, 'items'>[], known: ReadonlySet<string>): UnknownLine[] {
  return items.flatMap((order, position) =>
    order.items.flatMap(({ productId }, index) =>
      known.has(productId) ? [] : [{ path: `items.${position}.items.${index}.productId`, productId }],
    ),
  )
}

function issueOf({ path, productId }: UnknownLine): Issue {
  const message = `There is no product ${productId}; sync it first and use the id that the answer gives.`
  return { path, message, code: 'unknown_reference' }
}

/** The products that the lines of these orders name, each once. */
export function productIdsOf(items: readonly Pick<OrderInput, 'items'>[]): string[] {
  return [...new Set(items.flatMap((order) => order.items.map(({ productId }) => productId)))]
}
