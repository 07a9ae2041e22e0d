import type { PlanInputs } from './plan-inputs.ts'

/** Which record a fact belongs to: a finding about a `product` or `profile` fact stands once for many orders. */
export type FactHome = 'line' | 'order' | 'product' | 'profile' | 'warehouse' | 'broker' | 'shipment'

/** Where a fact stands in `inputs`, or where it is best supplied. */
export interface FactPlace {
  readonly home: FactHome
  /** RFC 6901. */
  readonly pointer: string
}

/** Law is read at the estimated entry date, else at `asOf` (protocol §3.2). Dates `YYYY-MM-DD`. */
export function lawDateOf(inputs: Pick<PlanInputs, 'shipment'>, asOf: string): string {
  return inputs.shipment.estimatedEntryDate ?? asOf
}
