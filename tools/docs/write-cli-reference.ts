// Writes the reference of the command line, the agent skill and the text of `entrygo --help` from the command objects:
// node --conditions=entrygo-src tools/docs/write-cli-reference.ts
import { mkdirSync, writeFileSync } from 'node:fs'
import { commandTable } from '../../packages/cli/src/command-line/command-table.ts'
import { parse } from '../../packages/cli/src/command-line/parse.ts'
import { describeCli } from '../../packages/cli/src/schema/describe.ts'
import { agentSkill } from './agent-skill.ts'
import { answerFieldsSource } from './answer-fields.ts'
import { cliReferencePage } from './cli-reference.ts'

const cli = describeCli(commandTable)
writeFileSync(new URL('../../packages/cli/src/answer-fields.ts', import.meta.url), answerFieldsSource())
write('cli', 'reference.md', cliReferencePage(cli))
write('prompts/entrygo-skill', 'SKILL.md', agentSkill(cli))
const help = parse(['--help'])
if ('text' in help) writeFileSync(new URL('../../packages/cli/src/help.txt', import.meta.url), help.text)

function write(folder: string, name: string, text: string): void {
  const place = new URL(`../../docs/${folder}/`, import.meta.url)
  mkdirSync(place, { recursive: true })
  writeFileSync(new URL(name, place), text)
}
