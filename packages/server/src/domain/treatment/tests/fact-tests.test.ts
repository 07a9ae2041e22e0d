import { describe, expect, it } from 'vitest'
import { testGoods, testLaw, testPack } from '../../../testing/treated-goods.ts'
import type { PlannedProduct } from '../../rules/plan-inputs.ts'
import type { RuleArguments } from '../../rules/predicate.ts'
import type { Answer } from '../answer.ts'
import { tradeTestRegistry } from '../trade-test-registry.ts'

const pack = testPack({ 'a list': ['7323', 'steel'] })
const law = testLaw({ lists: { 'a list': ['7323', 'steel'] } })

function ask(test: string, args: RuleArguments, facts: Partial<PlannedProduct> = {}): Answer | undefined {
  return tradeTestRegistry[test]?.bind(args, pack)({ goods: testGoods(facts, law), decided: [] })
}

describe('a fact that is not stated leaves open', () => {
  it.each([
    ['factIs', { fact: 'isVehiclePart', value: true }, 'isVehiclePart'],
    ['factIs', { fact: 'metals.steel.meltPour', value: 'RU' }, 'metals.steel.meltPour'],
    ['factAmong', { fact: 'endUse', values: ['other'] }, 'endUse'],
    ['factGiven', { fact: 'endUseCert' }, 'endUseCert'],
    ['numberBelow', { fact: 'articleWeightG', limit: '1' }, 'articleWeightG'],
    ['numberAtLeast', { fact: 'usContentPct', limit: '1' }, 'usContentPct'],
    ['numberBetween', { fact: 'semi.tpp', above: '1', below: '2' }, 'semi.tpp'],
    ['yearsBeforeEntryAtLeast', { fact: 'modelYear', years: 25 }, 'modelYear'],
  ])('%s %j', (test, args, asked) => {
    expect(ask(test, args)).toEqual({ asks: [asked] })
  })
})

describe('a fact that is stated answers', () => {
  it.each([
    ['factIs', { fact: 'isVehiclePart', value: true }, { isVehiclePart: true }, 'yes'],
    ['factIs', { fact: 'isVehiclePart', value: true }, { isVehiclePart: false }, 'no'],
    ['factIs', { fact: 'uas.isUas', value: false }, { uas: { isUas: false } }, 'yes'],
    ['factAmong', { fact: 'endUse', values: ['truck_bus', 'other'] }, { endUse: 'other' }, 'yes'],
    ['factAmong', { fact: 'endUse', values: ['truck_bus'] }, { endUse: 'other' }, 'no'],
    ['numberBelow', { fact: 'articleWeightG', limit: '15' }, { articleWeightG: '14.9999' }, 'yes'],
    ['numberBelow', { fact: 'articleWeightG', limit: '15' }, { articleWeightG: '15' }, 'no'],
    ['numberAtLeast', { fact: 'usContentPct', limit: '85' }, { usContentPct: '85' }, 'yes'],
    ['numberAtLeast', { fact: 'usContentPct', limit: '85' }, { usContentPct: '84.9999' }, 'no'],
    ['numberBetween', { fact: 'semi.tpp', above: '14000', below: '17500' }, { semi: { tpp: '14000' } }, 'no'],
    ['numberBetween', { fact: 'semi.tpp', above: '14000', below: '17500' }, { semi: { tpp: '14000.1' } }, 'yes'],
    ['numberBetween', { fact: 'semi.tpp', above: '14000', below: '17500' }, { semi: { tpp: '17500' } }, 'no'],
    ['yearsBeforeEntryAtLeast', { fact: 'modelYear', years: 25 }, { modelYear: 2001 }, 'yes'],
    ['yearsBeforeEntryAtLeast', { fact: 'modelYear', years: 25 }, { modelYear: 2002 }, 'no'],
    ['originIn', { countries: ['CN'] }, {}, 'yes'],
    ['originIn', { countries: ['CA'] }, {}, 'no'],
    ['htsChapterIn', { chapters: ['72', '73'] }, {}, 'yes'],
    ['htsChapterIn', { chapters: ['84'] }, {}, 'no'],
    ['onAnyList', { lists: ['a list'] }, {}, 'yes'],
    ['onAnyList', { lists: ['a list'] }, { htsCode: '6109100012' }, 'no'],
    ['preferenceClaimed', { program: 'USMCA' }, { preference: { program: 'USMCA' } }, 'yes'],
    ['preferenceClaimed', { program: 'USMCA' }, {}, 'no'],
  ] as const)('%s %j of %j: %s', (...[test, args, facts, expected]) => {
    expect(ask(test, args, facts)).toBe(expected)
  })
})

describe('the column 1 rate', () => {
  it.each([
    ['14.9%', { htsCode: '6109100012' }, 'yes'],
    ['15%', {}, 'no'],
    ['15%, but Free under a USMCA claim', { preference: { program: 'USMCA' } }, 'yes'],
  ] as const)('of %s is under 15%%: %s', (_rate, facts, expected) => {
    expect(ask('columnOneBelow', { pct: '15' }, facts)).toBe(expected)
  })

  it.each(['7323990000', '7323'])('of %s is not known as a percentage, and nobody is asked', (htsCode) => {
    expect(ask('columnOneBelow', { pct: '15' }, { htsCode })).toEqual({ asks: [] })
  })
})

it('what the pack cannot tell is open, and nobody is asked', () => {
  expect(ask('packCannotTell', {})).toEqual({ asks: [] })
})

describe('an argument is refused', () => {
  it.each([
    ['numberBelow', { fact: 'articleWeightG', limit: '1e3' }, 'args.limit must be a decimal text, but is 1e3'],
    ['htsChapterIn', { chapters: ['7'] }, 'args.chapters: 7 is no chapter of two digits'],
    ['factIs', { fact: 'isVehiclePart', value: 1 }, 'args.value must be true, false or a text'],
    ['onAnyList', { lists: ['another list'] }, 'args.lists: the pack has no list another list'],
  ])('of %s: %j', (test, args, message) => {
    expect(() => tradeTestRegistry[test]?.bind(args, pack)).toThrow(message)
  })
})
