import { createHash } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { canonicalJson } from '@entrygo/sdk/canonical-json'
import type { CommandSpec } from '../command.ts'
import { readAhead } from '../input/read-ahead.ts'
import { bytesOf } from '../input/source.ts'
import { expandPath } from '../paths.ts'
import type { Terminal } from '../terminal.ts'

/** A command line as it was parsed. */
export interface ParsedLine {
  readonly spec: CommandSpec
  readonly values: Readonly<Record<string, unknown>>
  readonly given: readonly string[]
}

export interface RunPayload {
  /** Lower-case hex of the canonical JSON of everything that the requests are made of. */
  readonly sha256: string
  /** Whether a part of it comes over stdin or a pipe, so that somebody has to bring it again. */
  readonly needsStdin: boolean
  /** Whether a part of it was too large or not there to be read ahead, and so is not in the digest. */
  readonly isPartlyUnread: boolean
  /** Files that are named and not there; ids that stand where a file may stand are among them. */
  readonly absent: readonly string[]
}

/**
 * The digest of what the requests of a command line are made of: its flags and arguments, files by their content and not
 * by their name, resolved settings, and what the command adds. Flags about output, connection and gate are left out, so
 * that a repeat with `--json` or a longer `--timeout` is the same run.
 */
export async function payloadOf(
  { spec, values, given }: ParsedLine,
  { terminal, settings, more }: { readonly terminal: Terminal; readonly settings: object; readonly more: unknown },
): Promise<RunPayload> {
  const digests = new Map<string, Digest>()
  for (const path of pathsOf({ spec, values, given })) digests.set(path, await digestOf(terminal, path))
  const named = (value: unknown): unknown => {
    const digest = typeof value === 'string' ? digests.get(value) : undefined
    return digest === undefined ? value : { sha256: digest.sha256 }
  }
  const flags = Object.entries(values).filter(([name]) => !isIrrelevant(name))
  const payload = {
    flags: Object.fromEntries(flags.map(([name, value]) => [name, fileFlags(spec).has(name) ? named(value) : value])),
    arguments: given.map(named),
    settings,
    more: more ?? null,
  }
  const found = [...digests.values()]
  return {
    sha256: createHash('sha256').update(canonicalJson(payload)).digest('hex'),
    needsStdin: found.some(({ isPiped }) => isPiped) || values['apiKeyFile'] === '-',
    absent: [...digests].flatMap(([path, { isAbsent }]) => (isAbsent ? [path] : [])),
    isPartlyUnread: found.some(({ isPiped, sha256 }) => isPiped && sha256 === null),
  }
}

/** Not in any request: where the answer goes, how the server is reached, who may pass the gate, and what is resolved. */
const irrelevant: ReadonlySet<string> = new Set([
  ...[
    'json',
    'format',
    'out',
    'html',
    'github',
    'debug',
    'har',
    'failOn',
    'detailedExitcode',
    'explain',
    'rejected',
    'summary',
  ],
  ...['apiKeyFile', 'apiKey', 'insecureArgv', 'config', 'timeout', 'retry', 'idempotencyKey', 'journal'],
  ...['input', 'yes', 'wait', 'watch', 'policy', 'allowExclusions', 'force'],
  ...['baseUrl', 'accountId', 'warehouseId', 'brokerId', 'productId'],
])

function isIrrelevant(name: string): boolean {
  return irrelevant.has(name)
}

function pathsOf({ spec, values, given }: ParsedLine): Set<string> {
  const inFlags = [...fileFlags(spec)].filter((name) => !isIrrelevant(name)).map((name) => values[name])
  const inArguments = given.filter((_, index) => /file|path|export/.test(spec.arguments?.[index]?.name ?? ''))
  return new Set([...inFlags, ...inArguments].filter((value) => typeof value === 'string'))
}

/** The flags of the command that name a file, in the words of the parser. */
function fileFlags(spec: CommandSpec): Set<string> {
  const names = spec.options.flatMap(({ flag }) => /^--([a-z-]+) <(?:file|path)>$/.exec(flag)?.[1] ?? [])
  return new Set(names.map((name) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase())))
}

interface Digest {
  /** Null where there is nothing to read: an id, or a file whose absence is told by whoever needs it. */
  readonly sha256: string | null
  readonly isPiped: boolean
  readonly isAbsent: boolean
}

async function digestOf(terminal: Terminal, path: string): Promise<Digest> {
  if (path === '-') return { sha256: await readAhead(terminal.stdin, terminal.signal), isPiped: true, isAbsent: false }
  const absolute = expandPath(terminal, terminal.cwd, path)
  const found = await stat(absolute).catch(() => undefined)
  if (found?.isFIFO() === true) return { sha256: null, isPiped: true, isAbsent: false }
  if (found?.isFile() !== true) return { sha256: path, isPiped: false, isAbsent: found === undefined }
  const hash = createHash('sha256')
  for await (const bytes of bytesOf(absolute)) hash.update(bytes)
  return { sha256: hash.digest('hex'), isPiped: false, isAbsent: false }
}
