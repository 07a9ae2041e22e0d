import { describe, expect, it } from 'vitest'
import { loadRulePack } from '../../../rule-pack-files.ts'
import { productFacts } from '../../rules/facts.ts'
import type { PlannedProduct } from '../../rules/plan-inputs.ts'
import { ArgumentError } from '../../rules/predicate.ts'
import { resolveRules } from '../../rules/rule-pack.ts'
import type { Answer } from '../answer.ts'
import type { TradeDecision } from '../goods-treatment.ts'
import type { TradeTest } from '../trade-test.ts'
import { factGiven, numbersInOneWindow, someProgramCarries } from './stacking-tests.ts'

const pack = loadRulePack()
const facts = { ...pack, validFrom: pack.validFrom, validThrough: pack.validThrough }
const { law } = resolveRules(pack, '2026-11-21')

interface Asked {
  readonly product?: PlannedProduct
  readonly decided?: readonly TradeDecision[]
}

function ask(test: TradeTest, args: Record<string, unknown>, { product = {}, decided = [] }: Asked = {}): Answer {
  return test.bind(args, facts)({ goods: productFacts(law, 'prod_1', product), decided })
}

function decidedFor(product: PlannedProduct): readonly TradeDecision[] {
  return productFacts(law, 'prod_1', product).treatment().tradeActions
}

const windows = [
  [
    { fact: 'semi.tpp', above: '10', below: '20' },
    { fact: 'semi.dramGBs', above: '1', below: '2' },
  ],
  [
    { fact: 'semi.tpp', above: '30', below: '40' },
    { fact: 'semi.dramGBs', above: '3', below: '4' },
  ],
]

describe('numbers in one window', () => {
  it.each<[tpp: string | undefined, dramGBs: string | undefined, answer: Answer]>([
    ['15', '1.5', 'yes'],
    ['35', '3.5', 'yes'],
    ['15', '3.5', 'no'],
    ['20', '1.5', 'no'],
    ['25', undefined, 'no'],
    ['15', undefined, { asks: ['semi.dramGBs'] }],
    [undefined, '3.5', { asks: ['semi.tpp'] }],
    [undefined, undefined, { asks: ['semi.tpp', 'semi.dramGBs'] }],
  ])('of %s and %s: %o', (tpp, dramGBs, answer) => {
    const semi = { ...(tpp === undefined ? {} : { tpp }), ...(dramGBs === undefined ? {} : { dramGBs }) }
    expect(ask(numbersInOneWindow, { windows }, { product: { semi } })).toEqual(answer)
  })

  it('refuse windows that are none', () => {
    expect(() => numbersInOneWindow.bind({ windows: [] }, facts)).toThrow(ArgumentError)
    expect(() => numbersInOneWindow.bind({ windows: [[{ fact: 'semi.tpp', above: '1' }]] }, facts)).toThrow(
      ArgumentError,
    )
  })
})

describe('one of several programs', () => {
  const programs = [
    { program: 'SECTION_232_WOOD', headings: ['9903.76.03'] },
    { program: 'SECTION_232_AUTOS', headings: ['9903.94.01'] },
  ]

  it('carries when one of them does', () => {
    expect(
      ask(someProgramCarries, { programs }, { decided: decidedFor({ htsCode: '8703230140', countryOfOrigin: 'CN' }) }),
    ).toBe('yes')
  })

  it('does not carry when none of them looked at the goods', () => {
    expect(ask(someProgramCarries, { programs })).toBe('no')
  })

  it('is open for what the open one asks', () => {
    const cabinet = decidedFor({ htsCode: '9403409060', countryOfOrigin: 'VN' })
    expect(ask(someProgramCarries, { programs }, { decided: cabinet })).toEqual({ asks: ['isCabinetOrVanity'] })
  })

  it('is open while a single candidate may come out with nothing', () => {
    const certified = [{ program: 'SECTION_232_AUTOS', headings: ['9903.94.07'] }]
    const decided = decidedFor({ htsCode: '3926301000', countryOfOrigin: 'CN', endUseCert: 'Certificate' })
    expect(ask(someProgramCarries, { programs: certified }, { decided })).toEqual({ asks: ['endUse'] })
  })
})

describe('a fact', () => {
  it('is given whatever it says, and open while it is not stated', () => {
    expect(ask(factGiven, { fact: 'isVehiclePart' }, { product: { isVehiclePart: false } })).toBe('yes')
    expect(ask(factGiven, { fact: 'isVehiclePart' })).toEqual({ asks: ['isVehiclePart'] })
    expect(() => factGiven.bind({}, facts)).toThrow(ArgumentError)
  })
})
