import { readFileSync } from 'node:fs'
import { canonicalJson } from '@entrygo/sdk/canonical-json'
import { expect, it } from 'vitest'
import { planHashOf } from './plan-hash.ts'

interface Vector {
  readonly name: string
  readonly planHash: string
  readonly canonicalBytes: number
  readonly canonical?: string
  readonly snapshot: unknown
}

const folder = new URL('../../../../../docs/concepts/', import.meta.url)
const page = readFileSync(new URL('determinism.md', folder), 'utf8')
const { vectors }: { vectors: Vector[] } = JSON.parse(readFileSync(new URL('plan-hash-vectors.json', folder), 'utf8'))

it('seven vectors are published', () => {
  expect(vectors.map(({ name }) => name)).toEqual([
    'the smallest value: nothing planned',
    'numbers: every form has one text',
    'text: written as it is, escaped only where JSON must',
    'member names: sorted by UTF-16 code units',
    'one order that is ready',
    'two orders, one of them to review, with an entry date',
    'an excluded order, and one that was executed before',
  ])
})

it.each(vectors)('$name: text, length and hash are as published', (vector) => {
  const text = canonicalJson(vector.snapshot)
  expect(Buffer.byteLength(text)).toBe(vector.canonicalBytes)
  expect(text).toBe(vector.canonical ?? text)
  expect(planHashOf(text)).toBe(vector.planHash)
})

it('the worked example of the page is the first vector', () => {
  expect(page).toContain(vectors[0]?.canonical)
  expect(page).toContain(vectors[0]?.planHash)
  expect(page).toContain(`${vectors[0]?.canonicalBytes} bytes`)
})

it('the program on the page gives every hash', async () => {
  const [, program = ''] = /```js\n([\s\S]*?)```/.exec(page) ?? []
  const module: { planHash: (snapshot: unknown) => string } = await import(
    /* @vite-ignore */ `data:text/javascript,${encodeURIComponent(program)}`
  )
  expect(vectors.map(({ snapshot }) => module.planHash(snapshot))).toEqual(vectors.map(({ planHash }) => planHash))
})
