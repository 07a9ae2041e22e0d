import { readFile, writeFile } from 'node:fs/promises'
import { findApiKey } from '../api-key.ts'
import { openClient } from '../client.ts'
import type { CommandContext } from '../command.ts'
import { writeKeyFile } from '../config-write.ts'
import { CommandError, usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { flagOf } from '../flags.ts'
import { expandPath, homeOf, resolvePath, userConfigDir } from '../paths.ts'
import { ask, canAsk } from '../prompt.ts'
import type { SettingName } from '../setting-names.ts'
import { defaultBaseUrl } from '../settings.ts'

/**
 * `entrygo init`: writes entrygo.config.json after the server has accepted the key. The key goes into a file of its own
 * (0600) and never into the project. Asks for what is missing at a terminal alone; elsewhere names the flag.
 */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { terminal, flags, output } = context
  const path = resolvePath(terminal.cwd, flags.text('config') ?? 'entrygo.config.json')
  await requireFree(path, flags.isSet('force'))
  const baseUrl = await settingFor(context, { name: 'baseUrl', question: 'Base URL', fallback: defaultBaseUrl })
  const { apiKey, apiKeyFile } = await keyOf(context)
  const client = await openClient({ baseUrl: baseUrl ?? defaultBaseUrl, apiKey }, context)
  const health = await client.system.health({}, { signal: terminal.signal })
  const accountId = await settingFor(context, { name: 'accountId', question: 'Account', fallback: health.accountId })
  if (accountId !== health.accountId) {
    const message = `The key belongs to ${health.accountId}, not to ${accountId}: give that account, or another key.`
    throw new CommandError('INVALID_ACCOUNT_SCOPE', message, { field: 'accountId' })
  }
  const warehouseId = await settingFor(context, { name: 'warehouseId', question: 'Warehouse (wh_…, empty: later)' })
  const brokerId = await settingFor(context, { name: 'brokerId', question: 'Broker (br_…, empty: later)' })
  if (apiKeyFile?.isNew === true) await writeKeyFile(apiKeyFile.path, apiKey)
  const config = {
    baseUrl: baseUrl ?? defaultBaseUrl,
    accountId,
    ...(warehouseId !== undefined && { warehouseId }),
    ...(brokerId !== undefined && { brokerId }),
    ...(apiKeyFile !== undefined && { apiKeyFile: apiKeyFile.written }),
  }
  await writeFile(path, `${JSON.stringify(config, undefined, 2)}\n`)
  const document = { path, config, apiKeyFile: apiKeyFile?.path ?? null, health }
  await output.show({ data: document }, async (style) => {
    const { renderInit } = await import('../render/init.ts')
    return renderInit(document, style)
  })
  return 0
}

async function requireFree(path: string, isForced: boolean): Promise<void> {
  if (isForced || (await readFile(path).catch(() => undefined)) === undefined) return
  throw usageError(`${path} exists: change it with entrygo config set, or replace it with --force.`, '--force')
}

/** From the flag, the environment, the person at the terminal, or the fallback. */
async function settingFor(
  context: CommandContext,
  { name, question, fallback }: { readonly name: SettingName; readonly question: string; readonly fallback?: string },
): Promise<string | undefined> {
  const given = (await context.settings()).given(name)
  if (given !== undefined) return given.value
  if (!canAsk(context)) return fallback
  const answer = await ask(context, `${question}${fallback === undefined ? '' : ` (${fallback})`}: `)
  return answer === '' ? fallback : answer
}

interface KeyFile {
  readonly path: string
  /** As the project's file names it: the home folder as `~`, so that the file can be shared. */
  readonly written: string
  readonly isNew: boolean
}

async function keyOf(context: CommandContext): Promise<{ apiKey: string; apiKeyFile?: KeyFile }> {
  const { terminal, flags } = context
  const given = flags.text('apiKeyFile')
  const settings = await context.settings()
  // The file of --config is the one to be written, so the key cannot come from there.
  const isNew = flags.text('config') !== undefined
  const found = await findApiKey(terminal, flags, async () => (isNew ? undefined : settings.find('apiKeyFile')))
  if (given !== undefined && given !== '-' && found !== undefined) {
    return {
      apiKey: found.value,
      apiKeyFile: { path: expandPath(terminal, terminal.cwd, given), written: given, isNew: false },
    }
  }
  // In the environment it is looked after by somebody else already.
  if (found?.source === 'env') return { apiKey: found.value }
  const apiKey = found?.value ?? (canAsk(context) ? await ask(context, 'API key: ', { isSecret: true }) : '')
  if (apiKey === '') {
    const message = `No API key: give ${flagOf('apiKeyFile')} (a file, or - for stdin), or ENTRYGO_API_KEY.`
    throw new CommandError('MISSING_API_KEY', message, { field: '--api-key-file' })
  }
  const path = resolvePath(userConfigDir(terminal), 'api-key')
  const home = `${homeOf(terminal)}/`
  const written = path.startsWith(home) ? `~/${path.slice(home.length)}` : path
  return { apiKey, apiKeyFile: { path, written, isNew: true } }
}
