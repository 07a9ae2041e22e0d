import { once } from 'node:events'
import type { Answer, ErrorDocument, NextCommand } from './errors.ts'
import { errorDocumentOf } from './failure.ts'
import type { Style } from './render/style.ts'
import { plain, wrap } from './render/text.ts'
import type { OutputStream, Terminal } from './terminal.ts'

/** What `--format` takes; where it is given twice, the first of these. */
export const formats = ['json', 'yaml', 'md', 'table'] as const

export type Format = (typeof formats)[number]

/** Turns the answer into what a person reads; never called in JSON and YAML. */
export type Render = (style: Style) => string | Promise<string>

/** What a person reads of an answer: in a terminal and, where that is not enough, in a pull request. */
export interface Renders {
  readonly table: Render
  /** GitHub Markdown; the table in a code block when left out. */
  readonly md?: Render
}

/** One line of a stream. The first one is the version, the last one `end` or, where the run fails, `error`. */
export type StreamLine =
  | { readonly type: 'version'; readonly version: 1; readonly data?: unknown }
  | { readonly type: 'event' | 'forwarded' | 'record'; readonly data: unknown }
  | { readonly type: 'end'; readonly data: unknown; readonly next: readonly NextCommand[] }

/**
 * The only way to stdout. For programs there is exactly one document, whatever happens; for people the answer goes to
 * stdout and every error to stderr. Neither depends on what stdout is connected to, colours alone do.
 */
export interface Output {
  readonly format: Format
  /** JSON or YAML: one document, and nothing on stderr. */
  readonly isForPrograms: boolean
  /** Prints the answer of the run. */
  show(answer: Answer, render: Render | Renders): Promise<void>
  /** Prints help or the version: plain text, or a document. */
  tell(answer: Answer, text: string): Promise<void>
  /** Prints the answer as one line of JSON, for a reader that waits for a line. */
  showLine(answer: Answer): Promise<void>
  /** Prints one line of a stream: NDJSON, whose last line a failure then becomes; for people the text, if any. */
  stream(line: StreamLine, render?: Render): Promise<void>
  /** Prints an answer that is too large to stand in memory; in JSON the pieces are one document together. */
  pour(pieces: AsyncIterable<string>): Promise<void>
  /** Says something on the way; on stderr, and never for programs. */
  note(text: string, indent?: string): void
  /** Shows what comes before a question or an act; on stderr, and never for programs. */
  aside(render: Render): Promise<void>
  /** Replaces the line of progress on a terminal's stderr; elsewhere nothing is seen. */
  progress(text: string): void
  /** Prints the failure and answers its exit code. */
  fail(error: unknown): Promise<ErrorDocument['exitCode']>
}

export function createOutput(terminal: Terminal, format: Format): Output {
  const { stdout, stderr } = terminal
  const isForPrograms = format === 'json' || format === 'yaml'
  const spinner = createSpinner(terminal, isForPrograms)
  let hasPrinted = false
  let isStream = false
  const print = (text: string): void => {
    spinner.stop()
    hasPrinted = true
    stdout.write(text)
  }
  const words = async (render: Render, stream: OutputStream): Promise<string> => {
    const { styleFor } = await import('./render/style.ts')
    return (await render(styleFor(stream, terminal.env))).trimEnd()
  }
  return {
    format,
    isForPrograms,
    show: async (answer, render) => {
      if (isForPrograms) return print(await documentIn(format, envelopeOf(answer)))
      const renders: Renders = typeof render === 'function' ? { table: render } : render
      print(format === 'md' ? await inMarkdown(renders) : `${await words(renders.table, stdout)}\n`)
    },
    tell: async (answer, text) => print(isForPrograms ? await documentIn(format, envelopeOf(answer)) : text),
    showLine: async (answer) => print(await lineIn(format, envelopeOf(answer))),
    stream: async (line, render) => {
      if (isForPrograms) {
        isStream = true
        print(await lineIn(format, line))
      } else if (render !== undefined) print(`${await words(render, stdout)}\n`)
    },
    pour: async (pieces) => {
      for await (const piece of pieces) {
        const text = isForPrograms ? escaped(piece) : piece
        spinner.stop()
        hasPrinted = true
        if (!stdout.write(text) && !(await isDrained(stdout))) return
      }
    },
    note: (text, indent = '') => {
      spinner.stop()
      if (!isForPrograms) for (const line of wrap(text, indent)) stderr.write(`${line}\n`)
    },
    aside: async (render) => {
      if (isForPrograms) return
      const text = await words(render, stderr)
      spinner.stop()
      stderr.write(`${text}\n`)
    },
    progress: (text) => spinner.say(plain(text)),
    fail: async (error) => {
      const document = errorDocumentOf(error)
      spinner.stop()
      if (isStream) print(await lineIn(format, { type: 'error', ...document }))
      // Whoever reads stdout has had the one document already: a second one would break it.
      else if (isForPrograms && !hasPrinted) print(await documentIn(format, document))
      else if (format === 'md' && !hasPrinted) print(await failureInMarkdown(document))
      else await failInWords(terminal, document)
      return document.exitCode
    },
  }
}

