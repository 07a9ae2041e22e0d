import type { ProductInput } from '@entrygo/sdk/contract'
import { accessoriesProducts } from './accessories.ts'
import { consumablesProducts } from './consumables.ts'
import { kitchenProducts } from './kitchen.ts'
import { leisureProducts } from './leisure.ts'
import { textilesProducts } from './textiles.ts'

/**
 * Goods of many origins and materials. Each tariff number is a 10-digit line of HTSUS 2026 revision 10, picked for the
 * article as described; a real product needs its own classification.
 */
export const productSeed: readonly ProductInput[] = [
  ...textilesProducts,
  ...accessoriesProducts,
  ...consumablesProducts,
  ...kitchenProducts,
  ...leisureProducts,
]
