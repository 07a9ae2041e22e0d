import { stat } from 'node:fs/promises'
import type { CommandContext } from '../command.ts'
import { errorDocumentOf } from '../failure.ts'
import { withoutPassword } from '../journal/kept-argv.ts'
import { expandPath } from '../paths.ts'
import { saidBy } from '../render/error.ts'
import { findApiKey, maskKey } from '../settings/api-key.ts'
import { readConfigFiles } from '../settings/config-files.ts'
import { type SettingName, settingNames } from '../settings/setting-names.ts'
import { defaultBaseUrl, type Setting } from '../settings/settings.ts'
import { type Check, fail, ok, warn } from './check.ts'

/** A setting with its origin; the key is masked. */
export interface FoundSetting {
  readonly name: SettingName | 'apiKey'
  readonly value: string | null
  readonly source: string | null
  readonly origin: string | null
}

export interface FoundSettings {
  readonly checks: readonly Check[]
  readonly settings: readonly FoundSetting[]
  readonly baseUrl: string
  readonly accountId: string | undefined
  readonly apiKey: string | undefined
}

/** What is configured, and from where; where the files are broken, by flags and environment alone. */
export async function checkSettings(context: CommandContext): Promise<FoundSettings> {
  const settings = await context.settings()
  const config = await checkFiles(context)
  const isBroken = config.status === 'fail'
  const find = async (name: SettingName): Promise<Setting | undefined> =>
    isBroken ? settings.given(name) : settings.find(name)
  const found = await Promise.all(settingNames.map(async (name) => [name, await find(name)] as const))
  const key = await checkKey(context, isBroken)
  const rows = [...found, ['apiKey', key.setting] as const].map(
    ([name, { value = null, source = null, origin = null } = {}]): FoundSetting => ({
      ...{ name, source, origin },
      value: value === null ? null : name === 'apiKey' ? maskKey(value) : withoutPassword(value),
    }),
  )
  const textOf = (name: SettingName): string | undefined => found.find(([one]) => one === name)?.[1]?.value
  return {
    checks: [config, ...key.checks],
    settings: rows,
    baseUrl: textOf('baseUrl') ?? defaultBaseUrl,
    accountId: textOf('accountId'),
    apiKey: key.setting?.value,
  }
}

async function checkFiles({ terminal, flags }: CommandContext): Promise<Check> {
  try {
    const files = await readConfigFiles(terminal, flags.text('config'))
    const said = files.map(
      ({ source, path, values }) => `${path} (${source}: ${Object.keys(values).join(', ') || 'empty'})`,
    )
    return ok('config', said.length === 0 ? 'no configuration file; none is needed' : said.join('; '))
  } catch (error) {
    const { message } = saidBy(errorDocumentOf(error))
    const remedy = 'correct that file, or name another with --config; below, flags and environment alone are used'
    return fail('config', message, { remedy, exitCode: 2 })
  }
}

interface FoundKey {
  readonly checks: readonly Check[]
  readonly setting?: Setting
}

async function checkKey(context: CommandContext, isBroken: boolean): Promise<FoundKey> {
  const { terminal, flags } = context
  try {
    const setting = await (isBroken
      ? findApiKey(terminal, flags, async () => undefined)
      : (await context.settings()).apiKey())
    if (setting === undefined) {
      const remedy = 'give --api-key-file or ENTRYGO_API_KEY, or keep one with entrygo login'
      return { checks: [fail('api-key', 'no key is given anywhere', { remedy, exitCode: 4 })] }
    }
    const { source, origin } = setting
    const shown = `${maskKey(setting.value)} from ${source === 'flag' || source === 'env' ? origin : `${origin} (${source} file)`}`
    return { setting, checks: [ok('api-key', shown), ...(await checkKeyFile(context, setting))] }
  } catch (error) {
    const { message, exitCode } = errorDocumentOf(error)
    return { checks: [fail('api-key', message, { remedy: 'put the key, alone, into a file of mode 0600', exitCode })] }
  }
}

/** A key that others of this machine can read is no secret any more; Windows keeps no such mode. */
async function checkKeyFile({ terminal, flags }: CommandContext, { origin }: Setting): Promise<Check[]> {
  const named = flags.text('apiKeyFile')
  const path = origin === '--api-key-file' && named !== undefined ? expandPath(terminal, terminal.cwd, named) : origin
  const found = process.platform === 'win32' ? undefined : await stat(path).catch(() => undefined)
  if (found?.isFile() !== true) return []
  const mode = (found.mode & 0o777).toString(8).padStart(4, '0')
  return (found.mode & 0o077) === 0
    ? [ok('key-file', `${path} has mode ${mode}`)]
    : [warn('key-file', `${path} has mode ${mode}: others on this machine can get at the key`, `chmod 600 ${path}`)]
}
