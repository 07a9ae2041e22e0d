import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { it } from 'vitest'
import { settingNames } from '../../packages/server/src/settings.ts'
import { readSource } from '../repo/sources.ts'
import { openTerminal } from './terminal.ts'
import { walk } from './walk.ts'

it.concurrent('the five minutes of the README end as they are written', { timeout: 60_000 }, async ({ expect }) => {
  await using terminal = await openTerminal()
  expect(await walk('README.md', terminal, { commands: ['entrygo'], seen: new Map() })).toEqual([])
})

it.concurrent('the first export and the set-up records end as they are written', { timeout: 120_000 }, async ({
  expect,
}) => {
  await using terminal = await openTerminal()
  const seen = new Map<string, string>()
  const saved = async (file: string, text: string): Promise<void> => {
    if (file !== 'orders.json') return
    // As the section about the review asks: without charges, and called WEB-2.
    const review = text.replace(/ *"charges": \[\],\n/, '').replaceAll('WEB-1', 'WEB-2')
    await writeFile(join(terminal.folder, 'orders-review.json'), review)
  }
  expect(await walk('docs/guides/first-export.md', terminal, { commands: ['entrygo'], seen, saved })).toEqual([])
  // The product that the next page makes is the one that its orders name.
  seen.delete('prod_')
  expect(await walk('docs/api/setup.md', terminal, { commands: ['entrygo'], seen })).toEqual([])
})

it.concurrent('a server is operated as it is written', { timeout: 60_000 }, async ({ expect }) => {
  await using terminal = await openTerminal()
  const commands = ['entrygo-server']
  expect(await walk('docs/guides/operating.md', terminal, { commands, seen: new Map() })).toEqual([])
})

it.concurrent('an agent loop in a shell ends as it is written', { timeout: 60_000 }, async ({ expect }) => {
  await using terminal = await openTerminal()
  const commands = ['entrygo', 'entrygo-server']
  expect(await walk('docs/guides/automation-agents.md', terminal, { commands, seen: new Map() })).toEqual([])
})

it('the settings of the server in the documentation are those that it reads', ({ expect }) => {
  const { text } = readSource('docs/guides/operating.md')
  const [, table = ''] = /\| meaning \|\n\|[-|]+\|\n([\s\S]*?)\n\n/.exec(text) ?? []
  const documented = [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, names = '']) => names.match(/[A-Z_]+/g) ?? [])
  expect(documented).toEqual(settingNames.flatMap(([names]) => names.split(', ')))
})
