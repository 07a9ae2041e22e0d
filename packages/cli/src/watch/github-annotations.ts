import { relative } from 'node:path'
import type { CommandSpec } from '../command.ts'
import type { Flags } from '../command-line/flags.ts'
import type { ErrorDocument } from '../errors.ts'
import { isRecord } from '../input/record.ts'
import { expandPath } from '../paths.ts'
import { saidBy } from '../render/error.ts'
import { plain } from '../render/text.ts'
import type { Terminal } from '../terminal.ts'
import type { Heard } from './github.ts'
import { sourcesOf } from './github-outputs.ts'

interface Parts {
  readonly terminal: Terminal
  readonly flags: Flags
  readonly spec: CommandSpec
}

/** GitHub shows ten of a kind for each step. */
const mostAnnotations = 10

/**
 * The workflow commands that mark a failure and the findings of a plan. For stderr: runners read both streams, and stdout
 * holds the answer alone.
 */
export function annotationsOf(heard: Heard, parts: Parts): string[] {
  const findings = findingsOf(heard)
  const shown = findings.slice(0, mostAnnotations - 1)
  const left = findings.length - shown.length
  const more =
    left === 0 ? [] : [annotation('notice', { title: 'entrygo' }, `${left} more findings stand in the summary.`)]
  return [...failureOf(heard.failure, parts), ...shown, ...more]
}

function failureOf(failure: ErrorDocument | undefined, parts: Parts): string[] {
  if (failure === undefined) return []
  const { errorCode, exitCode } = failure
  const { message } = saidBy(failure)
  const title = `entrygo ${parts.spec.name}: ${errorCode} (exit ${exitCode})`
  const kind = exitCode === 3 || exitCode === 8 ? 'warning' : 'error'
  return [annotation(kind, { ...placeIn(message, parts), title }, message)]
}

/** Alike findings of many orders once. */
function findingsOf(heard: Heard): string[] {
  const found =
    sourcesOf(heard)
      .map((source) => source['validationMessages'])
      .find(Array.isArray) ?? []
  const lines = found.filter(isRecord).map((finding) => {
    const { ruleId, message, severity } = finding
    return annotation(severity === 'BLOCK' ? 'error' : 'warning', { title: String(ruleId) }, String(message))
  })
  return [...new Set(lines)]
}

const fileFlags = ['policy', 'shipment', 'ordersFrom', 'productsFrom', 'map', 'config', 'out', 'html'] as const

/** The file that a message is about, as it was named on the command line, and the line in it. */
function placeIn(message: string, { terminal, flags }: Parts): Readonly<Record<string, string>> {
  const named = [flags.argument(0), ...fileFlags.map((name) => flags.text(name))]
  const file = named.find((name) => name !== undefined && /[./]/.test(name) && message.includes(name))
  if (file === undefined) return {}
  const root = terminal.env['GITHUB_WORKSPACE'] || terminal.cwd
  const path = relative(root, expandPath(terminal, terminal.cwd, file))
  if (path.startsWith('..')) return {}
  const [, line] = /\bline (\d{1,9})\b/.exec(message) ?? []
  return { file: path, ...(line !== undefined && { line }) }
}

function annotation(
  kind: 'error' | 'warning' | 'notice',
  properties: Readonly<Record<string, string>>,
  message: string,
): string {
  const given = Object.entries(properties).map(([name, value]) => `${name}=${escapedProperty(value)}`)
  return `::${kind} ${given.join(',')}::${escaped(message)}`
}

/** As the runner takes them apart. */
function escaped(text: string): string {
  return plain(text)
    .replaceAll('##[', '##\u2060[')
    .replaceAll('%', '%25')
    .replaceAll('\r', '%0D')
    .replaceAll('\n', '%0A')
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}
