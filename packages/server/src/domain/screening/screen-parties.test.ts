import { describe, expect, it } from 'vitest'
import type { ScreenedParty } from './party-screening.ts'
import { screenParties } from './screen-parties.ts'
import type { ListEntry, ScreeningList } from './screening-list.ts'

const entry: ListEntry = {
  ...{ id: '1001', source: null, name: 'Example Sanctioned Trading Co.', aliases: [], programs: ['EXAMPLE-PROGRAM'] },
  countries: ['RU'],
  identifiers: [
    { kind: 'taxId', number: '1234567', stated: 'Tax ID No. 12-34567', country: 'RU' },
    { kind: 'duns', number: '998887777', stated: 'D-U-N-S Number 99-888-7777', country: null },
  ],
  addresses: [{ text: 'No. 5, 12 Sample Road, Moscow 101000', country: 'RU' }],
}
const maker: ListEntry = {
  ...entry,
  id: null,
  name: 'Madeup Textile Mill',
  programs: [],
  countries: ['CN'],
  identifiers: [],
  addresses: [],
}

const sdn: ScreeningList = {
  ...{ title: 'OFAC SDN list', file: 'sdn.csv', purpose: 'restricted parties' },
  ...{ date: '2026-11-20', datedBy: 'lists.json', entries: [entry] },
}
const uflpa: ScreeningList = {
  ...sdn,
  title: 'UFLPA Entity List',
  file: 'uflpa.csv',
  purpose: 'forced labor',
  entries: [maker],
}
const screening = screenParties([sdn, uflpa])

function hits(party: ScreenedParty): string[] {
  return screening
    .restricted(party)
    .map(({ cause, stated, isExact, isSameCountry }) => `${cause} ${stated} ${isExact} ${isSameCountry}`)
}

describe('a party is compared', () => {
  it('by its name, with the country told', () => {
    expect(hits({ name: 'Example Sanctioned Trading', country: 'RU' })).toEqual([
      'name Example Sanctioned Trading Co. true true',
    ])
    expect(hits({ name: 'Example Sanctioned Trading', country: 'CA' })).toEqual([
      'name Example Sanctioned Trading Co. true false',
    ])
    expect(hits({ name: 'Example Sanctioned Trading' })).toEqual(['name Example Sanctioned Trading Co. true null'])
  })

  it('by its identifiers, whatever their punctuation', () => {
    expect(hits({ name: 'Other', taxId: '123 4567', country: 'RU' })).toEqual([
      'identifier Tax ID No. 12-34567 true true',
    ])
    expect(hits({ name: 'Other', duns: '998887777' })).toEqual(['identifier D-U-N-S Number 99-888-7777 true true'])
  })

  it('by a tax number that another country gave, which is not exact', () => {
    expect(hits({ name: 'Other', taxId: '12-34567', country: 'US' })).toEqual([
      'identifier Tax ID No. 12-34567 false false',
    ])
  })

  it('by its address', () => {
    expect(hits({ name: 'Other', street: 'No 5, 12 Sample Road', city: 'Moscow', country: 'RU' })).toEqual([
      'address No. 5, 12 Sample Road, Moscow 101000 true true',
    ])
  })
})

describe('a party is not found', () => {
  it.each([
    ['by a number of another kind', { name: 'Other', taxId: '998887777' }],
    ['by a number that is too short', { name: 'Other', taxId: '123' }],
    ['by its street in another city', { name: 'Other', street: 'No. 5, 12 Sample Road', city: 'Toronto' }],
    [
      'by its street and city in another country',
      { name: 'Other', street: 'No. 5, 12 Sample Road', city: 'Moscow', country: 'US' },
    ],
    ['by the name of a forced-labor list', { name: 'Madeup Textile Mill' }],
  ])('%s', (_, party) => {
    expect(hits(party)).toEqual([])
  })
})

it('a maker is compared with the lists on forced labor alone', () => {
  expect(screening.forcedLabor({ name: 'Madeup Textile Mill', country: 'CN' })).toMatchObject([
    { listed: { list: 'UFLPA Entity List', listDate: '2026-11-20' }, isExact: true, isSameCountry: true },
  ])
  expect(screening.forcedLabor({ name: 'Example Sanctioned Trading Co.' })).toEqual([])
})

it('what was found for a party is found again, and another country is another party', () => {
  const party = { name: 'Example Sanctioned Trading', country: 'RU' }
  expect(screening.restricted(party)).toBe(screening.restricted({ ...party }))
  expect(screening.restricted({ ...party, country: 'CA' })).not.toEqual(screening.restricted(party))
})

it('lists are told with their number of entries, without the entries', () => {
  expect(screening.lists[0]).toEqual({
    ...{ title: 'OFAC SDN list', file: 'sdn.csv', purpose: 'restricted parties', date: '2026-11-20' },
    ...{ datedBy: 'lists.json', entries: 1 },
  })
})

it('without lists nobody is found', () => {
  expect(screenParties([]).restricted({ name: 'Example Sanctioned Trading Co.' })).toEqual([])
})
