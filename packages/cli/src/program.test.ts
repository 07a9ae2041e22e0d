import { stripVTControlCharacters } from 'node:util'
import { describe, expect, it } from 'vitest'
import { commandTable } from './command-line/command-table.ts'
import { exitCodes } from './exit-codes.ts'
import { runCli } from './testing/run-cli.ts'

const commands = commandTable.map(({ name, exitCodes: codes }) => [name, codes] as const)

describe('help', () => {
  it.each(commands)('of `%s` goes to stdout, within 80 columns, and ends with its exit codes', async (name, codes) => {
    const { exitCode, stdout, stderr } = await runCli([...name.split(' '), '--help'])
    expect([exitCode, stderr]).toEqual([0, ''])
    expect(stdout).toContain(`Usage: entrygo ${name}`)
    const meanings = exitCodes
      .filter(({ code }) => codes.includes(code))
      .map(({ code, meaning }) => `  ${String(code).padEnd(4)} ${meaning}`)
    expect(stdout.trimEnd().endsWith(`Exit codes:\n${meanings.join('\n')}`)).toBe(true)
    const wide = stdout.split('\n').filter((line) => line.length > 80 && !line.startsWith('  entrygo '))
    expect(wide).toEqual([])
  })

  it('as JSON is one document', async () => {
    const { stdout } = await runCli(['plan', '--help', '--json'])
    expect(JSON.parse(stdout).data.help).toContain('--orders-from')
  })

  it.each([['help'], ['help', 'plan'], ['exports', '--help'], ['--help']])('%s %s ends with 0', async (...argv) => {
    const { exitCode, stdout } = await runCli(argv.filter(Boolean))
    expect([exitCode, stdout.startsWith('Usage: entrygo')]).toEqual([0, true])
  })
})

describe('usage errors', () => {
  it.each([
    [[], 'A command is missing. `entrygo --help` lists them.'],
    [['exports'], 'A command is missing. `entrygo --help` lists them.'],
    [['sync'], "missing required argument 'file'"],
    [
      ['plan', '--fail-on', 'never'],
      "option '--fail-on <state>' argument 'never' is invalid. Allowed choices are review, blocked.",
    ],
    [
      ['artifacts', 'get', '--artifact-type', 'x'],
      "option '--artifact-type <type>' argument 'x' is invalid. Allowed choices are cci_human_readable, cci_pdf, cci_csv, cci_json, packing_list, manifest.",
    ],
    [['inspect', 'a', 'b'], "too many arguments for 'inspect'. Expected 1 argument but got 2: a, b."],
    [
      ['inspect', 'batch_1', '--timeout', 'soon'],
      '--timeout is "soon": give a time such as 500ms, 30s or 10m, at most 24h.',
    ],
    [
      ['inspect', '--batch-id', '../x'],
      '--batch-id is "../x": an export id begins with batch_ and is printed by plan.',
    ],
    [['plan'], 'No orders: give --order-id (repeated), or --orders-from with the answer of `entrygo sync --json`.'],
  ])('%j: %s', async (argv, message) => {
    const env = { ENTRYGO_API_KEY: 'eg_test_a' }
    const { exitCode, stdout } = await runCli([...argv, '--json'], { env })
    expect(JSON.parse(stdout)).toMatchObject({ errorCode: 'USAGE_ERROR', message, exitCode: 2 })
    expect(exitCode).toBe(2)
  })

  it('a missing setting names every place where it can be given', async () => {
    const env = { ENTRYGO_API_KEY: 'eg_test_a', ENTRYGO_ACCOUNT_ID: 'acc_1' }
    const { exitCode, stdout } = await runCli(['plan', '--order-id', 'ord_1', '--json'], { env })
    expect(exitCode).toBe(2)
    expect(JSON.parse(stdout)).toMatchObject({
      errorCode: 'CONFIG_ERROR',
      field: 'warehouseId',
      message:
        'warehouseId is not set: give --warehouse-id or ENTRYGO_WAREHOUSE_ID or "warehouseId" in entrygo.config.json. `entrygo init` writes the file.',
    })
  })
})

it('the format does not depend on the terminal', async () => {
  const [piped, seen] = await Promise.all([runCli(['exit-codes']), runCli(['exit-codes'], { isTTY: true })])
  expect(stripVTControlCharacters(seen.stdout)).toBe(piped.stdout)
  expect(piped.stdout).not.toContain('\u001b')
})

it('JSON holds no control character that a terminal would obey', async () => {
  const { stdout } = await runCli(['inspect', '--batch-id', 'a\u009b31mb\u007f', '--json'], {
    env: { ENTRYGO_API_KEY: 'eg_test_a' },
  })
  expect(stdout).toContain('a\\u009b31mb\\u007f')
  expect(JSON.parse(stdout).message).toContain('a\u009b31mb\u007f')
})

it('exit codes come with the error codes that lead to them', async () => {
  const { stdout } = await runCli(['exit-codes', '--json'])
  expect(JSON.parse(stdout).data.exitCodes[3]).toEqual({
    code: 3,
    name: 'REVIEW_REQUIRED',
    meaning: 'a person or policy has to approve first',
    errorCodes: ['APPROVAL_REQUIRED', 'DECLINED'],
  })
})
