import { expect, it } from 'vitest'
import { testGoods, testPack } from '../../../testing/treated-goods.ts'
import type { RuleArguments } from '../../rules/predicate.ts'
import type { Answer } from '../answer.ts'
import type { PossibleHeading, TradeDecision } from '../goods-treatment.ts'
import { programCarries } from './claim-tests.ts'

const duty = { heading: '9903.94.05', status: 'applies' } as const
const noDuty = { heading: '9903.94.06', status: 'applies' } as const
const unknown = { heading: null, status: 'needs_answer' } as const
const notApplied = { heading: null, status: 'not_applied' } as const

function autos(possible: readonly PossibleHeading[], asks: readonly string[] = []): TradeDecision {
  const [shown] = possible
  return {
    treatment: {
      heading: shown?.heading ?? null,
      program: 'SECTION_232_AUTOS',
      rate: '+ 25%',
      basis: 'fullValue',
      status: shown?.status ?? 'applies',
      why: 'A part.',
      citation: 'A note.',
      ruleId: 'A232-02',
    },
    recordId: 'autos',
    possible,
    isOpen: asks.length > 0,
    asks,
  }
}

function carries(decided: readonly TradeDecision[], args: RuleArguments): Answer {
  return programCarries.bind({ program: 'SECTION_232_AUTOS', ...args }, testPack())({ goods: testGoods(), decided })
}

const anyHeading = {}
const dutiable = { exceptHeadings: ['9903.94.06'] }
const freed = { headings: ['9903.94.06'] }

it.each([
  ['nothing was decided', [], anyHeading, 'no'],
  ['any heading is wanted', [autos([duty])], anyHeading, 'yes'],
  ['a heading with duty is filed', [autos([duty])], dutiable, 'yes'],
  ['the heading without duty is filed', [autos([noDuty])], dutiable, 'no'],
  ['the heading without duty is wanted', [autos([noDuty])], freed, 'yes'],
  ['the measure is not applied', [autos([notApplied])], anyHeading, 'no'],
  ['every possible heading has duty', [autos([duty, { ...duty, heading: '9903.94.32' }], ['origin'])], dutiable, 'yes'],
] as const)('where %s', (...[, decided, args, expected]) => {
  expect(carries(decided, args)).toBe(expected)
})

it.each([
  ['a question is open', [autos([duty, noDuty], ['isVehiclePart'])], dutiable, ['isVehiclePart']],
  ['it may not be applied at all', [autos([duty, notApplied], ['isVehiclePart'])], anyHeading, ['isVehiclePart']],
  ['the heading is not known', [autos([unknown])], dutiable, []],
] as const)('is open where %s', (...[, decided, args, asks]) => {
  expect(carries(decided, args)).toEqual({ asks })
})

it('a heading that is not known counts as one where any is wanted', () => {
  expect(carries([autos([unknown])], anyHeading)).toBe('yes')
})

it('headings and exceptHeadings exclude each other', () => {
  expect(() => carries([], { headings: ['9903.94.06'], exceptHeadings: ['9903.94.05'] })).toThrow('exclude each other')
})
