import { describe, expect, it } from 'vitest'
import { testGoods, testLaw } from '../../testing/treated-goods.ts'
import type { PlannedProduct } from '../rules/plan-inputs.ts'
import { type Answer, open } from './answer.ts'
import type { BoundHeading, MeasureInForce } from './decide-trade-actions.ts'
import type { TradeDecision } from './goods-treatment.ts'
import { measuresInForce } from './law-in-force.ts'
import type { TradeHeading } from './trade-measure.ts'
import type { TradeFacts } from './trade-test.ts'

const lists = { 'list A': ['7323', ''], 'list B': ['84', ''] } as const

type Ask = (facts: TradeFacts) => Answer

/** A record under the heading 9903.82.<number>; a condition may be an answer. */
function heading(number: string, asks: readonly (Answer | Ask)[], record: Partial<TradeHeading> = {}): BoundHeading {
  return {
    record: {
      id: number,
      ruleId: 'M232-01',
      heading: `9903.82.${number}`,
      rate: `rate ${number}`,
      basis: 'fullValue',
      status: 'applies',
      when: [],
      why: `why ${number}`,
      citation: `citation ${number}`,
      confidence: 'H',
      effectiveFrom: null,
      effectiveTo: null,
      recordedAt: '2026-11-21',
      ...record,
    },
    tests: asks.map((ask) => ({
      ask: typeof ask === 'function' ? ask : () => ask,
      isNegated: false,
      isClaim: false,
    })),
  }
}

function measure(headings: readonly BoundHeading[], more: Partial<MeasureInForce> = {}): MeasureInForce {
  return { program: 'SECTION_232_METALS', open: 'one', headings, ...more }
}

function decide(measures: readonly MeasureInForce[], facts: Partial<PlannedProduct> = {}): readonly TradeDecision[] {
  return testGoods(facts, testLaw({ lists, measures })).treatment().tradeActions
}

/** "heading status" of each line, with what else is possible and what is asked. */
function lines(decisions: readonly TradeDecision[]): string[] {
  return decisions.map(({ treatment: { heading: filed, status, alternatives, asks } }) => {
    const others = (alternatives ?? []).map((other) => other.heading).join(' ')
    return `${filed} ${status}${others === '' ? '' : ` or ${others}`}${asks === undefined ? '' : `? ${asks.join(' ')}`}`
  })
}

describe('a measure', () => {
  it('is decided by the first record whose conditions hold', () => {
    expect(lines(decide([measure([heading('01', ['no']), heading('02', ['yes', 'yes']), heading('03', [])])]))).toEqual(
      ['9903.82.02 applies'],
    )
  })

  it('says nothing where no record holds', () => {
    expect(decide([measure([heading('01', ['no'])])])).toEqual([])
  })

  it('carries everything of its record', () => {
    expect(decide([measure([heading('02', [])])])).toEqual([
      {
        treatment: {
          heading: '9903.82.02',
          program: 'SECTION_232_METALS',
          rate: 'rate 02',
          basis: 'fullValue',
          status: 'applies',
          why: 'why 02',
          citation: 'citation 02',
          ruleId: 'M232-01',
        },
        recordId: '02',
        possible: [{ heading: '9903.82.02', status: 'applies' }],
        isOpen: false,
        asks: [],
      },
    ])
  })

  it('passes over goods on none of its lists, and goods of other countries', () => {
    expect(decide([measure([heading('02', [])], { lists: ['list B'] })])).toEqual([])
    expect(decide([measure([heading('02', [])], { origins: ['CA'] })])).toEqual([])
    expect(decide([measure([heading('02', [])], { lists: ['list A', 'list B'], origins: ['CN'] })])).toHaveLength(1)
  })

  it('leaves out records for other lists', () => {
    const headings = [heading('01', [], { lists: ['list B'] }), heading('02', [], { lists: ['list A'] })]
    expect(lines(decide([measure(headings)]))).toEqual(['9903.82.02 applies'])
  })

  it('keeps the status of a record that the pack cannot confirm', () => {
    expect(lines(decide([measure([heading('02', [], { status: 'needs_answer' })])]))).toEqual([
      '9903.82.02 needs_answer',
    ])
  })
})

