import { appendFile } from 'node:fs/promises'
import { codeOf } from '../atomic-file.ts'
import type { CommandSpec } from '../command.ts'
import type { Flags } from '../command-line/flags.ts'
import { type Answer, CommandError, type ErrorDocument, usageError } from '../errors.ts'
import { errorDocumentOf } from '../failure.ts'
import { inMarkdown, type Output, type Render, type Renders } from '../output.ts'
import type { Terminal } from '../terminal.ts'
import { annotationsOf } from './github-annotations.ts'
import { fileCommand, outputsOf } from './github-outputs.ts'
import { guardedStream } from './guarded-stream.ts'
import type { Secrets } from './secrets.ts'

/** What `--github` does beside a run. */
export interface Github {
  /** The terminal, through which no text from elsewhere reaches the runner as a workflow command. */
  guarded(terminal: Terminal): Terminal
  /** The output, whose answer or failure is kept. */
  hearing(output: Output): Output
  /** Writes summary and outputs by file, and annotations to stderr. */
  end(exitCode: number): Promise<void>
}

interface Parts {
  readonly terminal: Terminal
  readonly flags: Flags
  readonly spec: CommandSpec
  readonly secrets: Secrets
}

/** What was shown or failed with, for the summary. */
export interface Heard {
  answer?: Answer
  renders?: Renders
  failure?: ErrorDocument
}

/** Throws when the variables of a workflow step are missing or their files cannot be written. Nothing else says CI. */
export async function openGithub(parts: Parts): Promise<Github> {
  const { terminal, secrets } = parts
  const { GITHUB_STEP_SUMMARY: summary = '', GITHUB_OUTPUT: outputs = '' } = terminal.env
  const missing = Object.entries({ GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: outputs })
    .filter(([, path]) => path === '')
    .map(([name]) => name)
  if (missing.length > 0) {
    const remedy = 'a step of a GitHub workflow has them; elsewhere leave --github out.'
    throw usageError(
      `--github needs ${missing.join(' and ')}, which ${missing.length > 1 ? 'are' : 'is'} not set: ${remedy}`,
      '--github',
    )
  }
  for (const [name, path] of Object.entries({ GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: outputs })) {
    await append(path, '').catch((error: unknown) => {
      throw new CommandError('OUTPUT_ERROR', `The file of ${name} cannot be written (${codeOf(error)}).`, {
        field: '--github',
      })
    })
  }
  const heard: Heard = {}
  return {
    guarded: (world) => ({ ...world, stdout: guardedStream(world.stdout), stderr: guardedStream(world.stderr) }),
    hearing: (output) => hearing(output, heard),
    end: async (exitCode) => {
      const found = outputsOf(heard, { exitCode, planFile: parts.flags.text('out') })
      for (const line of annotationsOf(heard, parts)) terminal.stderr.write(`${secrets.removedFrom(line)}\n`)
      await append(outputs, secrets.removedFrom(found.map(([name, value]) => fileCommand(name, value)).join('')))
      await append(summary, secrets.removedFrom(cut(await summaryOf(heard, { spec: parts.spec, found }))))
    },
  }
}

function append(path: string, text: string): Promise<void> {
  return appendFile(path, text)
}

function hearing(output: Output, heard: Heard): Output {
  return {
    ...output,
    show: (answer, render) => {
      heard.answer = answer
      heard.renders = typeof render === 'function' ? { table: render } : render
      return output.show(answer, render)
    },
    stream: (line, render?: Render) => {
      if (line.type === 'end') heard.answer = { data: line.data, next: line.next }
      return output.stream(line, render)
    },
    fail: (error) => {
      heard.failure = errorDocumentOf(error)
      return output.fail(error)
    },
  }
}

interface Summed {
  readonly spec: CommandSpec
  readonly found: readonly (readonly [string, string])[]
}

/** The same Markdown as `--format md`; a stream has none, and gets the outputs as a table. */
async function summaryOf({ failure, renders }: Heard, { spec, found }: Summed): Promise<string> {
  if (failure !== undefined) {
    const { markdownError } = await import('../render/markdown/error.ts')
    return `${markdownError(failure).trimEnd()}\n\n`
  }
  if (renders !== undefined) return `${await inMarkdown(renders)}\n`
  const { code, mdTable } = await import('../render/markdown/text.ts')
  const rows = found.filter(([, value]) => value !== '').map(([name, value]) => [name, code(value)])
  return `${[`## entrygo ${spec.name}`, '', ...mdTable(['', ''], rows)].join('\n')}\n`
}

/** GitHub drops a summary of more than 1 MiB whole. */
const largest = 1_000_000

function cut(markdown: string): string {
  if (Buffer.byteLength(markdown) <= largest) return markdown
  const kept = Buffer.from(markdown).subarray(0, largest).toString()
  return `${kept.slice(0, kept.lastIndexOf('\n'))}\n\n… cut off: the whole answer is on stdout.\n`
}
