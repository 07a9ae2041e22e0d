import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { globalOptions } from '../specs/options.ts'
import { commandTable } from './command-table.ts'
import { parse } from './parse.ts'
import { quickParse } from './quick-parse.ts'
import { specGroups } from './spec-groups.ts'

describe('a plain command line', () => {
  it('is read without the library', async () => {
    const { spec, values, given } = (await quickParse(['plan', 'diff', 'a.json', '--json', '--as-of=2027-01-01'])) ?? {}
    expect([spec?.name, values, given]).toEqual([
      'plan diff',
      { json: true, asOf: '2027-01-01', retry: true, journal: true, input: true },
      ['a.json'],
    ])
  })

  it.each([
    [['--help']],
    [['plan', '--help']],
    [['plan', '-h']],
    [['plan', 'dif']],
    [['plan', '--format', 'xml']],
    [['run']],
    [['run', 'a', 'b']],
    [['run', 'a', '--', 'b']],
    [['run', '--nonsense', 'a']],
    [['run', 'a', '--json=yes']],
    [['run', 'a', '--timeout']],
    [['hts', 'search', 'wood']],
    [['__proto__']],
    [['constructor', 'name']],
    [[]],
  ])('%j is left to the library', async (argv) => {
    expect(await quickParse(argv)).toBeUndefined()
  })
})

it('every group of specs has the commands that it is named for', async () => {
  for (const [name, load] of Object.entries(specGroups)) {
    expect((await load()).filter((spec) => spec.name === name)).toEqual(
      commandTable.filter((spec) => spec.name === name),
    )
  }
})

const anywhere = [
  '-',
  '--',
  '--json=1',
  '--as-of=x',
  '--order-id=',
  'x',
  '7',
  '',
  '--help',
  '-V',
  'diff',
  '--no-x',
  '--x',
]
const lines = fc.constantFrom(...commandTable).chain((spec) => {
  const options = [...spec.options, ...globalOptions]
  const flags = options.map(({ flag }) => flag.split(' ')[0] ?? '')
  const whole = options.map(({ flag, choices = ['x'] }) =>
    flag.includes('<') ? [flag.split(' ')[0], choices[0]] : [flag],
  )
  const word = fc.constantFrom(...flags, ...anywhere).map((one) => [one])
  const more = fc.array(fc.oneof(word, fc.constantFrom(...whole), fc.constant(['file.json'])), { maxLength: 5 })
  return more.map((parts) => [...spec.name.split(' '), ...parts.flat().map((part) => part ?? '')])
})

it('whatever both can read, they read alike', async () => {
  let both = 0
  await fc.assert(
    fc.asyncProperty(lines, async (argv) => {
      const quick = await quickParse(argv)
      if (quick === undefined) return
      both += 1
      const slow = parse(argv)
      expect('spec' in slow && { ...slow, spec: slow.spec.name }).toEqual({ ...quick, spec: quick.spec.name })
    }),
    { numRuns: 3000, seed: 20261122 },
  )
  expect(both).toBeGreaterThan(300)
})

it('every example of a quick command is read alike', async () => {
  const examples = commandTable.flatMap((spec) => spec.examples).filter((example) => /^entrygo [^<>|]*$/.test(example))
  for (const example of examples) {
    const argv = [...example.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '').slice(1)
    const quick = await quickParse(argv)
    if (quick !== undefined) expect(parse(argv)).toEqual(quick)
  }
})
