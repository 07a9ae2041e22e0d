import type { CallMeta } from './call.ts'
import type { OperationId } from './contract/index.ts'
import { EntryGoError } from './transport/errors.ts'

/** Where a list of an answer came from. */
export interface ListSource<Item> {
  readonly list: readonly Item[]
  readonly operation: OperationId
  readonly meta: CallMeta
}

/**
 * The list in the order of a number that each of its members has. Throws `EntryGoError` of kind `parse` where it is none:
 * a good status alone does not make an answer of the contract.
 */
export function placedList<Item, Key extends keyof Item>(source: ListSource<Item>, key: Key): readonly Item[] {
  const { list, operation, meta } = source
  const place = (item: Item): number => Number(item?.[key] ?? Number.NaN)
  if (Array.isArray(list) && list.every((item) => !Number.isNaN(place(item)))) {
    return list.toSorted((a, b) => place(a) - place(b))
  }
  const { status, requestId, attempts } = meta
  const message = `${operation} was answered without the list of the contract: is baseUrl an EntryGo server?`
  throw new EntryGoError({
    kind: 'parse',
    code: 'INVALID_RESPONSE',
    ...{ message, operation, status, requestId, attempts },
  })
}
