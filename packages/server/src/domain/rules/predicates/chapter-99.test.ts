import { describe, expect, it } from 'vitest'
import { testGoods, testPack } from '../../../testing/treated-goods.ts'
import { lineFacts } from '../facts.ts'
import { chapter99NotCarried } from './chapter-99.ts'

function found(headings: readonly string[], ch99Codes: string[]): string[] {
  const line = { productId: 'prod_1', quantity: 1, unitValueUsd: 1, ch99Codes }
  const facts = lineFacts({ orderId: 'ord_1', index: 0, line }, testGoods())
  return chapter99NotCarried
    .bind(
      { headings },
      testPack(),
    )(facts)
    .map(({ values }) => values?.['value'] ?? '')
}

describe('a chapter 99 heading that a line carries', () => {
  it('is found by the digits that it starts with', () => {
    expect(found(['990381', '9902'], ['99038191', '9902010100', '99038209'])).toEqual(['9903.81.91', '9902.01.01.00'])
  })

  it('is found in a range, both ends included', () => {
    expect(found(['99038502-99038515'], ['99038501', '99038502', '9903851500', '99038516'])).toEqual([
      '9903.85.02',
      '9903.85.15.00',
    ])
  })

  it('of fewer digits than the law names is left alone', () => {
    expect(found(['990381', '99038502-99038515'], ['9903', '990385'])).toEqual([])
  })
})

it.each([['9802'], ['9903.81'], ['99038515-99038502'], ['990381-99038502'], ['990381-990382-990383']])(
  'the argument %s is refused',
  (heading) => {
    expect(() => found([heading], [])).toThrow(
      `args.headings: ${heading} is neither digits of chapter 99 nor a range of them`,
    )
  },
)
