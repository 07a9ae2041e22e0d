import { findTariffLine, type TariffMatch } from '../customs/tariff-schedule.ts'
import { type ListMatch, matchLists } from '../lists/code-lists.ts'
import type { PartyScreening } from '../screening/party-screening.ts'
import type { GoodsTreatment } from '../treatment/goods-treatment.ts'
import type { LawInForce } from '../treatment/law-in-force.ts'
import { treatGoods } from '../treatment/treat-goods.ts'
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
  /** The lists of the pack that hold the HTSUS number at the law date. */
  readonly lists: readonly ListMatch[]
  /** Decided once, when it is first asked for. */
  readonly treatment: () => GoodsTreatment
  readonly law: LawInForce
  /** The line whose facts were merged in; null for the product as it stands. */
  readonly lot: LinePosition | null
  /** The product without the facts of the lot; null for the product as it stands. */
  readonly plain: ProductFacts | null
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
  /** The screening lists that are loaded. */
  readonly screening: PartyScreening | undefined
}

/** The product facts that a line may state for its own lot; the line's word beats the product's. */
const lotFields = ['countryOfOrigin', 'manufacturer', 'metals'] as const

/** Law is read at the estimated entry date, else at `asOf`. Dates `YYYY-MM-DD`. */
export function lawDateOf(inputs: Pick<PlanInputs, 'shipment'>, asOf: string): string {
  return inputs.shipment.estimatedEntryDate ?? asOf
}

export function productFacts(law: LawInForce, productId: string, product: PlannedProduct): ProductFacts {
  return withTreatment({
    productId,
    product,
    tariff: findTariffLine(law.tariff, product.htsCode),
    lists: matchLists(law.lists, product.htsCode, law.lawDate),
    law,
    lot: null,
    plain: null,
  })
}

function withTreatment(goods: Omit<ProductFacts, 'treatment'>): ProductFacts {
  let treatment: GoodsTreatment | undefined
  const facts: ProductFacts = {
    ...goods,
    treatment: () => {
      treatment ??= treatGoods(goods.law, facts)
      return treatment
    },
  }
  return facts
}

export function statesLotFacts(line: PlannedLine): boolean {
  return lotFields.some((field) => line[field] !== undefined) || line.provenance !== undefined
}

/** The product with the facts of the lot that this line carries, and with where they come from. */
export function lotFacts(plain: ProductFacts, lot: LinePosition): ProductFacts {
  const { countryOfOrigin, manufacturer, metals, provenance } = lot.line
  // What the product says about the source of a fact is not about the fact that the lot replaced.
  const kept = Object.entries(plain.product.provenance ?? {}).filter(([field]) => !statesLotField(lot, rootOf(field)))
  return withTreatment({
    ...plain,
    product: {
      ...plain.product,
      ...(countryOfOrigin === undefined ? {} : { countryOfOrigin }),
      ...(manufacturer === undefined ? {} : { manufacturer }),
      ...(metals === undefined ? {} : { metals }),
      provenance: { ...Object.fromEntries(kept), ...provenance },
    },
    lot,
    plain,
  })
}

export function lineFacts(position: LinePosition, product: ProductFacts): LineFacts {
  const { line, index } = position
  return { ...position, lineId: lineIdOf(line, index), product, uom: line.uom ?? product.product.uom }
}

export function lineIdOf(line: PlannedLine, index: number): string {
  return line.lineId ?? String(index + 1)
}

export interface OrderSurroundings {
  readonly profile: PlannedProfile
  readonly law: LawInForce
}

export function orderFacts(orderId: string, order: PlannedOrder, { profile, law }: OrderSurroundings): OrderFacts {
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
    screening: law.screening,
  }
}

/** A product fact stands on the line where the lot states it, else (also when it is missing) on the product. */
export function placeInProduct(facts: ProductFacts, ...path: PointerPath): FactPlace {
  const { lot, productId } = facts
  if (lot !== null && isOfLot(lot, path)) return placeInLine(lot, ...path)
  return { home: 'product', productId, pointer: pointerTo('products', productId, ...path) }
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

function isOfLot(lot: LinePosition, [field, ofField]: PointerPath): boolean {
  if (field !== 'provenance' || typeof ofField !== 'string') return statesLotField(lot, field)
  return statesLotField(lot, rootOf(ofField)) || lot.line.provenance?.[ofField] !== undefined
}

/** `metals` of `metals.steel.meltPour`: a lot states a fact with all that is in it. */
function rootOf(field: string): string {
  const dot = field.indexOf('.')
  return dot === -1 ? field : field.slice(0, dot)
}

function statesLotField({ line }: LinePosition, field: string | number | undefined): boolean {
  return lotFields.some((name) => name === field && line[name] !== undefined)
}

/** RFC 6901: `~` and `/` inside a name are escaped. */
function pointerTo(...path: PointerPath): string {
  let pointer = ''
  for (const name of path) pointer += `/${typeof name === 'string' ? escapeName(name) : name}`
  return pointer
}

function escapeName(name: string): string {
  return /[~/]/.test(name) ? name.replaceAll('~', '~0').replaceAll('/', '~1') : name
}
