import { expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { aCertificate, aLine, anOrder, aParty, aProduct, aUsParty, testAsOf } from '../../testing/builders.ts'
import { plannedRequest, planningRecords } from '../../testing/planning-records.ts'
import type { PartyScreening, ScreenedParty } from '../screening/party-screening.ts'
import { screenAhead } from '../screening/screen-ahead.ts'
import { screenParties } from '../screening/screen-parties.ts'
import type { ListEntry, ScreeningList } from '../screening/screening-list.ts'
import { partiesAhead } from './parties-ahead.ts'
import { type Planned, planExport } from './plan-export.ts'

const pack = loadRulePack()

const entry: ListEntry = {
  ...{ id: '7', source: null, name: 'Example Sanctioned Trading Co.', aliases: [], programs: ['EXAMPLE-PROGRAM'] },
  ...{ countries: ['CN'], identifiers: [], addresses: [] },
}
const restricted: ScreeningList = {
  ...{ title: 'OFAC SDN list', file: 'sdn.csv', purpose: 'restricted parties' },
  ...{ date: '2026-11-20', datedBy: 'lists.json', entries: [entry] },
}
const lists: readonly ScreeningList[] = [
  restricted,
  { ...restricted, title: 'UFLPA Entity List', file: 'uflpa.csv', purpose: 'forced labor' },
]

// Every party has a name of its own, and several are alike the entry of the lists.
const certificate = aCertificate({
  certifier: aParty({ name: 'Example Certifier' }),
  exporter: aParty({ name: 'Example Sanctioned Tradin' }),
  producer: aParty({ name: 'Example Producer' }),
  importer: aUsParty({ name: 'Example Named Importer' }),
})
const products = [
  aProduct({ preference: { program: 'USMCA', certificate } }),
  aProduct({ externalId: 'p2', manufacturer: aParty({ name: 'Example Sanctioned Trading', country: 'CN' }) }),
]
const orders = [
  anOrder('prod_1', { buyer: aUsParty({ name: 'Example Buyer' }) }),
  anOrder('prod_2', {
    externalId: 'SO-2',
    seller: aParty({ name: 'Example Sanctoned Trading' }),
    consignee: aUsParty({ name: 'Example Consignee' }),
    items: [aLine('prod_2', { manufacturer: aParty({ name: 'Example Maker of the Lot', country: 'CN' }) })],
  }),
]
const records = planningRecords({ products, orders })

interface Asked {
  readonly screening: PartyScreening
  /** Who was looked up, in order. */
  readonly names: string[]
}

function asked(): Asked {
  const names: string[] = []
  const { restricted: find, forcedLabor, lists: loaded } = screenParties(lists)
  const noting = (lookUp: PartyScreening['restricted'], purpose: string): PartyScreening['restricted'] => {
    return (party: ScreenedParty) => {
      names.push(`${purpose} ${party.name}`)
      return lookUp(party)
    }
  }
  const screening = {
    lists: loaded,
    restricted: noting(find, 'restricted'),
    forcedLabor: noting(forcedLabor, 'forced labor'),
  }
  return { screening, names }
}

function ended<Result>(work: Generator<unknown, Result>): Result {
  for (;;) {
    const step = work.next()
    if (step.done === true) return step.value
  }
}

function plan(screening: PartyScreening): Planned {
  return planExport(records, plannedRequest(records), { asOf: testAsOf, pack, screening })
}

it('a plan looks up nobody who was not looked up before it', () => {
  const { screening, names } = asked()
  const ahead = ended(screenAhead(screening, partiesAhead(records)))
  const before = [...names]
  plan(ahead)
  expect(names).toEqual(before)
})

it('before a plan nobody is looked up whom the plan does not need, and each once', () => {
  const inPlan = asked()
  plan(inPlan.screening)
  const { screening, names } = asked()
  ended(screenAhead(screening, partiesAhead(records)))
  expect([...names].sort()).toEqual([...new Set(inPlan.names)].sort())
})

it('the plan is the same whether its parties were looked up before it or not', () => {
  const planned = plan(ended(screenAhead(screenParties(lists), partiesAhead(records))))
  expect(planned).toEqual(plan(screenParties(lists)))
  const found = planned.body.validationMessages.filter(
    ({ severity, code }) => severity === 'REVIEW' && code === 'CHECK',
  )
  expect(found.map(({ ruleId, pointer }) => `${ruleId} ${pointer}`)).toEqual([
    'PTY-01 /orders/ord_2/seller/screening/result',
    'PTY-01 /products/prod_1/preference/certificate/exporter/screening/result',
  ])
})

it('the answers stay while others ask about more parties than are remembered', () => {
  const known = new Map<string, number>()
  const forgetful: PartyScreening = {
    ...screenParties(lists),
    restricted: ({ name }) => {
      known.set(name, (known.get(name) ?? 0) + 1)
      return []
    },
  }
  const parties = [{ name: 'Example One' }, { name: 'Example Two' }, { name: 'Example One' }]
  const ahead = ended(screenAhead(forgetful, { parties, makers: [] }))
  for (const party of parties) expect(ahead.restricted(party)).toEqual([])
  expect([...known]).toEqual([
    ['Example One', 1],
    ['Example Two', 1],
  ])
})
