import { inputError } from '../errors.ts'
import { isRecord } from './record.ts'
import { listIn, readValue } from './records.ts'
import type { Source } from './source.ts'

/**
 * Product ids by SKU and external id, from the answer of `entrygo products sync` or `entrygo products list`. Throws an
 * input error where two products have one SKU: which one is meant cannot be known.
 */
export async function readKnownProducts(source: Source): Promise<ReadonlyMap<string, string>> {
  const byName = new Map<string, string>()
  const bySku = new Map<string, string>()
  for (const [index, product] of listIn(await readValue(source)).entries()) {
    const { id, externalId, sku } = isRecord(product) ? product : {}
    if (typeof id !== 'string' || typeof externalId !== 'string') {
      const message = `${source.name} item ${index + 1} is no product (id, externalId): give the answer of entrygo products sync.`
      throw inputError(message, '--products-from')
    }
    byName.set(externalId, id)
    if (typeof sku !== 'string') continue
    const other = bySku.get(sku)
    if (other !== undefined && other !== id) {
      throw inputError(
        `${source.name} has two products of the SKU "${sku}": name the lines by productId.`,
        '--products-from',
      )
    }
    bySku.set(sku, id)
  }
  return new Map([...bySku, ...byName])
}
