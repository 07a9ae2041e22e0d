import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { loopText } from './prompt.ts'
import { toolsOf } from './server.ts'

const guide = readFileSync(join(import.meta.dirname, '../../../docs/guides/mcp.md'), 'utf8')

it('the guide has each tool with its hints', () => {
  const rows = [...guide.matchAll(/^\| `(entrygo_\w+)` \| [^|]+ \| (.+) \|$/gm)].map(([, name, hints = '']) => [
    name,
    ...hints.split(' | ').map((hint) => hint.startsWith('yes')),
  ])
  expect(rows).toEqual(
    toolsOf({}).map(({ name, annotations: { readOnlyHint, destructiveHint, idempotentHint, openWorldHint } }) => [
      name,
      readOnlyHint,
      destructiveHint,
      idempotentHint,
      openWorldHint,
    ]),
  )
})

it('the prompt names tools that are there', () => {
  const known = toolsOf({}).map(({ name }) => name)
  const named = [...loopText.matchAll(/entrygo_\w+/g)].map(([name]) => name).filter((name) => name !== 'entrygo_')
  expect(named.length).toBeGreaterThan(4)
  expect(named.filter((name) => !known.includes(name))).toEqual([])
})
