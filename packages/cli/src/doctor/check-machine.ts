import { access, constants, stat } from 'node:fs/promises'
import { dirname } from 'node:path'
import { sdkVersion } from '@entrygo/sdk'
import type { Health } from '@entrygo/sdk/contract'
import { codeOf } from '../atomic-file.ts'
import type { CommandContext } from '../command.ts'
import { errorDocumentOf } from '../failure.ts'
import { isRecord } from '../input/record.ts'
import { journalOf } from '../journal/begin-run.ts'
import { userStateDir } from '../paths.ts'
import { count } from '../render/text.ts'
import { version } from '../version.ts'
import { type Check, fail, ok, warn } from './check.ts'

export function checkNode(versions: string = process.versions.node): Check {
  const [major = 0, minor = 0] = versions.split('.').map(Number)
  const detail = `Node ${versions} on ${process.platform} ${process.arch}`
  return major > 24 || (major === 24 && minor >= 15)
    ? ok('node', detail)
    : fail('node', detail, { remedy: 'install Node 24.15 or newer', exitCode: 70 })
}

/** The contract is what both sides have to agree on; the other versions are told for whoever helps. */
export async function checkVersions(health: Health | null): Promise<Check> {
  const { contractDocument } = await import('@entrygo/sdk/contract/document')
  const { info } = contractDocument
  const own = isRecord(info) ? String(info['version']) : 'unknown'
  const detail = `entrygo ${version}, SDK ${sdkVersion}, contract ${own}`
  if (health === null) return ok('versions', detail)
  const both = `${detail}; server ${health.version}, contract ${health.contractVersion}`
  return majorOf(own) === majorOf(health.contractVersion)
    ? ok('versions', both)
    : warn('versions', both, 'use a command line and a server of the same major version of the contract')
}

/** Before 1.0 a minor version may break. */
function majorOf(contractVersion: string): string {
  const [major = '', minor = ''] = contractVersion.split('.')
  return major === '0' ? `0.${minor}` : major
}

/** The rules of the server where they are those of this version, else how long those of the offline commands hold. */
export async function checkRulePack(health: Health | null, today: string): Promise<Check> {
  const { loadRulePack } = await import('@entrygo/server/rules')
  const { id, version: packVersion, validThrough } = loadRulePack()
  const own = `${id}-${packVersion}`
  if (health !== null && health.rulePack !== own) {
    const detail = `the server has ${health.rulePack}, this command ${own} (lint, hts, dev)`
    return warn('rule-pack', detail, 'every plan names how long its rules hold; offline commands may say other things')
  }
  const detail = `${own}, valid through ${validThrough}`
  return today <= validThrough
    ? ok('rule-pack', detail)
    : warn('rule-pack', detail, 'install a newer version: law of later days is not in it')
}

/** Whether writes can be kept across a crash; nothing is made where nothing is yet. */
export async function checkJournal(context: CommandContext): Promise<Check> {
  const folder = userStateDir(context.terminal)
  if ((await stat(folder).catch(() => undefined)) === undefined) return checkPlace(folder)
  try {
    const journal = journalOf(context)
    const runs = journal.pending().length
    journal.close()
    if (runs === 0) return ok('journal', `${folder} is writable, no run is unfinished`)
    return warn('journal', `${folder} has ${count(runs, 'unfinished run')}`, 'entrygo pending shows them')
  } catch (error) {
    const { message } = errorDocumentOf(error)
    return fail('journal', message, { remedy: `make ${folder} writable, or set XDG_STATE_HOME`, exitCode: 2 })
  }
}

async function checkPlace(folder: string): Promise<Check> {
  let above = dirname(folder)
  while ((await stat(above).catch(() => undefined)) === undefined && above !== dirname(above)) above = dirname(above)
  try {
    await access(above, constants.W_OK)
    return ok('journal', `${folder} is made with the first write`)
  } catch (error) {
    const remedy = `make ${above} writable, or set XDG_STATE_HOME`
    return fail('journal', `${folder} cannot be made (${codeOf(error)})`, { remedy, exitCode: 2 })
  }
}
