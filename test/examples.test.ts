import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { root } from './repo/sources.ts'

// The demo, examples/first-export, is a step of its own in CI.
const programs = [
  ['agent-loop', 'The loop holds what it promises.'],
  ['human-review', 'The review holds what it promises.'],
  ['shopify-csv', 'The import holds what it promises.'],
  ['warehouse-wms', 'The warehouse holds what it promises.'],
  ['webhook-receiver', 'The receiver holds what it promises.'],
] as const

it.each(programs)('examples/%s runs and asserts what it shows', { timeout: 60_000 }, async (name, lastLine) => {
  const program = ['--conditions=entrygo-src', join(root, 'examples', name, 'main.ts')]
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: root })
  expect(stdout.trimEnd().split('\n').at(-1)).toBe(lastLine)
})
