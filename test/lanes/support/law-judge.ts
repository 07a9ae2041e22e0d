import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Interruption } from '../../../packages/cli/src/terminal.ts'
import { type CliResult, runCli } from '../../../packages/cli/src/testing/run-cli.ts'
import { type ScriptedServer, startScriptedServer } from '../../../packages/cli/src/testing/scripted-server.ts'
import type { LawLine } from './law-lines.ts'
import { canary, type FailureMode } from './law-modes.ts'

/** A folder with the input that the lines name. */
export async function lawFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'entrygo-law-'))
  const order = { externalId: 'WEB-1', destinationCountry: 'US', items: [] }
  await writeFile(join(folder, 'orders.json'), JSON.stringify([order]))
  await writeFile(join(folder, 'profile.yaml'), 'importer:\n  name: Example Importer LLC\n')
  await writeFile(join(folder, 'plan.json'), JSON.stringify({ exportId: 'batch_1', planHash: 'sha256:1' }))
  await writeFile(join(folder, 'token.txt'), 't'.repeat(43), { mode: 0o600 })
  await writeFile(join(folder, 'broken.json'), `[{"externalId": ${canary}`)
  await writeFile(join(folder, 'bytes.json'), new Uint8Array([0xff, 0xd8, 0xff, 0, 1]))
  return folder
}

/** What one run in JSON and the same run in words did that they must not do. */
export async function judgeRun(line: LawLine, mode: FailureMode, folder: string): Promise<string[]> {
  const server = await startScriptedServer(mode.script ?? (() => 'break'))
  if (mode.isDown === true) await server.stop()
  const begin = mode.line?.(line.argv) ?? line.argv
  const end = [...waiting(line, mode), ...(mode.flags ?? [])]
  const argv = [...begin, ...end]
  const run = (more: readonly string[]): Promise<CliResult> =>
    runOnce([...begin, ...more, ...end], { line, mode, folder, server })
  try {
    const inJson = await run(['--json']).catch((error: unknown) => String(error))
    if (typeof inJson === 'string') return [inJson]
    const inWords = await run([])
    return [
      ...faultsInJson(inJson, { line, mode }),
      // What needs no server may be done before the signal comes, in one of the runs.
      ...(mode.interruptedAfterMs === undefined || line.isRemote ? faultsInWords(inWords, inJson) : []),
      ...[inJson, inWords].flatMap(faultsOfColour),
    ].map((fault) => `entrygo ${argv.join(' ')}: ${fault}`)
  } finally {
    await server.stop()
  }
}

/** One try is enough, and a wait gets a deadline. */
function waiting({ argv, isRemote }: LawLine, { flags = [] }: FailureMode): string[] {
  const isWaiting = argv.some((word) => word === '--wait' || word === '--watch' || word === 'listen')
  const needsDeadline = isRemote && isWaiting && !flags.includes('--timeout')
  return ['--no-retry', ...(needsDeadline ? ['--timeout', '150ms'] : [])]
}

interface Around {
  readonly line: LawLine
  readonly mode: FailureMode
  readonly folder: string
  readonly server: ScriptedServer
}

async function runOnce(argv: readonly string[], { line, mode, folder, server }: Around): Promise<CliResult> {
  const controller = new AbortController()
  const interrupt = (): void => controller.abort(new Interruption('SIGINT'))
  const afterMs = mode.interruptedAfterMs ?? (line.isServing === true ? 300 : 20_000)
  if (afterMs === 0) interrupt()
  const timer = setTimeout(interrupt, afterMs)
  const env = {
    ENTRYGO_BASE_URL: server.url,
    ENTRYGO_API_KEY: 'eg_test_abc',
    ENTRYGO_ACCOUNT_ID: 'acc_1',
    ENTRYGO_WAREHOUSE_ID: 'wh_1',
    ENTRYGO_BROKER_ID: 'br_1',
    // Each run has a journal of its own: what one leaves unfinished is not the other's.
    XDG_STATE_HOME: await mkdtemp(join(folder, 'state-')),
    XDG_CONFIG_HOME: folder,
    ...mode.env,
  }
  try {
    return await runCli(argv, { env, cwd: folder, signal: controller.signal })
  } finally {
    clearTimeout(timer)
  }
}

function faultsInJson(result: CliResult, { line, mode }: Pick<Around, 'line' | 'mode'>): string[] {
  const { exitCode, stdout } = result
  const allowed = mode.exitsAlways ?? (line.isRemote ? mode.exits : undefined)
  const outside = stdout.trimEnd().includes('\n{')
    ? stdout.trimEnd().split('\n').map(withoutData)
    : [withoutData(stdout)]
  return [
    ...(allowed?.includes(exitCode) === false ? [`exits ${exitCode} and not ${allowed.join(' or ')}`] : []),
    ...(exitCode === 1 ? [`is an internal failure: ${stdout.slice(0, 400)}`] : []),
    ...(outside.some((text) => text.includes('CANARY'))
      ? [`the words of another stand outside data: ${outside.join()}`]
      : []),
  ]
}

/** The document without `data`; a line that was typed is quoted by the command that reads it. */
function withoutData(text: string): string {
  const { data: _, ...rest } = JSON.parse(text)
  return JSON.stringify(rest)
}

function faultsInWords({ exitCode, stdout, stderr }: CliResult, inJson: CliResult): string[] {
  const text = `${stdout}${stderr}`
  const wide = text.split('\n').filter((shown) => shown.length > 80 && / {2}/.test(shown.trim()))
  return [
    ...(exitCode === inJson.exitCode ? [] : [`exits ${exitCode} in words and ${inJson.exitCode} in JSON`]),
    ...(text === '' ? ['says nothing in words'] : []),
    ...(inJson.stdout.includes('"errorCode"') && exitCode === 2 && stdout !== ''
      ? [`a refusal stands on stdout: ${stdout.slice(0, 200)}`]
      : []),
    ...(wide.length > 0 ? [`is wider than 80 columns: ${wide[0]}`] : []),
  ]
}

/** Neither stream is a terminal. */
function faultsOfColour({ stdout, stderr }: CliResult): string[] {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for.
  return /[\u001b\u009b]/.test(`${stdout}${stderr}`) ? ['prints an escape sequence where nobody sees it'] : []
}
