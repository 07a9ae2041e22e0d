import { errorCodes, exportStates, nextActions } from '@entrygo/sdk/contract'
import { expect, it } from 'vitest'
import { exitCodes } from '../../packages/cli/src/exit-codes.ts'
import { filesOf } from '../repo/sources.ts'
import { blocksOf, pages } from './pages.ts'

const steps = ['execute', 'inspect', 'loop', 'plan', 'review', 'sync']
const prompts = steps.map((step) => {
  const page = `docs/prompts/${step}.md`
  const [block, ...more] = blocksOf(page)
  return { page, text: block?.text ?? '', blocks: [block?.language, ...more] }
})

it('there is one prompt for each step, as one block to copy', () => {
  expect(filesOf('docs/prompts/*.md').filter((page) => /^docs\/prompts\/[a-z]+\.md$/.test(page))).toEqual(
    prompts.map(({ page }) => page),
  )
  expect(prompts.map(({ blocks }) => blocks)).toEqual(steps.map(() => ['text']))
  expect(prompts.filter(({ text }) => text.split('\n').length > 40)).toEqual([])
})

// `flags.test.ts` parses every command of every page, these included.
it.each(prompts)('$page names commands for programs, where it stops, and what is no instruction', ({ page, text }) => {
  expect(pages).toContain(page)
  const commands = [...text.matchAll(/`(entrygo [^`]+)`/g)].map(([, command = '']) => command)
  expect(commands.length).toBeGreaterThan(2)
  // A person runs the one that approves.
  const forPrograms = commands.filter((command) => !command.startsWith('entrygo approve'))
  expect(forPrograms.filter((command) => !command.includes('--json --no-input'))).toEqual([])
  expect(text).toMatch(/^Stop when: /m)
  expect(text).toMatch(/material|written by others/)
})

it.each(prompts)('$page names exit codes, states and codes that exist', ({ text }) => {
  const exits = [...text.matchAll(/\b[Ee]xit ((?:\d+(?:, | or )?)+)/g)].flatMap(
    ([, list = '']) => list.match(/\d+/g) ?? [],
  )
  const known = exitCodes.map(({ code }) => String(code))
  expect(exits.filter((code) => !known.includes(code))).toEqual([])
  const words = text.match(/\b[a-z]+_[a-z_]+\b/g) ?? []
  const fields = [
    'missing_data',
    'customs_package_id',
    'broker_submission',
    'sent_at',
    'duplicate_possible',
    'error_message',
    'next_recommended_action',
  ]
  expect(words.filter((word) => ![...exportStates, ...fields, 'batch_'].some((one) => one === word))).toEqual([])
  const codes = text.match(/\b[A-Z]+(?:_[A-Z]+)+\b/g) ?? []
  expect(codes.filter((code) => ![...errorCodes, ...nextActions].some((one) => one === code))).toEqual([])
})
