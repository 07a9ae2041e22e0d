import { describe, expect, it } from 'vitest'
import { indexNames, type NameMatch } from './name-index.ts'

const index = indexNames([
  { owner: 1, name: 'Example Sanctioned Trading Co.' },
  { owner: 1, name: 'Exemplary Trade House' },
  { owner: 2, name: 'FICTIONAL, Sample Person' },
  { owner: 3, name: 'Madeup Shipping LLC' },
  { owner: 4, name: 'Nowhereland' },
  { owner: 5, name: '...' },
])

function found(name: string): Pick<NameMatch<number>, 'owner' | 'score' | 'isExact'>[] {
  return index.find(name).map(({ owner, score, isExact }) => ({ owner, score, isExact }))
}

describe('a name of the list is found', () => {
  it.each([
    ['in the same words', 'Sanctioned Trading Example', 1, 100, true],
    ['with another legal form', 'Example Sanctioned Trading GmbH', 1, 100, true],
    ['by its alias', 'EXEMPLARY TRADE HOUSE', 1, 100, true],
    ['with two letters exchanged', 'Exampel Sanctioned Trading', 1, 96, false],
    ['with a letter left out', 'Madeup Shiping', 3, 97, false],
    ['with two letters wrong in a long word', 'Nowherelant', 4, 91, false],
    ['with a word more', 'Sample Middlename Person Fictional', 2, 100, false],
    ['with a word less', 'Sample Fictional', 2, 100, false],
  ] as const)('%s: %s', (...[, name, owner, score, isExact]) => {
    expect(found(name)).toEqual([{ owner, score, isExact }])
  })
})

describe('a name is not found', () => {
  it.each([
    ['without a word in common', 'Ordinary Paper Works'],
    ['by one word of several', 'Example Stationery'],
    ['by one word more, where the list has one', 'Nowhereland Paper Works'],
    ['without a letter', '...'],
    ['that never ends', 'nowhereland'.repeat(90)],
  ])('%s: %s', (_, name) => {
    expect(found(name)).toEqual([])
  })
})

describe('common words', () => {
  const traders = Array.from({ length: 40 }, (_, at) => ({
    owner: at,
    name: `Invented${'abcdefghij'[at % 10]}${at} General Trading`,
  }))
  const common = indexNames([...traders, { owner: 99, name: 'General Trading' }])

  it('alone make no two names alike', () => {
    expect(common.find('Differently General Trading')).toEqual([])
  })

  it('find the name that has no others', () => {
    expect(common.find('Generall Trading').map(({ owner }) => owner)).toEqual([99])
    expect(common.find('General Trading').map(({ owner, isExact }) => [owner, isExact])[0]).toEqual([99, true])
  })
})

it('of one owner the most alike name counts', () => {
  const two = indexNames([
    { owner: 1, name: 'Madeup Freight' },
    { owner: 1, name: 'Madeup Fright' },
  ])
  expect(two.find('Madeup Freight')).toEqual([{ owner: 1, name: 'Madeup Freight', score: 100, isExact: true }])
})
