import { expect, it } from 'vitest'
import { buildHtsIndex } from '../../../../tools/rule-pack/hts-index.ts'
import { unpacked } from './open-index.ts'

it('the index says what the tables of the pack say: else run tools/rule-pack/hts-index.ts', () => {
  expect(unpacked('hts/index.txt.gz').toString('utf8') === buildHtsIndex()).toBe(true)
})
