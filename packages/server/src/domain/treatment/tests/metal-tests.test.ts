import { describe, expect, it } from 'vitest'
import { testGoods, testLaw, testPack } from '../../../testing/treated-goods.ts'
import type { PlannedProduct } from '../../rules/plan-inputs.ts'
import type { RuleArguments } from '../../rules/predicate.ts'
import type { Answer } from '../answer.ts'
import { tradeTestRegistry } from '../trade-test-registry.ts'

const lists = { '16(c)(vi)': ['7323', 'aluminum'], '16(c)(vii)': ['7323', 'steel'] } as const
const pack = testPack(lists)
const law = testLaw({ lists })

function ask(test: string, args: RuleArguments, facts: Partial<PlannedProduct> = {}): Answer | undefined {
  return tradeTestRegistry[test]?.bind(args, pack)({ goods: testGoods(facts, law), decided: [] })
}

/** Grams of steel and aluminum; undefined is not stated. */
function weights(article: string | undefined, steel?: string, aluminum?: string): Partial<PlannedProduct> {
  return {
    ...(article === undefined ? {} : { articleWeightG: article }),
    metals: {
      ...(steel === undefined ? {} : { steel: { weightG: steel } }),
      ...(aluminum === undefined ? {} : { aluminum: { weightG: aluminum } }),
    },
  }
}

describe('metal of less than 15% of the weight', () => {
  it.each([
    ['100 g and 49.999 g of 1000 g', weights('1000', '100', '49.999'), 'yes'],
    ['100 g and 50 g of 1000 g', weights('1000', '100', '50'), 'no'],
    ['150 g of 1000 g, whatever the other metal weighs', weights('1000', '150'), 'no'],
    ['more metal than article', weights('1', '5', '5'), 'no'],
  ])('%s', (_title, facts, expected) => {
    expect(ask('metalWeightBelow', { pct: '15' }, facts)).toBe(expected)
  })

  it.each([
    ['nothing is known', {}, ['articleWeightG', 'metals.steel.weightG', 'metals.aluminum.weightG']],
    ['one metal may still tip it', weights('1000', '149'), ['metals.aluminum.weightG']],
    ['the article is said to weigh nothing', weights('0', '1', '1'), ['articleWeightG']],
    ['the article is not weighed', weights(undefined, '1', '1'), ['articleWeightG']],
  ])('is open where %s', (_title, facts, asks) => {
    expect(ask('metalWeightBelow', { pct: '15' }, facts)).toEqual({ asks })
  })
})

describe('an article without metal', () => {
  const evidence = 'Material certificate 4711'

  it('has listed weights of 0 and evidence', () => {
    expect(ask('metalAbsent', {}, { metals: { steel: { weightG: '0' }, aluminum: { weightG: '0' }, evidence } })).toBe(
      'yes',
    )
  })

  it('is open without evidence', () => {
    expect(ask('metalAbsent', {}, weights('1000', '0', '0'))).toEqual({ asks: ['metals.evidence'] })
  })

  it('is not claimed by weights that are not stated', () => {
    expect(ask('metalAbsent', {}, { metals: { steel: { weightG: '0' }, evidence } })).toBe('no')
  })

  it('has no metal that is not listed either', () => {
    const zero = { steel: { weightG: '0' }, aluminum: { weightG: '0' } }
    expect(ask('metalAbsent', {}, { metals: { ...zero, copper: { weightG: '0.1' }, evidence } })).toBe('no')
  })
})

describe('metal of one country', () => {
  const us = { country: 'us', pct: '85', lists: ['16(c)(vi)', '16(c)(vii)'] }
  const uk = { ...us, country: 'uk', pct: '95' }

  it('of the United States needs the share of every list', () => {
    expect(ask('metalSharesAtLeast', us, { metals: { steel: { usPct: '85' }, aluminum: { usPct: '85' } } })).toBe('yes')
    expect(ask('metalSharesAtLeast', us, { metals: { steel: { usPct: '84.9' }, aluminum: {} } })).toBe('no')
    expect(ask('metalSharesAtLeast', us, { metals: { steel: { usPct: '85' } } })).toEqual({
      asks: ['metals.aluminum.usPct'],
    })
  })

  it('stays open where a country that is stated contradicts the share', () => {
    const made = { usPct: '90', primarySmelt: 'US', secondarySmelt: 'CA', cast: 'US' }
    const steel = { usPct: '85', meltPour: 'US' }
    expect(ask('metalSharesAtLeast', us, { metals: { steel, aluminum: made } })).toBe('yes')
    expect(ask('metalSharesAtLeast', us, { metals: { steel, aluminum: { ...made, cast: 'MX' } } })).toEqual({
      asks: ['metals.aluminum.usPct'],
    })
    expect(ask('metalSharesAtLeast', us, { metals: { steel: { ...steel, meltPour: 'CN' }, aluminum: made } })).toEqual({
      asks: ['metals.steel.usPct'],
    })
  })

  it('looks only at the lists that are named', () => {
    expect(ask('metalSharesAtLeast', { ...us, lists: ['16(c)(vii)'] }, { metals: { steel: { usPct: '85' } } })).toBe(
      'yes',
    )
  })

  it('of the United Kingdom stays open where one of two metals is enough by the word of the note', () => {
    expect(ask('metalSharesAtLeast', uk, { metals: { steel: { ukPct: '95' }, aluminum: { ukPct: '95' } } })).toBe('yes')
    expect(ask('metalSharesAtLeast', uk, { metals: { steel: { ukPct: '94' }, aluminum: { ukPct: '0' } } })).toBe('no')
    expect(ask('metalSharesAtLeast', uk, { metals: { steel: { ukPct: '95' }, aluminum: { ukPct: '0' } } })).toEqual({
      asks: [],
    })
  })
})

describe('a country of metal', () => {
  const russian = { metal: 'aluminum', facts: ['primarySmelt', 'cast'], countries: ['RU'] }

  it.each([
    [{ cast: 'RU' }, 'yes'],
    [{ primarySmelt: 'CA', cast: 'MX' }, 'no'],
    [{ primarySmelt: 'N/A', cast: 'MX' }, 'no'],
    [{ weightG: '0' }, 'no'],
  ] as const)('of %j: %s', (aluminum, expected) => {
    expect(ask('metalFactIn', russian, { metals: { aluminum } })).toBe(expected)
  })

  it('is asked where it is not stated', () => {
    expect(ask('metalFactIn', russian, { metals: { aluminum: { cast: 'MX' } } })).toEqual({
      asks: ['metals.aluminum.primarySmelt'],
    })
  })
})
