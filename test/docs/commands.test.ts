import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { it } from 'vitest'
import { openTerminal } from './terminal.ts'
import { walk } from './walk.ts'

it.concurrent('the five minutes of the README end as they are written', async ({ expect }) => {
  await using terminal = await openTerminal()
  expect(await walk('README.md', terminal, { commands: ['entrygo'], seen: new Map() })).toEqual([])
})

it.concurrent('the first export and the set-up records end as they are written', async ({ expect }) => {
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
