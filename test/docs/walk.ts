import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Block, blocksOf, placeOf } from './pages.ts'
import type { Terminal } from './terminal.ts'

/**
 * Does what a page says, in its order, in a terminal: saves the JSON blocks that name a file, and runs each line of its
 * `sh` blocks that begins with one of `commands`. Answers what did not end as the page documents, empty when all did.
 *
 * The comment behind a line documents its outcome: `exit 3` (0 when absent), words in capitals and text in quotes that it
 * prints. An id that is cut off (`ord_…`, `sha256:…`) stands for the one that was shown last; a product for the first.
 */
export async function walk(page: string, terminal: Terminal, walker: Walker): Promise<string[]> {
  const problems: string[] = []
  for (const block of blocksOf(page)) {
    if (block.language === 'json') await save(block, terminal, walker)
    if (block.language !== 'sh') continue
    for (const { line, offset } of linesOf(block.text)) {
      if (!walker.commands.some((command) => line.startsWith(`${command} `)) || isElided(line)) continue
      const place = placeOf(block, offset)
      const problem = /^(?:entrygo dev|entrygo-server start)\b/.test(line)
        ? await startServer(line, terminal, walker)
        : await runLine(line, terminal, walker)
      if (problem !== null) problems.push(`${place}: ${problem}`)
    }
  }
  return problems
}

/** What is carried from one line to the next. */
export interface Walker {
  readonly commands: readonly string[]
  /** Ids by their prefix. */
  readonly seen: Map<string, string>
  /** Called when a block was saved as a file, for what the page asks to be made of it. */
  readonly saved?: (file: string, text: string) => Promise<void>
}

interface Line {
  readonly line: string
  readonly offset: number
}

function linesOf(text: string): Line[] {
  const lines: Line[] = []
  let open: Line | null = null
  for (const [index, raw] of text.split('\n').entries()) {
    const { line, offset }: Line =
      open === null ? { line: raw, offset: index + 1 } : { line: `${open.line}${raw.trim()}`, offset: open.offset }
    open = line.endsWith('\\') ? { line: line.slice(0, -1), offset } : null
    if (open === null) lines.push({ line, offset })
  }
  return lines
}

/** A command that is not complete is read by the test of the flags, and run by nobody. */
function isElided(line: string): boolean {
  return /\s…(?:\s+#|$)/.test(line)
}

async function save(block: Block, { folder }: Terminal, { seen, saved }: Walker): Promise<void> {
  const [, file] = block.marks
  if (file === undefined) return
  const text = filled(block.text, seen)
  await writeFile(join(folder, file), text)
  await saved?.(file, text)
}

/** Started on any port, since that of the page may be taken. What `dev` prints is what the page tells to export. */
async function startServer(line: string, terminal: Terminal, { seen }: Walker): Promise<string | null> {
  const { command } = documented(line)
  const shown = await terminal.start(`${command} --port 0`, /Ctrl-C|serves at http\S+/)
  const [, url = ''] = /serves at (\S+)/.exec(shown) ?? []
  const exports = [...shown.matchAll(/export (ENTRYGO_\w+)=(\S+)/g)].map(([, name = '', value = '']) => [name, value])
  const values: Record<string, string> = url === '' ? Object.fromEntries(exports) : { ENTRYGO_BASE_URL: url }
  terminal.export(values)
  remember(shown, seen)
  const names = ['BASE_URL', 'API_KEY', 'ACCOUNT_ID', 'WAREHOUSE_ID', 'BROKER_ID'].map((name) => `ENTRYGO_${name}`)
  const missing = names.filter((name) => url === '' && values[name] === undefined)
  return missing.length === 0 ? null : `dev prints no export of ${missing.join(', ')}`
}

async function runLine(line: string, terminal: Terminal, { seen }: Walker): Promise<string | null> {
  const { command, exitCode, words } = documented(line)
  const filledIn = filled(command, seen)
  if (filledIn.includes('…')) return `nothing was shown before that "${filledIn}" could use`
  const shown = await terminal.run(filledIn)
  remember(shown.stdout, seen)
  const said = shown.stdout + shown.stderr
  if (shown.exitCode !== exitCode) {
    return `document "# exit ${shown.exitCode}" or mend the line, which is documented to end with ${exitCode}:\n${filledIn}\n${said}`
  }
  const unsaid = words.filter((word) => !said.replaceAll(/\s+/g, ' ').includes(word))
  return unsaid.length === 0 ? null : `does not print ${unsaid.join(', ')} as its comment says:\n${said}`
}

function documented(line: string): { command: string; exitCode: number; words: string[] } {
  const [command = '', ...comments] = line.split(/\s+# /)
  const comment = comments.join(' ')
  const [, exit = '0'] = /\bexit (\d+)/.exec(comment) ?? []
  const capitals = comment.match(/\b[A-Z]{2,}(?:[-_][A-Z0-9]+)+\b|\b(?:READY|BLOCKED)\b/g) ?? []
  const quoted = [...comment.matchAll(/"([^"]+)"/g)].map(([, text = '']) => text)
  return { command, exitCode: Number(exit), words: [...capitals, ...quoted] }
}

function filled(text: string, seen: ReadonlyMap<string, string>): string {
  return text.replaceAll(/\b([a-z]{2,5}_|sha256:)…/g, (whole, prefix: string) => seen.get(prefix) ?? whole)
}

function remember(shown: string, seen: Map<string, string>): void {
  for (const [id, prefix = ''] of shown.matchAll(
    /\b(prod_|wh_|br_|ord_|batch_|cp_|acc_|key_|whk_)[0-9a-z]{26}\b|\b(sha256:)[0-9a-f]{64}\b/g,
  )) {
    const name = id.startsWith('sha256:') ? 'sha256:' : prefix
    if (name === 'prod_' && seen.has(name)) continue
    seen.set(name, id)
  }
}
