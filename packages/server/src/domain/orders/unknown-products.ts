import type { Issue, OrderInput } from '@entrygo/sdk/contract'
import { maxIssues } from '../setup/upsert-records.ts'

/** An `unknown_reference` issue for every line whose product is not one of `known`; the first 1,000 of them. */
export function unknownProductIssues(items: readonly Pick<OrderInput, 'items'>[], known: ReadonlySet<string>): Issue[] {
  return items
    .flatMap((order, position) =>
      order.items.flatMap(({ productId }, index): Issue[] => {
        if (known.has(productId)) return []
        const message = `There is no product ${productId}; sync it first and use the id that the answer gives.`
        return [{ path: `items.${position}.items.${index}.productId`, message, code: 'unknown_reference' }]
      }),
    )
    .slice(0, maxIssues)
}

/** The products that the lines of these orders name, each once. */
export function productIdsOf(items: readonly Pick<OrderInput, 'items'>[]): string[] {
  return [...new Set(items.flatMap((order) => order.items.map(({ productId }) => productId)))]
}
