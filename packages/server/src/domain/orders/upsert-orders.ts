import type { OrderInput, OrderLine, OrderLineInput } from '@entrygo/sdk/contract'
import { normalizeHtsNumber } from '../customs/hts-number.ts'
import { centsToWireNumber, lineValueCents, sumCents } from '../customs/money.ts'
import type { RecordDocuments, StoredRecord } from '../records.ts'
import type { Refusal } from '../refusal.ts'
import { canonicalCopy } from '../setup/canonical-copy.ts'
import { type Upserted, type UpsertRecipe, upsertRecords } from '../setup/upsert-records.ts'
import { orderIssues } from './order-issues.ts'

/**
 * Orders as they will be stored: lines replaced as a whole and numbered from "1" where they have no id, HTSUS numbers
 * as digits, `invoiceCurrency` USD when absent, values recomputed to the cent. `metadata` is kept as given. Refuses with
 * `VALIDATION_ERROR`; whether the products exist is asked by {@link import('./unknown-products.ts').unknownProductIssues}.
 */
export function upsertOrders(
  items: readonly OrderInput[],
  existing: ReadonlyMap<string, StoredRecord<'order'>>,
  makeId: () => string,
): Upserted<'order'> | Refusal {
  return upsertRecords(recipe, { items, existing, makeId })
}

const recipe: UpsertRecipe<'order', OrderInput> = {
  kind: 'order',
  issuesOf: orderIssues,
  draftOf: (item, id) => ({ doc: orderDocument(item, id), secret: null }),
}

function orderDocument({ metadata, ...order }: OrderInput, id: string): RecordDocuments['order'] {
  const values = order.items.map(({ quantity, unitValueUsd }) => lineValueCents(quantity, unitValueUsd))
  const facts = canonicalCopy({
    invoiceCurrency: 'USD',
    ...order,
    id,
    items: order.items.map((line, index) => storedLine(line, index, values[index] ?? 0n)),
    totalValueUsd: centsToWireNumber(sumCents(values)),
    lineCount: order.items.length,
  })
  return metadata === undefined ? facts : { ...facts, metadata }
}

function storedLine(line: OrderLineInput, index: number, cents: bigint): OrderLine {
  const { ch99Codes } = line
  return {
    ...line,
    lineId: line.lineId ?? String(index + 1),
    lineValueUsd: centsToWireNumber(cents),
    ...(ch99Codes === undefined ? {} : { ch99Codes: ch99Codes.map((code) => normalizeHtsNumber(code) ?? code) }),
  }
}
