import type { PlannedProduct } from '../../rules/plan-inputs.ts'
import { isRecord } from '../../rules/record-reader.ts'

/** The fact at a dotted name of a product field (`metals.aluminum.cast`); undefined where any part of it is not stated. */
export function factAt(product: PlannedProduct, field: string): unknown {
  if (!field.includes('.')) return ownMember(product, field)
  let value: unknown = product
  for (const name of field.split('.')) {
    value = ownMember(value, name)
  }
  return value
}

function ownMember(value: unknown, name: string): unknown {
  return isRecord(value) && Object.hasOwn(value, name) ? value[name] : undefined
}
