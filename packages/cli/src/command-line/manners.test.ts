import { describe, expect, it } from 'vitest'
import { exitCodes } from '../exit-codes.ts'
import { runCli } from '../testing/run-cli.ts'
import { commandTable } from './command-table.ts'

const esc = '\u001b'
const failing = ['inspect', '--batch-id', '../x']
const env = { ENTRYGO_API_KEY: 'eg_test_a' }

/** Whether a line of each stream is coloured: an answer on stdout, and a failure on stderr. */
async function coloured(isTTY: boolean, more: Readonly<Record<string, string>>): Promise<[boolean, boolean]> {
  const world = { isTTY, env: { ...env, ...more } }
  const [answer, failure] = await Promise.all([runCli(['exit-codes'], world), runCli(failing, world)])
  return [answer.stdout.includes(esc), failure.stderr.includes(esc)]
}

describe('colours', () => {
  it.each([
    ['are on at a terminal', true, {}, true],
    ['are off where there is none', false, {}, false],
    ['NO_COLOR of any text turns them off', true, { NO_COLOR: '0' }, false],
    ['an empty NO_COLOR is none', true, { NO_COLOR: '' }, true],
    ['NO_COLOR beats FORCE_COLOR', true, { NO_COLOR: '1', FORCE_COLOR: '1' }, false],
    ['FORCE_COLOR turns them on where there is no terminal', false, { FORCE_COLOR: '1' }, true],
    ['FORCE_COLOR=0 turns them off', true, { FORCE_COLOR: '0' }, false],
    ['a dumb terminal has none', true, { TERM: 'dumb' }, false],
    ['CI and agents change nothing', true, { CI: 'true', CLAUDECODE: '1' }, true],
  ] as const)('%s, on both streams alike', async (...given) => {
    const [, isTTY, more, expected] = given
    expect(await coloured(isTTY, more)).toEqual([expected, expected])
  })

  it('never stand in a document, not even where they are forced', async () => {
    const world = { isTTY: true, env: { ...env, FORCE_COLOR: '1' } }
    for (const argv of [['exit-codes'], failing]) {
      for (const format of [['--json'], ['--format', 'yaml'], ['--format', 'md']]) {
        expect((await runCli([...argv, ...format], world)).stdout).not.toContain(esc)
      }
    }
  })
})

describe('the format', () => {
  it.each([{}, { CI: 'true' }, { GITHUB_ACTIONS: 'true' }, { CLAUDECODE: '1' }, { AI_AGENT: '1' }])(
    'is the same under %j, at a terminal and without',
    async (more) => {
      const plain = { NO_COLOR: '1', ...env }
      const [bare, around, seen] = await Promise.all([
        runCli(['exit-codes'], { env: plain }),
        runCli(['exit-codes'], { env: { ...plain, ...more } }),
        runCli(['exit-codes'], { env: { ...plain, ...more }, isTTY: true }),
      ])
      expect([around.stdout, seen.stdout]).toEqual([bare.stdout, bare.stdout])
    },
  )

  it('yaml is the document of json', async () => {
    const { parse } = await import('yaml')
    for (const argv of [['exit-codes'], ['schema', 'plan'], failing]) {
      const [json, yaml] = await Promise.all([
        runCli([...argv, '--json'], { env }),
        runCli([...argv, '--format', 'yaml'], { env }),
      ])
      expect(parse(yaml.stdout)).toEqual(JSON.parse(json.stdout))
      expect([yaml.exitCode, yaml.stderr]).toEqual([json.exitCode, ''])
    }
  })

  it('md is a rendering on stdout, for answers and failures', async () => {
    expect((await runCli(['exit-codes', '--format', 'md'])).stdout).toContain('OUTCOME_UNKNOWN')
    const failure = await runCli([...failing, '--format', 'md'], { env })
    expect([failure.exitCode, failure.stdout.startsWith('## ')]).toEqual([2, true])
  })
})

describe('did you mean', () => {
  const mistyped = (word: string): string => `${word.slice(0, -1)}${word.endsWith('q') ? 'x' : 'q'}`

  it.each(commandTable.map(({ name }) => name).filter((name) => name.length > 3))('names `%s`', async (name) => {
    const words = name.split(' ')
    const typed = [...words.slice(0, -1), mistyped(words.at(-1) ?? '')]
    const { exitCode, stdout } = await runCli([...typed, '--json'])
    const { errorCode, message } = JSON.parse(stdout)
    expect([exitCode, errorCode]).toEqual([2, 'USAGE_ERROR'])
    expect(message).toContain('Did you mean')
  })

  it.each(commandTable.map(({ name, options }) => [name, options] as const))(
    'names every flag of `%s`',
    async (name, options) => {
      for (const { flag } of options) {
        const [word = ''] = flag.split(' ')
        const { stdout } = await runCli([...name.split(' '), `${word}q`, '--json'])
        expect(JSON.parse(stdout).message).toMatch(
          /Did you mean|^required option '--external-id|^required option '--export-id/,
        )
      }
    },
  )
})

it('help and the version go to stdout, and nothing to stderr', async () => {
  for (const argv of [['--help'], ['help'], ['plan', '--help'], ['help', 'plan'], ['exports'], ['--version']]) {
    const { exitCode, stdout, stderr } = await runCli(argv)
    const isAsked = argv[0] !== 'exports'
    expect([argv, exitCode, stdout === '', stderr === '']).toEqual([argv, isAsked ? 0 : 2, !isAsked, isAsked])
  }
})

it.each(['', ...commandTable.map(({ name }) => name)])('the help of `entrygo %s` keeps to 80 columns', async (name) => {
  const { stdout } = await runCli([...name.split(' ').filter((word) => word !== ''), '--help'])
  // Examples stay whole, so that they can be copied.
  const told = stdout.split('\n').filter((line) => !line.startsWith('  entrygo '))
  expect(told.filter((line) => [...line].length > 80)).toEqual([])
})

it('every exit code that a command names has a meaning', () => {
  const known: readonly number[] = exitCodes.map(({ code }) => code)
  expect(commandTable.flatMap((command) => command.exitCodes.filter((code) => !known.includes(code)))).toEqual([])
})
