import { unprintableCharacter } from '../../customs/printable-letters.ts'
import { codePointText } from '../../execution/artifacts/code-point-text.ts'
import {
  type FactPlace,
  type OrderFacts,
  type PointerPath,
  placeInLine,
  placeInOrder,
  placeInProduct,
  placeInRecord,
} from '../facts.ts'
import {
  type Detection,
  type ExportPredicate,
  type LinePredicate,
  nothing,
  type OrderPredicate,
  type ProductPredicate,
} from '../predicate.ts'
import { type PartyRole, partiesOfOrder, partiesOfShipment } from './party-roles.ts'

/** What an invoice line shows of its product holds only characters that the PDF is sure to print. */
export const productLettersPrintable: ProductPredicate = {
  codes: () => ['NOTICE'],
  args: [],
  reads: () => ['description', 'brand', 'model', 'sku', 'externalId', 'manufacturer', 'metals.evidence'],
  bind: () => (facts) => {
    const { product } = facts
    const placeOf = (name: string): FactPlace => placeInProduct(facts, name)
    return quietOr([
      noticesIn(product, ['description', 'brand', 'model'], { placeOf }),
      // The external id is shown where there is no SKU, and a SKU in Latin letters settles it.
      noticesIn({ sku: product.sku ?? product.externalId }, ['sku'], { placeOf }),
      noticesIn(product.manufacturer, makerTexts, {
        within: ['manufacturer'],
        placeOf: (name) => placeInProduct(facts, 'manufacturer', name),
      }),
      noticesIn(product.metals, ['evidence'], {
        within: ['metals'],
        placeOf: (name) => placeInProduct(facts, 'metals', name),
      }),
    ])
  },
}

/** The same of what a line states of its own lot. */
export const lineLettersPrintable: LinePredicate = {
  codes: () => ['NOTICE'],
  args: [],
  reads: () => ['lotOrSerial'],
  bind: () => (facts) => noticesIn(facts.line, ['lotOrSerial'], { placeOf: (name) => placeInLine(facts, name) }),
}

/** The same of the head of an invoice, its parties and its packages. */
export const orderLettersPrintable: OrderPredicate = {
  codes: () => ['NOTICE'],
  args: [],
  reads: () => [
    ...['externalId', 'invoice.number', 'invoice.responsibleIndividual', 'profile.invoice.responsibleIndividual'],
    ...['seller', 'profile.seller', 'buyer', 'consignee', 'assists', 'profile.orderDefaults.assists', 'packages'],
  ],
  bind: () => (facts) => {
    const { order } = facts
    return quietOr([
      noticesIn(order, ['externalId'], { placeOf: (name) => placeInOrder(facts, name) }),
      noticesIn(order.invoice, ['number'], {
        within: ['invoice'],
        placeOf: (name) => placeInOrder(facts, 'invoice', name),
      }),
      responsibleNotices(facts),
      ...partiesOfOrder(facts).map((role) => partyNotices(role, partyTexts)),
      ...assistNotices(facts),
      ...(order.packages ?? []).map((item, index) =>
        noticesIn(item, ['id', 'type', 'marks'], {
          within: ['packages', index],
          placeOf: (name) => placeInOrder(facts, 'packages', index, name),
        }),
      ),
    ])
  },
}

/** The same of what stands at the head of the whole document. */
export const shipmentLettersPrintable: ExportPredicate = {
  codes: () => ['NOTICE'],
  args: [],
  reads: () => [
    ...['profile.importer', 'profile.bond', 'warehouse.address', 'broker.name', 'broker.address'],
    'shipment.proBill',
  ],
  bind: () => (facts) => {
    const { broker, profile, shipment } = facts.inputs
    // The name of the broker heads its address, where it is given.
    const hasName = broker.name !== undefined
    return quietOr([
      ...partiesOfShipment(facts).map((role) =>
        partyNotices(role, hasName && role.role === 'broker.address' ? addressTexts : partyTexts),
      ),
      noticesIn(broker, ['name'], { within: ['broker'], placeOf: (name) => placeInRecord('broker', name) }),
      noticesIn(profile.bond, ['number'], {
        within: ['bond'],
        placeOf: (name) => placeInRecord('profile', 'bond', name),
      }),
      noticesIn(shipment, ['proBill'], { placeOf: (name) => placeInRecord('shipment', name) }),
    ])
  },
}

/** What the invoice shows of a party; codes and numbers that have a form of their own are left out. */
const addressTexts = ['street', 'city', 'region', 'postalCode', 'contact', 'email'] as const
const partyTexts = ['name', ...addressTexts] as const
const makerTexts = ['name', 'street', 'city', 'region', 'postalCode', 'mid'] as const

function partyNotices({ role, party, placeOf }: PartyRole, texts: readonly (typeof partyTexts)[number][]): Detections {
  return noticesIn(party, texts, { within: [role], placeOf })
}

/** As the order or the profile names them. */
function responsibleNotices(facts: OrderFacts): Detections {
  const { order, responsibleIndividual } = facts
  const isOfOrder = order.invoice?.responsibleIndividual !== undefined
  return noticesIn({ responsibleIndividual }, ['responsibleIndividual'], {
    within: ['invoice'],
    placeOf: (name) => (isOfOrder ? placeInOrder(facts, 'invoice', name) : placeInRecord('profile', 'invoice', name)),
  })
}

function assistNotices(facts: OrderFacts): Detections[] {
  const { order, assists = [] } = facts
  const placeAt = (index: number, name: string): FactPlace =>
    order.assists === undefined
      ? placeInRecord('profile', 'orderDefaults', 'assists', index, name)
      : placeInOrder(facts, 'assists', index, name)
  return assists.map((assist, index) =>
    noticesIn(assist, ['type'], { within: ['assists', index], placeOf: (name) => placeAt(index, name) }),
  )
}

type Detections = readonly Detection[]
type Texts<Name extends string> = { readonly [Key in Name]?: string | undefined }

interface Whereabouts {
  /** Where the record of the texts stands; absent for the subject itself. */
  readonly within?: PointerPath
  readonly placeOf: (name: string) => FactPlace
}

function noticesIn<Name extends string>(
  texts: Texts<Name> | undefined,
  names: readonly Name[],
  { within = [], placeOf }: Whereabouts,
): Detections {
  if (texts === undefined) return nothing
  let found = nothing
  for (const name of names) {
    const value = texts[name]
    const lost = value === undefined ? null : unprintableCharacter(value)
    if (value === undefined || lost === null) continue
    const field = [...within, name].join('.')
    const values = { field, value, shown: codePointText(lost) }
    found = [...found, { code: 'NOTICE', field, place: placeOf(name), values }]
  }
  return found
}

/** Most plans are of many orders with nothing to note, so that nothing is made for them. */
function quietOr(found: readonly Detections[]): Detections {
  for (const notices of found) if (notices !== nothing) return found.flat()
  return nothing
}
