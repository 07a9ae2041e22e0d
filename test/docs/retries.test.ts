import { faultSwitches } from '@entrygo/server/dev'
import { expect, it } from 'vitest'
import { readSource } from '../repo/sources.ts'
import { openTerminal } from './terminal.ts'
import { walk } from './walk.ts'

it('the stories of retries end as they are written', { timeout: 90_000 }, async () => {
  await using terminal = await openTerminal()
  const commands = ['entrygo', 'echo', 'sed', 'touch']
  expect(await walk('docs/guides/retries.md', terminal, { commands, seen: new Map() })).toEqual([])
})

it('the switches of the documentation are those that there are', () => {
  const { text } = readSource('docs/guides/retries.md')
  const rows = [...text.matchAll(/^\| `([a-z-]+:[^`]*)` \| (.+) \|$/gm)].map(([, spec, meaning]) => [spec, meaning])
  expect(rows).toEqual(faultSwitches)
})
