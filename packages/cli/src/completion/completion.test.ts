import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { commandTable } from '../command-line/command-table.ts'
import { runCli } from '../testing/run-cli.ts'

async function script(shell: string): Promise<string> {
  return (await runCli(['completion', shell])).stdout
}

/** What bash offers behind each of these lines; one line of the answer for each. */
async function offered(lines: readonly (readonly string[])[]): Promise<string[][]> {
  const asked = lines.map(
    (words) =>
      `COMP_WORDS=(${words.map((word) => `'${word}'`).join(' ')}); COMP_CWORD=${words.length - 1}; _entrygo; echo "\${COMPREPLY[*]}"`,
  )
  const shown = execFileSync('bash', ['--norc', '-c', `${await script('bash')}\n${asked.join('\n')}`], {
    encoding: 'utf8',
    cwd: new URL('.', import.meta.url).pathname,
  })
  return shown
    .split('\n')
    .slice(0, lines.length)
    .map((line) => line.split(' ').filter(Boolean))
}

describe('completion', () => {
  it('in bash knows commands, subcommands, flags, choices and files', async () => {
    const [start, below, flags, choices, equals, shared, files, argument] = await offered([
      ['entrygo', 'pl'],
      ['entrygo', 'exports', ''],
      ['entrygo', 'plan', '--fa'],
      ['entrygo', 'plan', '--fail-on', ''],
      ['entrygo', 'plan', '--fail-on', '=', 'r'],
      ['entrygo', '--json', 'plan', 'diff', '--form'],
      ['entrygo', 'sync', 'completion.te'],
      ['entrygo', 'completion', 'b'],
    ])
    expect(start).toEqual(['plan'])
    expect(below).toEqual(['list', 'show', 'events'])
    expect(flags).toEqual(['--fail-on'])
    expect(choices).toEqual(['review', 'blocked'])
    expect(equals).toEqual(['review'])
    expect(shared).toEqual(['--format'])
    expect(files).toEqual(['completion.test.ts'])
    expect(argument).toEqual(['bash'])
  })

  it('in bash takes a switch of one command for a flag with a value of another, and the other way round', async () => {
    const [behindSwitch, behindValue] = await offered([
      ['entrygo', 'inspect', '--wait', '--wat'],
      ['entrygo', 'exports', 'events', '--wait', '--wat'],
    ])
    expect([behindSwitch, behindValue]).toEqual([['--watch'], []])
  })

  it.each(['bash', 'zsh', 'fish', 'pwsh'])('for %s holds every command and every flag', async (shell) => {
    const text = await script(shell)
    for (const { name, options } of commandTable) {
      expect(text).toContain(name.split(' ').at(-1))
      for (const { flag } of options) expect(text).toContain(flag.split(' ')[0]?.replace(/^--/, ''))
    }
  })

  it('for another shell is a usage error that names those there are', async () => {
    const { exitCode, stdout } = await runCli(['completion', 'tcsh', '--json'])
    expect([exitCode, JSON.parse(stdout).message]).toEqual([2, expect.stringContaining('bash, zsh, fish, pwsh')])
  })
})
