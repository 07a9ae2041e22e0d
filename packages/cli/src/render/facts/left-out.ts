import type { ExcludedOrder } from '@entrygo/sdk/contract'

/** Orders that stay behind for the same reason and are released by the same change. */
export interface LeftOutGroup {
  readonly rules: readonly string[]
  /** The change that would release each of them, in words. */
  readonly release: string
  readonly orders: readonly string[]
}

export function leftOutOf(excluded: readonly ExcludedOrder[]): readonly LeftOutGroup[] {
  const groups = new Map<string, LeftOutGroup & { readonly orders: string[] }>()
  for (const { order_id, rule_ids: rules, release } of excluded) {
    const way =
      release === null
        ? 'more than one change is needed'
        : `released by ${release.field}${release.allowed.length === 0 ? '' : ` (${release.allowed.join(', ')})`}`
    const key = JSON.stringify([rules, way])
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { rules, release: way, orders: [order_id] })
    else group.orders.push(order_id)
  }
  return [...groups.values()]
}
