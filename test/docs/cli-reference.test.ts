import { expect, it } from 'vitest'
import { commandTable } from '../../packages/cli/src/command-line/command-table.ts'
import { parse } from '../../packages/cli/src/command-line/parse.ts'
import { describeCli } from '../../packages/cli/src/schema/describe.ts'
import { agentSkill } from '../../tools/docs/agent-skill.ts'
import { answerFieldsSource } from '../../tools/docs/answer-fields.ts'
import { cliReferencePage } from '../../tools/docs/cli-reference.ts'
import { readSource } from '../repo/sources.ts'

const remedy = 'run node --conditions=entrygo-src tools/docs/write-cli-reference.ts'

it('the reference of the command line is made from the command objects as they are', () => {
  const { text } = readSource('docs/cli/reference.md')
  expect(text === cliReferencePage(describeCli(commandTable)) ? [] : [remedy]).toEqual([])
})

it('the command line knows what every answer of the contract has at its top', () => {
  const { text } = readSource('packages/cli/src/answer-fields.ts')
  expect(text === answerFieldsSource() ? [] : [remedy]).toEqual([])
})

it('the agent skill is made from the command objects as they are, and begins with its name and description', () => {
  const { text } = readSource('docs/prompts/entrygo-skill/SKILL.md')
  expect(text === agentSkill(describeCli(commandTable)) ? [] : [remedy]).toEqual([])
  const [, front = ''] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? []
  expect(front).toMatch(/^name: [a-z0-9-]{1,64}\ndescription: \S/)
  expect(front.length).toBeLessThan(1024)
})

it('`entrygo --help` prints what the command objects say', () => {
  expect(parse(['--help'])).toMatchObject({ text: readSource('packages/cli/src/help.txt').text })
})
