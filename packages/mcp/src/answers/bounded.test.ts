import { expect, it } from 'vitest'
import { bounded } from './bounded.ts'

it('leaves an answer alone that fits', () => {
  expect(bounded({ a: [1, 2], b: 'x' })).toEqual({ data: { a: [1, 2], b: 'x' }, truncated: [] })
})

it('cuts the lists of a large one until it fits, and says how many there were', () => {
  const orders = Array.from({ length: 20_000 }, (_, index) => `ord_${String(index).padStart(26, '0')}`)
  const { data, truncated } = bounded({ included_order_ids: orders, 'a/b': { deep: orders } })
  expect(JSON.stringify(data).length).toBeLessThanOrEqual(40_000)
  expect(truncated).toEqual([
    { pointer: '/included_order_ids', total: 20_000, shown: 200 },
    { pointer: '/a~1b/deep', total: 20_000, shown: 200 },
  ])
})

it('keeps the findings that block before those for review and the rest', () => {
  const finding = (severity: string, pointer: string): object => ({ severity, pointer, message: 'x'.repeat(300) })
  const validationMessages = [
    ...Array.from({ length: 300 }, (_, index) => finding('INFO', `/${index}`)),
    finding('REVIEW', '/review'),
    finding('BLOCK', '/block'),
  ]
  const { data, truncated } = bounded({ validationMessages })
  expect(data['validationMessages']).toMatchObject(
    [{ pointer: '/block' }, { pointer: '/review' }, { pointer: '/0' }].concat(
      Array.from({ length: 47 }, (_, index) => ({ pointer: `/${index + 1}` })),
    ),
  )
  expect(truncated).toEqual([{ pointer: '/validationMessages', total: 302, shown: 50 }])
})
