import type { CallOptions } from './config.ts'
import type { Cursor } from './contract/index.ts'

/** A list that is read page by page: `orders.list`, `products.list`, `exports.list` and the like. */
export type PagedList<Args, Item> = (
  args?: Args,
  options?: CallOptions,
) => Promise<{ readonly data: readonly Item[]; readonly next_cursor: Cursor | null }>

/**
 * Every record of a list, one after the other; a page is asked for once the one before it is used up. Throws what the list
 * throws. `limit` is the size of a page, `cursor` where to start.
 */
export async function* recordsOf<Args extends { cursor?: Cursor }, Item>(
  list: PagedList<Args, Item>,
  args: NoInfer<Args>,
  options: CallOptions = {},
): AsyncGenerator<Item, void, undefined> {
  let page = await list(args, options)
  yield* page.data
  while (page.next_cursor !== null) {
    page = await list({ ...args, cursor: page.next_cursor }, options)
    yield* page.data
  }
}
