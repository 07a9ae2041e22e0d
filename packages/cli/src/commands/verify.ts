import { BundleError, readBundle, verifyEvidence } from '@entrygo/server/evidence'
import type { CommandContext } from '../command.ts'
import { inputError, usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { parseExact } from '../input/exact-json.ts'
import { answerIn, isRecord } from '../input/record.ts'
import { expandPath } from '../paths.ts'
import { type Check, checkPlan } from '../verify/plan-checks.ts'
import { readEvidence } from '../verify/read-evidence.ts'

/**
 * `entrygo verify`: an evidence bundle, the folder of a customs package, or the file of a plan, without any server. Ends
 * with 7 when a check fails, and with 2 for what is none of the three.
 */
export async function run({ flags, output, terminal }: CommandContext): Promise<ExitCode> {
  const name = flags.argument(0)
  if (name === undefined || name === '')
    throw usageError('Nothing is named: give a bundle, a folder or a plan.', 'path')
  const path = expandPath(terminal, terminal.cwd, name)
  output.progress(`verifying ${name}`)
  const { kind, checks } = await verify(path, name)
  const verified = checks.length > 0 && checks.every(({ ok }) => ok)
  const document = { kind, path, verified, checks }
  await output.show({ data: document }, async (style) => {
    const { renderVerification } = await import('../render/verification.ts')
    return renderVerification(document, style)
  })
  return verified ? 0 : 7
}

interface Verified {
  readonly kind: 'bundle' | 'package' | 'plan' | 'unknown'
  readonly checks: readonly Check[]
}

async function verify(path: string, name: string): Promise<Verified> {
  const found = await readEvidence(path, name)
  if (found.type === 'folder') return verifyEvidence(found.files)
  if (isBlank(found.bytes)) throw inputError(`${name} is empty: save the evidence anew, then name it.`, 'path')
  if (isZip(found.bytes)) return verifyBundle(found.bytes)
  const value = answerIn(parseExact(textOf(found.bytes, name), name))
  if (isRecord(value) && typeof value['planHash'] === 'string') {
    return { kind: 'plan', checks: await checkPlan(value, name) }
  }
  const message = `${name} is no zip of evidence, no folder of a customs package and no plan: give one of them.`
  throw inputError(message, 'path')
}

/** An archive that cannot be opened is evidence that does not hold. */
function verifyBundle(zip: Uint8Array): Verified {
  try {
    return verifyEvidence(readBundle(zip))
  } catch (error) {
    if (!(error instanceof BundleError)) throw error
    return { kind: 'bundle', checks: [{ check: 'archive', ok: false, detail: error.message }] }
  }
}

/** A download that broke off at once leaves nothing, or the line feed of an editor. */
function isBlank(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d))
}

/** Both kinds of zip that exist: with files, and empty. */
function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5)
}

function textOf(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw inputError(`${name} is neither a zip nor UTF-8 text: give a bundle, a folder or a plan.`, 'path')
  }
}
