import { afterEach, expect, it } from 'vitest'
import { crashAt, failpoint, installFailpoints } from './failpoints.ts'

afterEach(() => installFailpoints(null))

it('a failpoint does nothing without a hook', () => {
  expect(() => failpoint('group.begin')).not.toThrow()
})

it('a crash happens at the wanted hit of the wanted name, once', () => {
  let crashes = 0
  installFailpoints(crashAt('group.begin:2', () => (crashes += 1)))
  const after = (['group.begin', 'group.afterCommit', 'group.begin', 'group.begin'] as const).map((name) => {
    failpoint(name)
    return crashes
  })
  expect(after).toEqual([0, 0, 1, 1])
})

it.each(['group.start', 'group.begin:0', 'group.begin:x', ''])('the setting "%s" is refused', (setting) => {
  expect(() => crashAt(setting, () => undefined)).toThrow(/is not name:hit/)
})