describe('an open measure', () => {
  const headings = [
    heading('01', [open('a', 'b')]),
    heading('03', ['no']),
    heading('04', [open('b', 'c')]),
    heading('02', []),
  ]

  it('of one line shows what is filed if nothing is answered, the other headings, and every question once', () => {
    expect(lines(decide([measure(headings)]))).toEqual(['9903.82.02 needs_answer or 9903.82.01 9903.82.04? a b c'])
  })

  it('of a line each shows every heading that a fact would confirm', () => {
    expect(lines(decide([measure(headings, { open: 'each' })]))).toEqual([
      '9903.82.01 needs_answer? a b c',
      '9903.82.04 needs_answer? a b c',
      '9903.82.02 needs_answer? a b c',
    ])
  })

  it('of a line each names as alternatives what has no line of its own', () => {
    const unconfirmed = heading('04', [open()])
    expect(
      lines(decide([measure([heading('01', [open('a')]), unconfirmed, heading('02', [])], { open: 'each' })])),
    ).toEqual(['9903.82.01 needs_answer or 9903.82.04? a', '9903.82.02 needs_answer or 9903.82.04? a'])
  })

  it('looks no further than the first record that holds', () => {
    expect(lines(decide([measure([heading('02', []), heading('01', [open('a')])])]))).toEqual(['9903.82.02 applies'])
  })

  it('stays open where nothing is asked', () => {
    expect(lines(decide([measure([heading('01', [open()]), heading('02', [])])]))).toEqual([
      '9903.82.02 needs_answer or 9903.82.01',
    ])
  })

  it('is settled where every heading that is possible is the same', () => {
    const same = { heading: '9903.82.02', rate: 'rate 02' }
    expect(lines(decide([measure([heading('01', [open('a')], same), heading('02', [])])]))).toEqual([
      '9903.82.02 applies',
    ])
  })

  it('without a record that holds shows the last one that may', () => {
    expect(lines(decide([measure([heading('01', [open('a')]), heading('02', [open('b')])])]))).toEqual([
      '9903.82.02 needs_answer or 9903.82.01? a b',
    ])
  })
})

describe('a condition', () => {
  const when = (answer: Answer, condition: { isNegated?: boolean; isClaim?: boolean }): string[] => {
    const { record } = heading('01', [])
    const tests = [{ ask: (): Answer => answer, isNegated: false, isClaim: false, ...condition }]
    return lines(decide([measure([{ record, tests }, heading('02', [])])]))
  }

  it.each([
    ['yes', { isNegated: true }, '9903.82.02 applies'],
    ['no', { isNegated: true }, '9903.82.01 applies'],
    [open('a'), { isNegated: true }, '9903.82.02 needs_answer or 9903.82.01? a'],
    [open('a'), { isClaim: true }, '9903.82.02 applies'],
    [open('a'), { isClaim: true, isNegated: true }, '9903.82.01 applies'],
    ['yes', { isClaim: true }, '9903.82.01 applies'],
  ] as const)('answered %j with %j', (answer, condition, expected) => {
    expect(when(answer, condition)).toEqual([expected])
  })
})

it('a later measure sees what earlier ones decided', () => {
  const first = measure([heading('01', [])], { program: 'SECTION_232_AUTOS' })
  const second = measure([heading('02', [({ decided }) => (decided.length === 1 ? 'yes' : 'no')])])
  expect(lines(decide([first, second]))).toEqual(['9903.82.01 applies', '9903.82.02 applies'])
  expect(lines(decide([second, first]))).toEqual(['9903.82.01 applies'])
})

describe('of the records of a measure', () => {
  it('those count whose dates hold the day, from the first day on and until the day before the last', () => {
    const dated = measure([heading('01', [], { effectiveFrom: '2026-06-08', effectiveTo: '2028-01-01' })])
    const inForce = (day: string): number => measuresInForce([dated], day).length
    expect(['2026-06-07', '2026-06-08', '2027-12-31', '2028-01-01'].map(inForce)).toEqual([0, 1, 1, 0])
  })

  it('a correction replaces the older record of the same id on all days', () => {
    const older = heading('01', [], { rate: 'wrong', recordedAt: '2026-04-07' })
    const newer = heading('01', [], { rate: 'right', recordedAt: '2026-04-29', effectiveFrom: '2026-06-08' })
    const rates = (day: string): string[] =>
      measuresInForce([measure([older, newer])], day).flatMap(({ headings }) =>
        headings.map(({ record }) => record.rate),
      )
    expect(rates('2026-06-08')).toEqual(['right'])
    expect(rates('2026-06-07')).toEqual([])
  })
})
