import type { PartyScreening, ScreeningHit } from '../../screening/party-screening.ts'
import type { ExportFacts } from '../export-facts.ts'
import { type OrderFacts, type ProductFacts, placeInRecord } from '../facts.ts'
import {
  choiceArgument,
  type Detection,
  type ExportPredicate,
  nothing,
  type Predicate,
  type RuleArguments,
} from '../predicate.ts'
import { type PartyRole, partiesOfOrder, partiesOfProduct, partiesOfShipment, unscreenedNames } from './party-roles.ts'
import { hitText, isCleared } from './screening-hits.ts'

/**
 * No party is on a list of restricted parties. With the verdict `barred` it acts on an identifier that the list has too
 * and on a match that the caller states; with `possible` on names and addresses that are alike, on an identifier of
 * another country and on what the caller calls possible. A hit that the caller cleared, on lists at least as new, is
 * quiet; an identifier is not.
 */
export const productPartiesUnlisted: Predicate<ProductFacts> = partiesUnlisted(partiesOfProduct, {
  screeningOf: ({ law }) => law.screening,
  reads: ['manufacturer', 'preference.certificate'],
})
export const orderPartiesUnlisted: Predicate<OrderFacts> = partiesUnlisted(partiesWorthLooking, {
  screeningOf: ({ screening }) => screening,
  reads: ['seller', 'profile.seller', 'buyer', 'consignee'],
})
export const shipmentPartiesUnlisted: Predicate<ExportFacts> = partiesUnlisted(partiesOfShipment, {
  screeningOf: ({ screening }) => screening,
  reads: ['profile.importer', 'warehouse.address', 'broker.address'],
})

/**
 * No list of restricted parties is loaded, and of some party the caller does not state a screening of its own. What is
 * about all parties stands at the first of them, the importer.
 */
export const partiesScreened: ExportPredicate = {
  codes: () => ['NOTICE'],
  args: [],
  reads: () => [
    ...['profile.importer', 'profile.seller', 'warehouse.address', 'broker.address'],
    ...['orders.seller', 'orders.buyer', 'orders.consignee', 'orders.items.manufacturer'],
    ...['products.manufacturer', 'products.preference.certificate'],
  ],
  bind: () => (facts) => {
    if (facts.screening?.lists.some(({ purpose }) => purpose === 'restricted parties')) return nothing
    const { size } = unscreenedNames(facts)
    const place = placeInRecord('profile', 'importer', 'screening')
    return size === 0
      ? nothing
      : [{ code: 'NOTICE', field: 'importer.screening', place, values: { count: String(size) } }]
  },
}

/** Lists are loaded: which, and of which day. */
export const screeningListsNamed: ExportPredicate = {
  codes: () => ['NOTICE'],
  args: [],
  reads: () => [],
  bind: () => (facts) => {
    const lists = facts.screening?.lists ?? []
    if (lists.length === 0) return nothing
    const named = lists.map(({ title, date, datedBy }) => `${title} of ${date} (date of ${datedBy})`)
    // Another place than that of the note above, so that a plan without lists has another hash.
    const place = placeInRecord('profile', 'importer')
    return [{ code: 'NOTICE', field: 'importer', place, values: { lists: named.join(', ') } }]
  },
}

function partiesUnlisted<Facts>(
  partiesOf: (facts: Facts) => readonly PartyRole[],
  {
    screeningOf,
    reads,
  }: { readonly screeningOf: (facts: Facts) => PartyScreening | undefined; readonly reads: readonly string[] },
): Predicate<Facts> {
  return {
    codes: (args) => [isAboutBarred(args) ? 'NOT_ALLOWED' : 'CHECK'],
    args: ['verdict'],
    reads: () => reads,
    bind: (args) => {
      const detect = isAboutBarred(args) ? barred : possible
      return (facts) => {
        const screening = screeningOf(facts)
        const found = partiesOf(facts).flatMap((role) => detect(role, screening?.restricted(role.party) ?? []))
        return found.length === 0 ? nothing : found
      }
    },
  }
}

// Most plans are of many orders and without lists, so that nothing is made for them.
function partiesWorthLooking(facts: OrderFacts): readonly PartyRole[] {
  const { order, seller, screening } = facts
  const known = screening ?? seller?.screening ?? order.buyer?.screening ?? order.consignee?.screening
  return known === undefined ? noRoles : partiesOfOrder(facts)
}

const noRoles: readonly PartyRole[] = []

function isAboutBarred(args: RuleArguments): boolean {
  return choiceArgument(args['verdict'], ['barred', 'possible'], 'verdict') === 'barred'
}

type Detector = (role: PartyRole, hits: readonly ScreeningHit[]) => readonly Detection[]

const barred: Detector = ({ role, party, placeOf }, hits) => {
  const identified = hits.filter(isIdentified)
  const [first] = identified
  const declared = party.screening?.result === 'match'
  if (first === undefined && !declared) return nothing
  const path = first === undefined ? ['screening', 'result'] : [first.field]
  const reason =
    first === undefined ? `is a match by its own screening of ${party.screening?.listDate}` : hitText(identified)
  return [
    {
      code: 'NOT_ALLOWED',
      field: [role, ...path].join('.'),
      place: placeOf(...path),
      values: { role, name: party.name, reason },
    },
  ]
}

const possible: Detector = ({ role, party, placeOf }, hits) => {
  const { screening } = party
  if (screening?.result === 'match' || hits.some(isIdentified)) return nothing
  const isOpen = hits.length > 0 && !isCleared(party, hits)
  if (!isOpen && screening?.result !== 'possible') return nothing
  const reason = isOpen ? hitText(hits) : `is a possible match by its own screening of ${screening?.listDate}`
  return [
    {
      code: 'CHECK',
      field: `${role}.screening.result`,
      place: placeOf('screening', 'result'),
      values: { role, name: party.name, reason },
      expected: ['clear'],
    },
  ]
}

function isIdentified({ cause, isExact }: ScreeningHit): boolean {
  return cause === 'identifier' && isExact
}
