import type { PlanningRecords, StoredRecord } from '../records.ts'
import type { ScreenedParty } from '../screening/party-screening.ts'
import type { PartiesAhead } from '../screening/screen-ahead.ts'

/** Every party of the records that the rules look for on the lists; one that many orders share comes many times. */
export function partiesAhead(records: PlanningRecords): PartiesAhead {
  return {
    parties: { [Symbol.iterator]: () => partiesOf(records) },
    makers: { [Symbol.iterator]: () => makersOf(records) },
  }
}

function* partiesOf(records: PlanningRecords): Generator<ScreenedParty> {
  const { orders, products, profile, warehouse, broker } = records
  yield* given(profile.doc.importer, profile.doc.seller, warehouse?.doc.address, broker?.doc.address)
  for (const { doc } of orders) yield* given(doc.seller, doc.buyer, doc.consignee)
  for (const product of products) yield* certifiersOf(product)
  yield* makersOf(records)
}

function* makersOf({ orders, products }: PlanningRecords): Generator<ScreenedParty> {
  for (const { doc } of products) yield* given(doc.manufacturer)
  for (const { doc } of orders) for (const { manufacturer } of doc.items) yield* given(manufacturer)
}

function certifiersOf({ doc }: StoredRecord<'product'>): Iterable<ScreenedParty> {
  const { certifier, exporter, producer, importer } = doc.preference?.certificate ?? {}
  return given(certifier, exporter, producer, importer)
}

function given(...parties: readonly (ScreenedParty | undefined)[]): ScreenedParty[] {
  return parties.filter((party) => party !== undefined)
}
