import { type InputRecord, isRecord } from './record.ts'

/** Finds the products of the account that have one of the external ids. At most 100 are asked for at a time. */
export type FindProducts = (
  externalIds: readonly string[],
) => Promise<readonly { readonly id: string; readonly externalId: string }[]>

/** Replaces `sku` of order lines by `productId`, as the wire wants it. */
export interface ProductIds {
  /** Looks up what the records name and is not known yet. */
  prepare(records: readonly InputRecord[]): Promise<void>
  /** The value as it is sent, or the first SKU that no product has. */
  resolve(record: InputRecord): InputRecord['value'] | string
}

/** More are forgotten and asked for again, so that a catalogue of any size takes the same memory. */
const keptIds = 100_000

/** The most that one request asks for: external ids have up to 128 letters, and a request line some thousand bytes. */
const perRequest = 50

/** `known` are products from a file, by SKU and by external id; the others are asked for. */
export function productIds(known: ReadonlyMap<string, string>, find: FindProducts): ProductIds {
  const found = new Map<string, string>()
  const idOf = (sku: string): string | undefined => known.get(sku) ?? found.get(sku)
  return {
    prepare: async (records) => {
      const open = [...new Set(records.flatMap(skusOf))].filter((sku) => idOf(sku) === undefined)
      if (found.size + open.length > keptIds) {
        found.clear()
        open.splice(0, open.length, ...[...new Set(records.flatMap(skusOf))].filter((sku) => !known.has(sku)))
      }
      for (let at = 0; at < open.length; at += perRequest) {
        for (const { id, externalId } of await find(open.slice(at, at + perRequest))) found.set(externalId, id)
      }
    },
    resolve: ({ value }) => {
      const missing = skusIn(value).find((sku) => idOf(sku) === undefined)
      if (missing !== undefined) return missing
      const { items } = value
      if (!Array.isArray(items) || !items.some(hasSku)) return value
      return { ...value, items: items.map((line: unknown) => withId(line, idOf)) }
    },
  }
}

function skusOf({ value }: InputRecord): string[] {
  return skusIn(value)
}

function skusIn({ items }: Readonly<Record<string, unknown>>): string[] {
  return Array.isArray(items) ? items.flatMap((line: unknown) => (hasSku(line) ? [line.sku] : [])) : []
}

/** A line that names its product by id as well is left to the server, which knows no `sku`. */
function hasSku(line: unknown): line is { readonly sku: string } {
  return isRecord(line) && typeof line['sku'] === 'string' && line['sku'] !== '' && !Object.hasOwn(line, 'productId')
}

function withId(line: unknown, idOf: (sku: string) => string | undefined): unknown {
  if (!hasSku(line)) return line
  const { sku, ...rest } = line
  return { productId: idOf(sku), ...rest }
}
