import { createHash } from 'node:crypto'
import type { SkuMap, Wave } from './wave.ts'

/** What the packing list of a package says of an order, as far as a dock needs it. */
export interface PackingList {
  readonly packageNumber: string
  readonly orders: readonly PackedOrder[]
}

interface PackedOrder {
  readonly externalId: string
  readonly lines: readonly { lineId: string; sku: string; quantity: string; lotOrSerial: string | null }[]
  readonly packages: readonly { id: string; marks: string | null }[]
}

/** Reads the file, after its SHA-256 was compared with the one that was told. */
export function readPackingList(bytes: Uint8Array, sha256: string): PackingList {
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found !== sha256) throw new Error(`The packing list has the SHA-256 ${found} instead of ${sha256}.`)
  return JSON.parse(Buffer.from(bytes).toString('utf8'))
}

/** Every difference between what is on the pallets and what the customs package says. Load only when there is none. */
export function differencesOf(list: PackingList, wave: Wave, skus: SkuMap): string[] {
  const listed = new Map(
    list.orders.flatMap(({ externalId, lines }) =>
      lines.map(({ lineId, sku, quantity, lotOrSerial }) => [`${externalId}/${lineId}`, [sku, quantity, lotOrSerial]]),
    ),
  )
  const onPallets = new Map(
    wave.orders.flatMap(({ number, lines }) =>
      lines.map(({ line, sku, picked, lot }) => [`${number}/${line}`, [skus.get(sku)?.product, String(picked), lot]]),
    ),
  )
  return [...new Set([...listed.keys(), ...onPallets.keys()])].flatMap((line) => {
    const [said, there] = [listed.get(line)?.join(' '), onPallets.get(line)?.join(' ')]
    return said === there
      ? []
      : [`${line}: the package says ${said ?? 'nothing'}, the pallets hold ${there ?? 'nothing'}`]
  })
}
