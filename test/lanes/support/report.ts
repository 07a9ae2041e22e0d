import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import PostalMime from 'postal-mime'

/** A named number from the command line, for example `--kills 200`. */
export function option(name: string, otherwise: number): number {
  const at = process.argv.indexOf(`--${name}`)
  const text = at < 0 ? undefined : process.argv[at + 1]
  return text === undefined ? otherwise : Number(text)
}

export interface Verdict {
  readonly lane: string
  /** The command that repeats the run. */
  readonly repeat: string
  readonly problems: readonly string[]
  readonly summary: string
}

/** Prints the verdict and, when something is wrong, the command that repeats the run; sets the exit code. */
export function conclude({ lane, repeat, problems, summary }: Verdict): void {
  for (const problem of problems.slice(0, 40)) console.error(`  ${problem}`)
  if (problems.length > 40) console.error(`  … and ${problems.length - 40} more`)
  console.log(`${lane}: ${problems.length === 0 ? 'passed' : 'FAILED'}. ${summary}`)
  if (problems.length > 0) {
    console.error(`Repeat with: ${repeat}`)
    process.exitCode = 1
  }
}

/** How often each submission was mailed, by the local part of its Message-ID. */
export async function mailsBySubmission(mailDir: string): Promise<Map<string, Buffer[]>> {
  const mails = new Map<string, Buffer[]>()
  for (const file of await readdir(mailDir)) {
    if (!file.endsWith('.eml')) continue
    const bytes = await readFile(join(mailDir, file))
    const { messageId } = await PostalMime.parse(bytes)
    const submission = (messageId ?? '').replace(/^<|@.*$/g, '')
    mails.set(submission, [...(mails.get(submission) ?? []), bytes])
  }
  return mails
}
