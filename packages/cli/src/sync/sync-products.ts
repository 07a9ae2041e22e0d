import type { CommandContext } from '../command.ts'
import { type FindProducts, productIds } from '../input/product-ids.ts'
import type { InputRecord, RejectedInput } from '../input/record.ts'
import type { Setting } from '../settings/settings.ts'

/** The lines that named no product and were given the configured one. */
export interface FilledProduct {
  readonly productId: string
  readonly lines: number
  readonly origin: string
}

/**
 * Puts the configured product on lines that name none; the setting is looked for when the first one comes: most input has
 * none. A line of a shop's export that names none is something else than goods without a name, such as a tip: there the
 * product of the command line counts, and that of the configuration does not.
 */
export class ProductFill {
  filled: FilledProduct | null = null
  readonly #find: () => Promise<Setting | undefined>
  #product: Promise<Setting | undefined> | undefined

  constructor({ flags, settings }: CommandContext) {
    const isMapped = flags.text('map') !== undefined
    this.#find = async () => (isMapped ? (await settings()).given('productId') : (await settings()).find('productId'))
  }

  async fill(records: readonly InputRecord[]): Promise<readonly InputRecord[]> {
    const filled: InputRecord[] = []
    for (const record of records) filled.push(await this.#fillOne(record))
    return filled
  }

  say({ output }: CommandContext): void {
    if (this.filled === null) return
    const { productId, lines, origin } = this.filled
    const those = lines === 1 ? '1 line that names' : `${lines} lines that name`
    output.note(`${those} no product: ${productId} (${origin}).`)
  }

  async #fillOne(record: InputRecord): Promise<InputRecord> {
    const { items } = record.value
    if (!Array.isArray(items) || !items.some(hasNoProduct)) return record
    this.#product ??= this.#find()
    const setting = await this.#product
    if (setting === undefined) return record
    const { value: productId, origin } = setting
    const lines = items.filter(hasNoProduct).length + (this.filled?.lines ?? 0)
    this.filled = { productId, lines, origin }
    const whole = items.map((line) => (hasNoProduct(line) ? { productId, ...line } : line))
    return { ...record, value: { ...record.value, items: whole } }
  }
}

function hasNoProduct(line: unknown): line is object {
  return typeof line === 'object' && line !== null && !('productId' in line) && !('sku' in line)
}

/**
 * Replaces the `sku` of lines by the product's id: from the file that `--products-from` names, else by asking the server.
 * A record that names a product that is nowhere is rejected.
 */
export async function skuResolver(
  { terminal, flags }: CommandContext,
  find: FindProducts,
): Promise<(records: readonly InputRecord[]) => Promise<readonly (InputRecord | RejectedInput)[]>> {
  const file = flags.text('productsFrom')
  const isMapped = flags.text('map') !== undefined
  const ids = productIds(file === undefined ? new Map() : await knownProducts(terminal, file), find)
  return async (records) => {
    await ids.prepare(records)
    return records.map((record) => {
      if (isMapped && namelessLines(record)) return namesNothing(record)
      const found = ids.resolve(record)
      return typeof found === 'string' ? unknownProduct(record, found) : { ...record, value: found }
    })
  }
}

async function knownProducts(terminal: CommandContext['terminal'], file: string): Promise<ReadonlyMap<string, string>> {
  const [{ readKnownProducts }, { openSource }] = await Promise.all([
    import('../input/known-products.ts'),
    import('../input/source.ts'),
  ])
  return readKnownProducts(await openSource(terminal, file, undefined))
}

function namelessLines({ value: { items } }: InputRecord): boolean {
  return Array.isArray(items) && items.some(hasNoProduct)
}

function namesNothing({ at, rows, value }: InputRecord): RejectedInput {
  const rejected = `${at} has a line without SKU: give it one of a synced product, or name the product of such lines with --product-id.`
  return { rejected, field: 'items.sku', at, ...(rows === undefined ? { value } : { rows }) }
}

function unknownProduct({ at, rows, value }: InputRecord, sku: string): RejectedInput {
  const rejected = `${at} names the SKU "${sku}", and no product has that externalId: sync the product first, or give --products-from.`
  return { rejected, field: 'items.sku', at, ...(rows === undefined ? { value } : { rows }) }
}
