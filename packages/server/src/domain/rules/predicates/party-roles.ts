import type { ExportFacts } from '../export-facts.ts'
import {
  type FactPlace,
  type OrderFacts,
  type PointerPath,
  type ProductFacts,
  placeInOrder,
  placeInProduct,
  placeInRecord,
} from '../facts.ts'
import type { PartyFacts } from '../plan-inputs.ts'

/** A party of the plan, and where it stands. */
export interface PartyRole {
  /** Dotted name of the field that holds it. */
  readonly role: string
  readonly party: PartyFacts
  readonly placeOf: (...path: PointerPath) => FactPlace
}

/** The maker, and who certifies the origin. */
export function partiesOfProduct(facts: ProductFacts): PartyRole[] {
  const { manufacturer, preference } = facts.product
  const certificate = preference?.certificate
  if (certificate === undefined && manufacturer === undefined) return []
  const inProduct = (party: PartyFacts | undefined, ...path: readonly string[]): PartyRole[] =>
    roleAt(path.join('.'), party, (...rest) => placeInProduct(facts, ...path, ...rest))
  return [
    ...inProduct(manufacturer, 'manufacturer'),
    ...certificateRoles.flatMap((role) => inProduct(certificate?.[role], 'preference', 'certificate', role)),
  ]
}

/** Seller (the profile's where the order names none), buyer and consignee. */
export function partiesOfOrder(facts: OrderFacts): PartyRole[] {
  const { order, seller } = facts
  const inOrder = (role: 'seller' | 'buyer' | 'consignee'): PartyRole[] =>
    roleAt(role, order[role], (...rest) => placeInOrder(facts, role, ...rest))
  const sellerRole =
    order.seller === undefined
      ? roleAt('seller', seller, (...rest) => placeInRecord('profile', 'seller', ...rest))
      : inOrder('seller')
  return [...sellerRole, ...inOrder('buyer'), ...inOrder('consignee')]
}

/** Who takes part in the shipment whatever is in it: importer, warehouse and broker. */
export function partiesOfShipment({ inputs }: ExportFacts): PartyRole[] {
  const { broker, profile, warehouse } = inputs
  return [
    ...roleAt('importer', profile.importer, (...rest) => placeInRecord('profile', 'importer', ...rest)),
    ...roleAt('warehouse.address', warehouse.address, (...rest) => placeInRecord('warehouse', 'address', ...rest)),
    ...roleAt('broker.address', broker.address, (...rest) => placeInRecord('broker', 'address', ...rest)),
  ]
}

/** Names of the parties of the whole plan whose own screening is not stated, each once. */
export function unscreenedNames(facts: ExportFacts): Set<string> {
  const names = new Set<string>()
  const look = (party: PartyFacts | undefined): void => {
    if (party !== undefined && party.screening === undefined) names.add(party.name)
  }
  for (const { party } of partiesOfShipment(facts)) look(party)
  for (const product of facts.products) for (const { party } of partiesOfProduct(product)) look(party)
  for (const { seller = facts.inputs.profile.seller, buyer, consignee, items } of facts.orders) {
    for (const party of [seller, buyer, consignee]) look(party)
    for (const { manufacturer } of items) look(manufacturer)
  }
  return names
}

const certificateRoles = ['certifier', 'exporter', 'producer', 'importer'] as const

function roleAt(role: string, party: PartyFacts | undefined, placeOf: PartyRole['placeOf']): PartyRole[] {
  return party === undefined ? [] : [{ role, party, placeOf }]
}
