import type { OrderLineInput, ProductInput, ReadinessState, WarehouseInput } from '@entrygo/sdk/contract'

/**
 * One product of which it is known what a plan has to say. Invoice, importer, bond, maker, weights and shipment are
 * complete; what the product does not state here, nobody has said.
 */
export interface ProductCase {
  readonly id: string
  readonly title: string
  readonly product: ProductInput
  readonly line: Pick<OrderLineInput, 'quantity' | 'unitValueUsd' | 'uom' | 'netWeightKg' | 'grossWeightKg'>
  readonly shipFrom: WarehouseInput['address']['country']
  /** Rules that have to look at the goods; others may. A data rule has a finding only where its data is missing. */
  readonly rules: readonly string[]
  /** Headings that stand in the treatment; others may. */
  readonly headings: readonly string[]
  /** Of these exactly one. */
  readonly oneOfHeadings?: readonly string[]
  readonly readiness: ReadinessState
  readonly flips: readonly Flip[]
}

/** The same product with one thing changed, and what becomes of it. */
export interface Flip {
  readonly given: string
  readonly product?: Partial<ProductInput>
  readonly without?: readonly (keyof ProductInput)[]
  readonly line?: Partial<OrderLineInput>
  /** Day of planning and of entry; 2026-11-21 where none is given. */
  readonly day?: string
  readonly readiness: ReadinessState
  /** Empty: nothing is said about headings. */
  readonly headings: readonly string[]
}
