import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { GatePolicy } from '@entrygo/sdk'
import type { CommandContext } from '../command.ts'
import { CommandError } from '../errors.ts'
import { expandPath } from '../paths.ts'

/** A policy that was read, and the file that it stands in. */
export interface PolicyFile {
  /** As the user or the configuration named it. */
  readonly path: string
  readonly policy: GatePolicy
  /** Of its bytes, in hex. */
  readonly sha256: string
}

/**
 * The policy of `--policy`, else of the setting `policyFile`; undefined when neither names one. Read strictly: what is not
 * understood to the letter would let more go than was meant. Throws `POLICY_INVALID` with file, line and field.
 */
export async function findPolicy(context: CommandContext): Promise<PolicyFile | undefined> {
  const { terminal } = context
  const setting = await (await context.settings()).find('policyFile')
  if (setting === undefined) return undefined
  const path = expandPath(terminal, terminal.cwd, setting.value)
  const { text, sha256 } = await textOf(path, setting.value)
  const { policyIn } = await import('./policy-fields.ts')
  const policy = policyIn(text, setting.value)
  if (context.flags.isSet('allowExclusions') && policy.allowExclusions !== true) {
    const message = `--allow-exclusions would widen the policy of ${setting.value}, which does not allow them: leave the flag out, or set allowExclusions in the policy.`
    throw new CommandError('USAGE_ERROR', message, { field: '--allow-exclusions' })
  }
  return { path: setting.value, policy, sha256 }
}

/** No policy is larger; a file named by mistake is told early. */
const maxBytes = 65_536

async function textOf(path: string, name: string): Promise<{ readonly text: string; readonly sha256: string }> {
  try {
    const found = await stat(path)
    if (!found.isFile()) throw invalid(`${name} is not a file.`)
    if (found.size > maxBytes) throw invalid(`${name} is larger than 64 KiB: no policy is.`)
    const bytes = await readFile(path)
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), sha256 }
  } catch (error) {
    if (error instanceof TypeError) throw invalid(`${name} is not UTF-8 text: save it as UTF-8.`)
    if (!(error instanceof Error && 'syscall' in error && 'code' in error)) throw error
    throw invalid(`The policy ${name} cannot be read (${String(error.code)}): check --policy or policyFile.`)
  }
}

function invalid(message: string): CommandError {
  return new CommandError('POLICY_INVALID', message, { field: '--policy' })
}
