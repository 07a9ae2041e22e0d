import { expect, it } from 'vitest'
import type { FoundProblem } from '../rules/rule-pack-error.ts'
import { type PackTerms, readTerms } from './read-terms.ts'

const known = new Set(['DE', 'FR', 'TW'])

function read(terms: object): { terms: PackTerms; reasons: string[] } {
  const problems: FoundProblem[] = []
  const texts = new Map([['terms.json', JSON.stringify({ countries: {}, conditions: {}, ...terms })]])
  return { terms: readTerms(texts, known, problems), reasons: problems.map(({ at, reason }) => `${at}: ${reason}`) }
}

it('a group holds countries and the groups above it', () => {
  const { terms, reasons } = read({ countries: { EU: 'DE FR', partners: '@EU TW' } })
  expect(reasons).toEqual([])
  expect(terms.countries.get('partners')).toEqual(['DE', 'FR', 'TW'])
})

it('a group that names no country, or a group that does not stand above it, is refused', () => {
  expect(read({ countries: { EU: 'DE XX', late: '@later', later: 'TW', list: ['DE'] } }).reasons).toEqual([
    'EU: XX is no country and no group above',
    'late: @later is no country and no group above',
    'list: no text is no country and no group above',
  ])
})

it('a condition without a test is refused', () => {
  expect(read({ conditions: { duty: { fact: 'isVehiclePart' } } }).reasons).toEqual([
    'duty: must be a condition with a test',
  ])
})

it('a pack without terms is refused', () => {
  const problems: FoundProblem[] = []
  readTerms(new Map(), known, problems)
  expect(problems).toEqual([{ file: 'terms.json', reason: 'is missing' }])
})
