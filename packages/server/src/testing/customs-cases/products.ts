import { otherProducts } from './other-products.ts'
import type { ProductCase } from './product-case.ts'
import { textileAndMetalProducts } from './textile-and-metal-products.ts'

/**
 * Nine products whose numbers, units and lists were looked up in HTSUS 2026 Rev 10 and in the sources of the rule pack
 * (rulepacks/us-2026.10/SOURCES.md); what a plan has to say of them was worked out by hand, as of 2026-11-21.
 */
export const productCases: readonly ProductCase[] = [...textileAndMetalProducts, ...otherProducts]
