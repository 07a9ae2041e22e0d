import { execFileSync, spawnSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { keepMemorySmall } from './small-memory.ts'

const all = ['--semi-space-growth-factor=1', '--heap-growing-percent=10', '--external-memory-accounted-in-global-limit']

function setOn(version: string, listed: () => string): string[] {
  const set: string[] = []
  keepMemorySmall({ version, listed, set: (flag) => set.push(flag) })
  return set
}

const never = (): string => {
  throw new Error('It is not asked.')
}

it('the V8 of this Node knows every flag, as it says itself', () => {
  const listed = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' })
  expect(setOn('99.0.1', () => listed)).toEqual(all)
})

it.each(['13.6.233.17-node.53', '14.6.202.34-node.34'])('V8 %s is not asked: it was tried', (version) => {
  expect(setOn(version, never)).toEqual(all)
})

it('a later V8 that lacks one of the flags, or cannot be asked, is left as it is', () => {
  const lines = all.map((flag) => `  ${flag.split('=')[0]} (about it)\n        type: int`)
  expect(setOn('15.0.1', () => lines.join('\n'))).toEqual(all)
  expect(setOn('15.0.1', () => lines.slice(1).join('\n'))).toEqual([])
  expect(setOn('15.0.1', never)).toEqual([])
})

it('a flag that is set is taken without a word', () => {
  const program = `import { keepMemorySmall } from ${JSON.stringify(new URL('small-memory.ts', import.meta.url).href)}; keepMemorySmall()`
  const argv = ['--conditions=entrygo-src', '--input-type=module', '-e', `${program}; console.log('done')`]
  const { stdout, stderr } = spawnSync(process.execPath, argv, { encoding: 'utf8' })
  expect([stdout, stderr]).toEqual(['done\n', ''])
})