/** False where the reader has gone, as in `entrygo sync … | head`: the run is none the worse for it. */
async function isDrained(stdout: OutputStream): Promise<boolean> {
  try {
    await once(stdout, 'drain')
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EPIPE') return false
    throw error
  }
}

function envelopeOf({ data, next = [], idempotencyKey }: Answer): object {
  return { data, next, ...(idempotencyKey !== undefined && { idempotencyKey }) }
}

async function documentIn(format: Format, document: object): Promise<string> {
  return format === 'yaml' ? await yaml(document) : `${escaped(JSON.stringify(document, undefined, 2))}\n`
}

/** One line of JSON; in YAML one document of a stream of them. */
async function lineIn(format: Format, document: object): Promise<string> {
  return format === 'yaml' ? `---\n${await yaml(document)}` : `${escaped(JSON.stringify(document))}\n`
}

/** The same document as in JSON; every text stands in quotes, where the escapes of JSON hold as well. */
async function yaml(document: object): Promise<string> {
  const { stringify } = await import('yaml')
  const value: unknown = JSON.parse(JSON.stringify(document))
  const defaultKeyType = hasPlainKeys(value) ? 'PLAIN' : 'QUOTE_DOUBLE'
  const options = {
    aliasDuplicateObjects: false,
    defaultStringType: 'QUOTE_DOUBLE',
    defaultKeyType,
    lineWidth: 0,
  } as const
  return escaped(stringify(value, options))
}

/** Keys that no reader of YAML takes for anything but texts, older ones too. */
function hasPlainKeys(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true
  if (!Array.isArray(value) && !Object.keys(value).every((key) => plainKey.test(key))) return false
  return Object.values(value).every(hasPlainKeys)
}

const plainKey = /^(?!(?:yes|no|on|off|true|false|null)$)[a-z_$][\w$-]*$/i

/** What `--format md` prints of an answer. */
export async function inMarkdown({ table, md }: Renders): Promise<string> {
  const { plainStyle } = await import('./render/style.ts')
  if (md !== undefined) return `${(await md(plainStyle)).trimEnd()}\n`
  const text = (await table(plainStyle)).trimEnd()
  // A fence inside would end the block.
  return `~~~~text\n${text.replaceAll('~~~~', '~ ~ ~ ~')}\n~~~~\n`
}

/** JSON leaves DEL and the second set of control characters as they are, and terminals obey them. */
function escaped(json: string): string {
  return json.replace(/[\u007f-\u009f]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`)
}

/** On stdout, as the answer would be: what is pasted somewhere must not be empty. */
async function failureInMarkdown(document: ErrorDocument): Promise<string> {
  const { markdownError } = await import('./render/markdown/error.ts')
  return `${markdownError(document).trimEnd()}\n`
}

async function failInWords({ stderr, env }: Terminal, document: ErrorDocument): Promise<void> {
  const [{ styleFor }, { renderError }] = await Promise.all([import('./render/style.ts'), import('./render/error.ts')])
  stderr.write(`${renderError(document, styleFor(stderr, env))}\n`)
}

interface Spinner {
  say(text: string): void
  stop(): void
}

/** Loaded when there is something to say and somebody to see it: a pipeline never pays for it. */
function createSpinner({ stderr, env }: Terminal, isForPrograms: boolean): Spinner {
  // A terminal that does not know its width says 0, and the spinner would clear the lines of its text without end.
  const isSeen = !isForPrograms && stderr.isTTY === true && stderr.columns !== 0 && env['TERM'] !== 'dumb' && !env['CI']
  let wanted: string | undefined
  let spinner: { text: string; stop(): unknown } | undefined
  const start = async (): Promise<void> => {
    const { default: ora } = await import('ora')
    if (wanted !== undefined) spinner = ora({ text: wanted, stream: process.stderr, discardStdin: false }).start()
  }
  return {
    say: (text) => {
      if (!isSeen) return
      const isFirst = wanted === undefined
      wanted = text
      if (spinner !== undefined) spinner.text = text
      else if (isFirst) void start()
    },
    stop: () => {
      wanted = undefined
      spinner?.stop()
      spinner = undefined
    },
  }
}
