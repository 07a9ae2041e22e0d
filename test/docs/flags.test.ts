import { expect, it } from 'vitest'
import { parse } from '../../packages/cli/src/command-line/parse.ts'
import { readSource } from '../repo/sources.ts'
import { pages } from './pages.ts'

it('every command that the documentation names is one that the command line knows', () => {
  const named = pages.flatMap(commandsOf)
  expect(named.length).toBeGreaterThan(50)
  expect(named.flatMap(({ place, words }) => complaintOf(place, words))).toEqual([])
})

it('an unknown flag is named with its place', () => {
  expect(complaintOf('a.md:1', ['plan', '--orders-form', 'a.json'])).toEqual([
    "a.md:1: entrygo plan --orders-form a.json: unknown option '--orders-form' (Did you mean --orders-from?)",
  ])
})

interface Named {
  readonly place: string
  readonly words: readonly string[]
}

/** Lines of code that begin with the command, and code inside sentences. A word in capitals stands for an argument. */
function commandsOf(page: string): Named[] {
  const lines = readSource(page)
    .text.replaceAll(/\\\n\s*/g, '')
    .split('\n')
  return lines.flatMap((line, index) => {
    const inline = [...line.matchAll(/`entrygo ([^`]+)`/g)].map(([, command = '']) => command)
    const [, whole] = /^entrygo (.+)$/.exec(line) ?? []
    const commands = [...inline, ...(whole === undefined ? [] : [whole])]
    return commands.map((command) => ({ place: `${page}:${index + 1}`, words: wordsOf(command) }))
  })
}

/** As a shell splits them, up to a comment, a redirection or a pipe. */
function wordsOf(command: string): string[] {
  const [bare = ''] = command.split(/\s(?:#|>|\||<\s)/)
  return [...bare.matchAll(/(?:"[^"]*"|[^\s"])+/g)].map(([word]) => word.replaceAll('"', ''))
}

function complaintOf(place: string, words: readonly string[]): string[] {
  // A command family named in a sentence, such as `entrygo artifacts`, is no line to run.
  const isElided = words.some((word) => word === '…' || word === 'COMMAND')
  if (isElided) return []
  try {
    parse(words)
    return []
  } catch (error) {
    return [`${place}: entrygo ${words.join(' ')}: ${error instanceof Error ? error.message : String(error)}`]
  }
}
