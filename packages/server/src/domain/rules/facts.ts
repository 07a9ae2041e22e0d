import { findTariffLine, type TariffMatch, type TariffSchedule } from '../customs/tariff-schedule.ts'
import type {
  AssistFacts,
  PartyFacts,
  PlanInputs,
  PlannedLine,
  PlannedOrder,
  PlannedProduct,
  PlannedProfile,
} from './plan-inputs.ts'

/** Which record a fact belongs to: a finding about a `product` or `profile` fact stands once for many orders. */
export type FactHome = 'line' | 'order' | 'product' | 'profile' | 'warehouse' | 'broker' | 'shipment'

/** Where a fact stands in `inputs`, or where it is best supplied. */
export interface FactPlace {
  readonly home: FactHome
  /** Of the product, when `home` is one. */
  readonly productId?: string
  /** RFC 6901. */
  readonly pointer: string
}

export interface LinePosition {
  readonly orderId: string
  readonly index: number
  readonly line: PlannedLine
}

/** A product as a rule sees it: with the facts of the lot, where an order line states its own. */
export interface ProductFacts {
  readonly productId: string
  readonly product: PlannedProduct
  readonly tariff: TariffMatch
  /** The line whose facts were merged in; null for the product as it stands. */
  readonly lot: LinePosition | null
}

export interface LineFacts extends LinePosition {
  /** As stated, else the position counted from "1". */
  readonly lineId: string
  readonly product: ProductFacts
  readonly uom: string | undefined
}

/** An order with what the profile says where the order is silent. */
export interface OrderFacts {
  readonly orderId: string
  readonly order: PlannedOrder
  readonly seller: PartyFacts | undefined
  readonly incoterm: string | undefined
  readonly relatedParty: boolean | undefined
  readonly assists: readonly AssistFacts[] | undefined
  readonly responsibleIndividual: string | undefined
  readonly language: string | undefined
}

/** The product facts that a line may state for its own lot; the line's word beats the product's. */
export const lotFields = ['countryOfOrigin', 'manufacturer', 'metals'] as const

/** Law is read at the estimated entry date, else at `asOf` (protocol §3.2). Dates `YYYY-MM-DD`. */
export function lawDateOf(inputs: Pick<PlanInputs, 'shipment'>, asOf: string): string {
  return inputs.shipment.estimatedEntryDate ?? asOf
}

export function productFacts(tariff: TariffSchedule, productId: string, product: PlannedProduct): ProductFacts {
  return { productId, product, tariff: findTariffLine(tariff, product.htsCode), lot: null }
}

export function statesLotFacts(line: PlannedLine): boolean {
  return line.countryOfOrigin !== undefined || line.manufacturer !== undefined || line.metals !== undefined
}

/** The product with the facts of the lot that this line carries. */
export function lotFacts(plain: ProductFacts, lot: LinePosition): ProductFacts {
  const { countryOfOrigin, manufacturer, metals } = lot.line
  return {
    ...plain,
    product: {
      ...plain.product,
      ...(countryOfOrigin === undefined ? {} : { countryOfOrigin }),
      ...(manufacturer === undefined ? {} : { manufacturer }),
      ...(metals === undefined ? {} : { metals }),
    },
    lot,
  }
}

export function lineFacts(position: LinePosition, product: ProductFacts): LineFacts {
  const { line, index } = position
  return { ...position, lineId: lineIdOf(line, index), product, uom: line.uom ?? product.product.uom }
}

export function lineIdOf(line: PlannedLine, index: number): string {
  return line.lineId ?? String(index + 1)
}

export function orderFacts(orderId: string, order: PlannedOrder, profile: PlannedProfile): OrderFacts {
  const { orderDefaults } = profile
  return {
    orderId,
    order,
    seller: order.seller ?? profile.seller,
    incoterm: order.incoterm ?? orderDefaults?.incoterm,
    relatedParty: order.relatedParty ?? orderDefaults?.relatedParty,
    assists: order.assists ?? orderDefaults?.assists,
    responsibleIndividual: order.invoice?.responsibleIndividual ?? profile.invoice?.responsibleIndividual,
    language: order.invoice?.language ?? profile.invoice?.language,
  }
}

/** A product fact stands on the line where the lot states it, else (also when it is missing) on the product. */
export function placeInProduct(facts: ProductFacts, ...path: PointerPath): FactPlace {
  const { lot } = facts
  const isLotFact = lot !== null && lotFields.some((field) => field === path[0] && lot.line[field] !== undefined)
  return isLotFact
    ? placeInLine(lot, ...path)
    : { home: 'product', productId: facts.productId, pointer: pointerTo('products', facts.productId, ...path) }
}

export function placeInLine(position: LinePosition, ...path: PointerPath): FactPlace {
  return { home: 'line', pointer: pointerTo('orders', position.orderId, 'items', position.index, ...path) }
}

export function placeInOrder(facts: OrderFacts, ...path: PointerPath): FactPlace {
  return { home: 'order', pointer: pointerTo('orders', facts.orderId, ...path) }
}

export function placeInRecord(home: 'profile' | 'warehouse' | 'broker' | 'shipment', ...path: PointerPath): FactPlace {
  return { home, pointer: pointerTo(home, ...path) }
}

export type PointerPath = readonly (string | number)[]

/** RFC 6901: `~` and `/` inside a name are escaped. */
function pointerTo(...path: PointerPath): string {
  return path.map((name) => `/${String(name).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')
}
