/**
 * Runs a line of every command of the command line in every way that a run can go wrong, in JSON and in words, against a
 * scripted server. In JSON stdout is one document (or a stream of them) that satisfies the schema of `entrygo schema --json`,
 * stderr is silent, the exit code is that of the document, and what a server says stands under `data` alone. In words the
 * exit code is the same. Nothing prints an escape sequence where there is no terminal.
 *
 *   node --conditions=entrygo-src test/lanes/stdout-law.ts [--only <words>]
 */
import { rm } from 'node:fs/promises'
import { breachesOf } from '../../packages/cli/src/testing/answer-law.ts'
import { judgeRun, lawFolder } from './support/law-judge.ts'
import { commandsWithoutLine, lawLines } from './support/law-lines.ts'
import { lawModes } from './support/law-modes.ts'
import { conclude } from './support/report.ts'

const only = process.argv.includes('--only') ? (process.argv[process.argv.indexOf('--only') + 1] ?? '') : ''
const problems = commandsWithoutLine().map((name) => `no line stands for the command ${name}`)
let runs = 0
for (const mode of lawModes) {
  // What a line leaves behind, such as the folder of `dev`, is not there for the next mode.
  const folder = await lawFolder()
  for (const line of lawLines) {
    if (!`${mode.title}: ${line.argv.join(' ')}`.includes(only)) continue
    runs += 2
    for (const problem of await judgeRun(line, mode, folder)) problems.push(`${mode.title}: ${problem}`)
  }
  await rm(folder, { recursive: true, force: true })
}

// A judge that sees nothing would be satisfied by anything.
const doctored = [
  { argv: ['exit-codes', '--json'], exitCode: 0, stdout: '{"data":{"exitCodes":[]},"next":[]}\n{}\n', stderr: '' },
  { argv: ['exit-codes', '--json'], exitCode: 0, stdout: '{"data":{},"next":[]}\n', stderr: '' },
  { argv: ['exit-codes', '--json'], exitCode: 0, stdout: '{"data":{"exitCodes":[]},"next":[]}\n', stderr: 'a banner' },
  { argv: ['exit-codes', '--json'], exitCode: 7, stdout: '{"data":{"exitCodes":[]},"next":[]}\n', stderr: '' },
  { argv: ['exit-codes', '--jsno', '--json'], exitCode: 2, stdout: '', stderr: 'no such flag' },
]
const unseen = doctored.filter((run) => breachesOf(run).length === 0)
for (const run of unseen) problems.push(`the judge takes ${JSON.stringify(run)}`)

conclude({
  lane: 'lane stdout-law',
  repeat: `node --conditions=entrygo-src test/lanes/stdout-law.ts${only === '' ? '' : ` --only "${only}"`}`,
  problems,
  summary:
    `${lawLines.length} lines of every command × ${lawModes.length} failure modes, in JSON and in words: ${runs} runs, ` +
    `${problems.length} problems. Self-test: ${doctored.length - unseen.length} of ${doctored.length} doctored runs seen.`,
})
