import { codeOf } from '../atomic-file.ts'
import type { CommandSpec } from '../command.ts'
import type { Flags } from '../command-line/flags.ts'
import type { ExitCode } from '../exit-codes.ts'
import { createOutput, type Output } from '../output.ts'
import { expandPath } from '../paths.ts'
import type { Terminal } from '../terminal.ts'
import { type DebugTimeline, debugTimeline } from './debug-timeline.ts'
import { type Listener, watchedFetch } from './exchange.ts'
import { type HarFile, openHarFile } from './har-file.ts'
import { createSecrets, type Secrets } from './secrets.ts'

/** What a run of a command needs to be watched. */
export interface WatchedRun {
  readonly spec: CommandSpec
  readonly flags: Flags
  readonly output: Output
  /** Runs the command on another terminal and output; rejects with its failure. */
  run(terminal: Terminal, output: Output): Promise<ExitCode>
}

/**
 * Runs a command with what `--debug`, `--har` and `--github` ask beside it, and answers its exit code, which they never
 * change. Throws before anything is sent when a place to write to is missing or cannot be written.
 */
export async function watchRun(terminal: Terminal, watched: WatchedRun): Promise<ExitCode> {
  const { flags, spec } = watched
  const secrets = secretsOf(terminal, flags)
  const github = flags.isSet('github')
    ? await (await import('./github.ts')).openGithub({ terminal, flags, spec, secrets })
    : undefined
  const path = flags.text('har')
  const har = path === undefined ? undefined : await openHarFile(expandPath(terminal, terminal.cwd, path), secrets)
  const guarded = github === undefined ? terminal : github.guarded(terminal)
  const timeline = flags.isSet('debug') ? debugTimeline({ stderr: guarded.stderr, secrets, now: Date.now }) : undefined
  const world = listening(guarded, { secrets, har, timeline })
  const isSame = world.stdout === terminal.stdout && timeline === undefined
  const inner = isSame ? watched.output : createOutput(world, watched.output.format)
  const output = github === undefined ? inner : github.hearing(inner)
  const exitCode = await watched.run(world, output).catch((error: unknown) => output.fail(error))
  // The answer is told by now: what fails here is said beside it.
  const told = async (flag: string, write: () => unknown): Promise<void> => {
    try {
      await write()
    } catch (error) {
      terminal.stderr.write(`entrygo: what ${flag} asks for could not be written (${codeOf(error)}).\n`)
    }
  }
  await told('--github', () => github?.end(exitCode))
  await told('--har', () => har?.save())
  timeline?.end(exitCode)
  return exitCode
}

function secretsOf({ env }: Terminal, flags: Flags): Secrets {
  const secrets = createSecrets()
  for (const value of [env['ENTRYGO_API_KEY'], flags.text('apiKey')]) if (value !== undefined) secrets.add(value.trim())
  return secrets
}

interface Listening {
  readonly secrets: Secrets
  readonly har: HarFile | undefined
  readonly timeline: DebugTimeline | undefined
}

function listening(terminal: Terminal, { secrets, har, timeline }: Listening): Terminal {
  const keys: Listener = {
    began: ({ headers, body }) => {
      // The key, from whichever place it came.
      for (const word of headers.get('authorization')?.split(' ').slice(1) ?? []) secrets.add(word)
      for (const secret of secretsIn(body ?? '')) secrets.add(secret)
    },
    ended: ({ ended }) => {
      const text = ended?.bytes == null || ended.bytes.length > mostRead ? '' : new TextDecoder().decode(ended.bytes)
      for (const secret of secretsIn(text)) secrets.add(secret)
    },
  }
  const listeners = [keys, ...(har === undefined ? [] : [har]), ...(timeline === undefined ? [] : [timeline])]
  const inner = terminal.fetch ?? ((address, init) => globalThis.fetch(address, init))
  return {
    ...terminal,
    // Lines of the timeline must not land in a spinner's.
    ...(timeline !== undefined && { env: { ...terminal.env, CI: terminal.env['CI'] || 'debug' } }),
    fetch: watchedFetch(inner, listeners, Date.now),
  }
}

/** Answers that hold a secret are short. */
const mostRead = 1024 * 1024

/** What stands in a member named `secret`, such as that of an endpoint; two of them are parted by a blank. */
function secretsIn(body: string): string[] {
  const found = Array.from(body.matchAll(/"secret"\s*:\s*"((?:[^"\\]|\\.)+)"/g), ([, secret = '']) => secret)
  return found.flatMap((secret) => secret.split(' '))
}
