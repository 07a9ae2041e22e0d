import type { OrderLineInput, ProductInput, ReadinessState } from '@entrygo/sdk/contract'
import { aParty, testAsOf } from '../builders.ts'
import type { CaseGoods } from './planned-case.ts'
import { fromOwner } from './shared-facts.ts'

/**
 * Goods that no rule was written for, and all that a plan has to say of them. Invoice, importer, bond, maker, weights and
 * shipment are complete, and the warehouse is in Canada; what is not stated here, nobody has said.
 */
export interface UnseenCase {
  readonly title: string
  /** What is tested: the act, the note or the rule that decides. */
  readonly clause: string
  readonly goods: Partial<ProductInput>
  readonly without?: 'manufacturer'
  readonly line?: Partial<OrderLineInput>
  /** Day of planning and of entry; {@link testAsOf} where none is given. */
  readonly day?: string
  readonly readiness: ReadinessState
  /** "heading status" of every trade action, `none` for no heading. */
  readonly actions: readonly string[]
  /** "severity rule" of everything that is asked, checked or barred, each once; notes are left out. */
  readonly findings: readonly string[]
}

/** The product and the line of a case, with all that is complete. */
export function goodsOf({ title, goods, without, line }: UnseenCase): CaseGoods {
  const product: ProductInput = {
    externalId: 'unseen',
    description: title,
    uom: 'C62',
    manufacturer: aParty({ name: 'Example Works', postalCode: '100000', country: goods.countryOfOrigin ?? 'CA' }),
    unitNetWeightG: '1000',
    articleWeightG: '1000',
    provenance: fromOwner,
    ...goods,
  }
  if (without !== undefined) delete product[without]
  return {
    product,
    line: { quantity: 10, unitValueUsd: 20, uom: 'C62', netWeightKg: '10', grossWeightKg: '11', ...line },
    shipFrom: 'CA',
  }
}

export function dayOf({ day }: UnseenCase): string {
  return day ?? testAsOf
}
