import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { commandTable } from '../command-line/command-table.ts'
import { parse } from '../command-line/parse.ts'
import type { ExitCode } from '../exit-codes.ts'
import { type DescribedCommand, describeCli } from '../schema/describe.ts'
import { answerSchemaOf, definitionsOf, sharedSchemas } from '../schema/json-schema.ts'

export interface PrintedRun {
  readonly argv: readonly string[]
  readonly exitCode: number
  readonly stdout: string
  readonly stderr: string
}

/**
 * What a run with `--json` did that it must not do: stdout is one document, or a stream of them, that satisfies the schema
 * which `entrygo schema` gives; the exit code is the document's, or one that the command says it can end with; stderr is
 * silent. Empty when it kept to all of it.
 */
export function breachesOf(run: PrintedRun): string[] {
  const { argv, stdout, stderr, exitCode } = run
  const named = invokedBy(argv)
  const documents = documentsIn(stdout, named)
  if (typeof documents === 'string') return [documents]
  const last = documents.at(-1)
  return [
    ...(isAskedFor(argv, stderr) ? [] : [`stderr holds ${JSON.stringify(stderr.slice(0, 200))}`]),
    ...(documents.length === 1 && !isStreamLine(last) ? faultsOf(last, named) : documents.flatMap(faultsOfLine)),
    ...exitFaults({ last, exitCode, named }),
  ]
}

/** Silent, but for the lines that `--debug` and `--github` ask for. */
function isAskedFor(argv: readonly string[], stderr: string): boolean {
  const asked = [...(argv.includes('--debug') ? ['debug '] : []), ...(argv.includes('--github') ? ['::'] : [])]
  const lines = stderr.split('\n').slice(0, -1)
  return (
    (stderr === '' || stderr.endsWith('\n')) && lines.every((line) => asked.some((start) => line.startsWith(start)))
  )
}

/** The command that a line invokes, `help` for help and version, null for a line that is refused. */
function invokedBy(argv: readonly string[]): DescribedCommand | 'help' | null {
  try {
    const parsed = parse(argv)
    if ('text' in parsed) return 'help'
    return described().find(({ name }) => name === parsed.spec.name) ?? null
  } catch {
    return null
  }
}

/** A sentence where stdout is not what it has to be. */
function documentsIn(stdout: string, named: DescribedCommand | 'help' | null): unknown[] | string {
  if (!stdout.endsWith('\n')) return `stdout does not end with a line: ${JSON.stringify(stdout.slice(-80))}`
  try {
    return [JSON.parse(stdout)]
  } catch {
    if (named === null || named === 'help' || named.streams === false) {
      return `stdout is not one document: ${JSON.stringify(stdout.slice(0, 200))}`
    }
  }
  try {
    return stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
  } catch {
    return `stdout is no stream of documents: ${JSON.stringify(stdout.slice(0, 200))}`
  }
}

function isStreamLine(document: unknown): boolean {
  return isRecord(document) && 'type' in document
}

function isFailure(document: unknown): document is { errorCode: string; exitCode: ExitCode } {
  return isRecord(document) && 'errorCode' in document
}

function faultsOf(document: unknown, named: DescribedCommand | 'help' | null): string[] {
  if (isFailure(document) || named === null) return check('Failure', document)
  return check(named === 'help' ? 'help' : named.name, document)
}

function faultsOfLine(document: unknown, index: number): string[] {
  const isVersion = isRecord(document) && document['type'] === 'version'
  return [
    ...check('StreamLine', document),
    ...(isVersion === (index === 0) ? [] : [`line ${index + 1} of the stream: the version stands first, and once`]),
  ]
}

interface Ended {
  readonly last: unknown
  readonly exitCode: number
  readonly named: DescribedCommand | 'help' | null
}

function exitFaults({ last, exitCode, named }: Ended): string[] {
  if (isFailure(last) && last.exitCode !== exitCode)
    return [`exits ${exitCode}, and the document says ${last.exitCode}`]
  // What a server refuses with is its own choice, also where the contract does not name it.
  if (isFailure(last) && 'status' in last) return []
  if (!isFailure(last) && named === null) return ['a line that is refused has to print a failure']
  if (named === null || named === 'help') return []
  const codes: readonly number[] = named.exitCodes
  return codes.includes(exitCode) ? [] : [`exits ${exitCode}, and ${named.name} says ${codes.join(', ')}`]
}

let commands: readonly DescribedCommand[] | undefined

function described(): readonly DescribedCommand[] {
  commands ??= describeCli(commandTable).commands
  return commands
}

const validators = new Map<string, ValidateFunction>()
let ajv: Ajv2020 | undefined

/** The faults of a document by the schema of a command, of `help`, or of a shared name. */
function check(name: string, document: unknown): string[] {
  const validate = validators.get(name) ?? compiled(name)
  validators.set(name, validate)
  if (validate(document)) return []
  return (validate.errors ?? []).slice(0, 5).map(({ instancePath, message }) => `${name}: ${instancePath} ${message}`)
}

function compiled(name: string): ValidateFunction {
  if (ajv === undefined) {
    ajv = new Ajv2020({ strict: false, allErrors: false })
    addFormats.default(ajv)
    const names = described().flatMap(({ outputs }) => outputs)
    ajv.addSchema(openEnums({ $id, $defs: definitionsOf([...sharedSchemas, ...names]) }))
  }
  const command = described().find((one) => one.name === name)
  const answer = command === undefined ? helpAnswer : answerSchemaOf(command)
  const schema = name === 'Failure' || name === 'StreamLine' ? { $ref: `#/$defs/${name}` } : answer
  return ajv.compile(JSON.parse(JSON.stringify(schema).replaceAll('"#/$defs/', `"${$id}#/$defs/`)))
}

/** An answer may gain values of an enum at any time; what the command itself writes may not. */
function openEnums({ $defs, ...schema }: { $id: string; $defs: Readonly<Record<string, object>> }): object {
  const opened = Object.entries($defs).map(([name, definition]) => [
    name,
    sharedSchemas.some((shared) => shared === name) ? definition : withoutEnum(definition),
  ])
  return { ...schema, $defs: Object.fromEntries(opened) }
}

function withoutEnum(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEnum)
  if (!isRecord(value)) return value
  const kept = Object.entries(value).filter(([key, child]) => key !== 'enum' || !Array.isArray(child))
  return Object.fromEntries(kept.map(([key, child]) => [key, withoutEnum(child)]))
}

const $id = 'https://entrygo.example/schemas/cli'

const helpAnswer = {
  type: 'object',
  required: ['data', 'next'],
  properties: { data: { anyOf: [{ $ref: '#/$defs/Help' }, { $ref: '#/$defs/Version' }] }, next: { const: [] } },
  additionalProperties: false,
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
