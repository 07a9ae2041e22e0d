import type { OptionalCall } from './call.ts'
import type { CallOptions } from './config.ts'
import type { Cursor } from './contract/index.ts'

/** A list that is read page by page: `orders.list`, `products.list`, `exports.list` and the like. */
export type RecordPages<Args, Item> = OptionalCall<
  Args & { cursor?: Cursor },
  { readonly data: readonly Item[]; readonly next_cursor: Cursor | null }
>

/**
 * Every record of a list, one after the other; a page is asked for once the one before it is used up. Throws what the list
 * throws. `limit` is the size of a page, `cursor` where to start.
 */
export async function* recordsOf<Args, Item>(
  list: RecordPages<Args, Item>,
  args: Args & { cursor?: Cursor },
  options: CallOptions = {},
): AsyncGenerator<Item, void, undefined> {
  let page = await list(args, options)
  yield* page.data
  while (page.next_cursor !== null) {
    page = await list({ ...args, cursor: page.next_cursor }, options)
    yield* page.data
  }
}
