import type { DifferenceCause } from '../contract/index.ts'
import type { FieldDifference } from './field-differences.ts'

/** The inputs that differ. */
export interface ChangedInputs {
  /** `orders/ord_…`, `products/prod_…`, and the names of the other inputs. */
  readonly names: ReadonlySet<string>
  readonly cause: DifferenceCause | null
  /** In more than the entry date, which decides on the day of the law and so is a matter of the rules. */
  readonly isShipmentChanged: boolean
}

export interface ChangedInputsSeen {
  readonly see: (input: FieldDifference) => DifferenceCause
  readonly changed: () => ChangedInputs
}

/** Collects the differences of the inputs; each is its own cause. */
export function seeChangedInputs(): ChangedInputsSeen {
  const names = new Set<string>()
  const causes = new Set<DifferenceCause>()
  let isShipmentChanged = false
  return {
    see({ path: [, name = '', id] }) {
      names.add(isRecordMap(name) && id !== undefined ? `${name}/${id}` : name)
      isShipmentChanged ||= name === 'shipment' && id !== 'estimatedEntryDate'
      const cause = inputCause(name)
      causes.add(cause)
      return cause
    },
    changed: () => ({ names, cause: firstCause(causes), isShipmentChanged }),
  }
}

/** A changed input is its own cause. */
export function inputCause(name: string): DifferenceCause {
  return name === 'warehouse' || name === 'broker' || name === 'profile' || name === 'shipment' ? name : 'data'
}

export function isRecordMap(name: string): boolean {
  return name === 'orders' || name === 'products'
}

/** Among several causes of one field the first of these is named; the order of the contract. */
const causeOrder: readonly DifferenceCause[] = ['data', 'rules', 'warehouse', 'broker', 'profile', 'shipment']

/** Of several causes the one that is named. */
export function firstCause(causes: Iterable<DifferenceCause>): DifferenceCause | null {
  const known = new Set(causes)
  return causeOrder.find((cause) => known.has(cause)) ?? null
}
