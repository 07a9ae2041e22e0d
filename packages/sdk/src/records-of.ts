import type { CallOptions } from './config.ts'
import type { Cursor, OperationId } from './contract/index.ts'
import { EntryGoError } from './transport/errors.ts'

/** A list that is read page by page: `orders.list`, `products.list`, `exports.list` and the like. */
export interface PagedList<Args, Item> {
  (args?: Args, options?: CallOptions): Promise<{ readonly data: readonly Item[]; readonly next_cursor: Cursor | null }>
  readonly operation?: OperationId
}

/**
 * Every record of a list, one after the other; a page is asked for once the one before it is used up. Throws what the list
 * throws, and `INVALID_RESPONSE` when a page leads back to an earlier one, which would never end. `limit` is the size of a
 * page, `cursor` where to start.
 */
export async function* recordsOf<Args extends { cursor?: Cursor }, Item>(
  list: PagedList<Args, Item>,
  args: NoInfer<Args>,
  options: CallOptions = {},
): AsyncGenerator<Item, void, undefined> {
  const seen = new Set([args.cursor])
  let page = await list(args, options)
  yield* page.data
  for (let cursor = page.next_cursor; cursor !== null; cursor = page.next_cursor) {
    if (seen.has(cursor)) throw leadsBack(list.operation ?? null)
    seen.add(cursor)
    page = await list({ ...args, cursor }, options)
    yield* page.data
  }
}

function leadsBack(operation: OperationId | null): EntryGoError {
  const message = `${operation ?? 'The list'} answered a page whose next_cursor leads back to an earlier page: what was read may be incomplete.`
  return new EntryGoError({ kind: 'parse', code: 'INVALID_RESPONSE', field: 'next_cursor', message, operation })
}
