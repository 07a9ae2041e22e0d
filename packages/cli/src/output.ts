import { once } from 'node:events'
import type { ErrorDocument } from './errors.ts'
import { errorDocumentOf } from './failure.ts'
import type { Style } from './render/style.ts'
import { plain, wrap } from './render/text.ts'
import type { Terminal } from './terminal.ts'

export type Format = 'json' | 'table'

/** Turns the document into what a person reads; called in table format alone. */
export type Render = (style: Style) => string | Promise<string>

/**
 * The only way to stdout. In JSON there is exactly one document, whatever happens; in table format the answer goes to
 * stdout and every error to stderr. Neither depends on what stdout is connected to, colours alone do.
 */
export interface Output {
  readonly format: Format
  /** Prints the answer of the run. */
  show(document: unknown, render: Render): Promise<void>
  /** Prints help or the version: plain text, or a document. */
  tell(document: unknown, text: string): void
  /** Prints the answer as one line of JSON, for a reader that waits for a line. */
  showLine(document: unknown): void
  /** Prints one line of a stream: NDJSON, whose last line a failure then becomes; in table format the text, if any. */
  stream(document: unknown, render?: Render): Promise<void>
  /** Prints an answer that is too large to stand in memory; in JSON the pieces are one document together. */
  pour(pieces: AsyncIterable<string>): Promise<void>
  /** Says something on the way; on stderr, and never in JSON. */
  note(text: string, indent?: string): void
  /** Shows what comes before a question or an act; on stderr, and never in JSON. */
  aside(render: Render): Promise<void>
  /** Replaces the line of progress on a terminal's stderr; elsewhere nothing is seen. */
  progress(text: string): void
  /** Prints the failure and answers its exit code. */
  fail(error: unknown): Promise<ErrorDocument['exitCode']>
}

export function createOutput(terminal: Terminal, format: Format): Output {
  const { stdout, stderr } = terminal
  const spinner = createSpinner(terminal, format)
  let hasPrinted = false
  let isStream = false
  const print = (text: string): void => {
    spinner.stop()
    hasPrinted = true
    stdout.write(text)
  }
  return {
    format,
    show: async (document, render) => {
      if (format === 'json') return print(pretty(document))
      const { styleFor } = await import('./render/style.ts')
      print(`${(await render(styleFor(stdout, terminal.env))).trimEnd()}\n`)
    },
    tell: (document, text) => print(format === 'json' ? pretty(document) : text),
    showLine: (document) => print(oneLine(document)),
    stream: async (document, render) => {
      if (format === 'json') {
        isStream = true
        print(oneLine(document))
      } else if (render !== undefined) {
        const { styleFor } = await import('./render/style.ts')
        print(`${(await render(styleFor(stdout, terminal.env))).trimEnd()}\n`)
      }
    },
    pour: async (pieces) => {
      for await (const piece of pieces) {
        const text = format === 'json' ? escaped(piece) : piece
        spinner.stop()
        hasPrinted = true
        if (!stdout.write(text)) await once(stdout, 'drain')
      }
    },
    note: (text, indent = '') => {
      spinner.stop()
      if (format !== 'json') for (const line of wrap(text, indent)) stderr.write(`${line}\n`)
    },
    aside: async (render) => {
      if (format === 'json') return
      const { styleFor } = await import('./render/style.ts')
      const text = await render(styleFor(stderr, terminal.env))
      spinner.stop()
      stderr.write(`${text}\n`)
    },
    progress: (text) => spinner.say(plain(text)),
    fail: async (error) => {
      const document = errorDocumentOf(error)
      spinner.stop()
      if (isStream) print(oneLine({ type: 'error', ...document }))
      // Whoever reads stdout has had the one document already: a second one would break it.
      else if (format === 'json' && !hasPrinted) print(pretty(document))
      else await failInWords(terminal, document)
      return document.exitCode
    },
  }
}

function pretty(document: unknown): string {
  return `${escaped(JSON.stringify(document, undefined, 2))}\n`
}

function oneLine(document: unknown): string {
  return `${escaped(JSON.stringify(document))}\n`
}

/** JSON leaves DEL and the second set of control characters as they are, and terminals obey them. */
function escaped(json: string): string {
  return json.replace(/[\u007f-\u009f]/g, (character) => `\\u00${character.charCodeAt(0).toString(16)}`)
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
function createSpinner({ stderr, env }: Terminal, format: Format): Spinner {
  const isSeen = format !== 'json' && stderr.isTTY === true && env['TERM'] !== 'dumb' && !env['CI']
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
