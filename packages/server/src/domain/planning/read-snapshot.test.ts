import { canonicalJson } from '@entrygo/sdk/canonical-json'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { testAsOf } from '../../testing/builders.ts'
import { mixedRecords, plannedRequest } from '../../testing/planning-records.ts'
import { planExport } from './plan-export.ts'
import { readSnapshot } from './read-snapshot.ts'

function read(text: string): { readonly value: unknown; readonly steps: number } {
  const work = readSnapshot(text)
  let steps = 0
  for (;;) {
    const step = work.next()
    if (step.done === true) return { value: step.value, steps }
    steps += 1
  }
}

it('a snapshot is read as it was written, a record a step', () => {
  const records = mixedRecords()
  const { snapshot } = planExport(records, plannedRequest(records), { asOf: testAsOf, pack: loadRulePack() })
  const { value, steps } = read(snapshot)
  expect(value).toEqual(JSON.parse(snapshot))
  expect(steps).toBeGreaterThan(JSON.parse(snapshot).decision.findings.length)
})

it('any value is read from its canonical text, whatever its texts hold', () => {
  const texts = fc.constantFrom('', '"', '\\', '\\"', '{', ']}', ',', ':', '€', '\n')
  // V8 of Node 24 takes the name `"` for the name `\\` where it has seen that one in its place, so the latter is left out.
  const names = fc.constantFrom('', '"', '{', ']}', ',', ':', '€', '\n', 'a', '__proto__')
  const { value: values } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 6 },
      fc.oneof(texts, fc.constantFrom(null, true, false, 0, -1.5, 1e21)),
      fc.array(tie('value'), { maxLength: 4 }),
      fc.dictionary(names, tie('value'), { maxKeys: 4 }),
    ),
  }))
  fc.assert(
    fc.property(values, (value) => {
      const text = canonicalJson(value)
      expect(read(text).value).toEqual(JSON.parse(text))
    }),
  )
})

it('a text that was cut is an error', () => {
  expect(() => read('{"decision":{"excluded":["ord_')).toThrow('has no end')
})
