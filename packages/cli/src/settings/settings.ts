import { type Flags, flagOf } from '../command-line/flags.ts'
import { CommandError } from '../errors.ts'
import type { Terminal } from '../terminal.ts'
import type { ConfigFile } from './config-files.ts'
import { hasConfigFile } from './config-search.ts'
import type { SettingName } from './setting-names.ts'

export interface Setting {
  readonly value: string
  readonly source: 'flag' | 'env' | 'project' | 'user' | 'default'
  /** The flag, the variable or the file that it stands in. */
  readonly origin: string
}

export interface Settings {
  /** The value by precedence: flag, environment, project file, user file, default. Files are read only when needed. */
  find(name: SettingName): Promise<Setting | undefined>
  /** The value of the flag or the environment alone. */
  given(name: SettingName): Setting | undefined
  /** Throws a configuration error that names every place where the value can be given. */
  need(name: SettingName): Promise<string>
  apiKey(): Promise<Setting | undefined>
}

/** `entrygo dev` listens here unless told otherwise. */
export const defaultBaseUrl = 'http://127.0.0.1:4010'

/** The variable of each setting that has one. */
export const variables: Readonly<Partial<Record<SettingName, string>>> = {
  baseUrl: 'ENTRYGO_BASE_URL',
  accountId: 'ENTRYGO_ACCOUNT_ID',
  warehouseId: 'ENTRYGO_WAREHOUSE_ID',
  brokerId: 'ENTRYGO_BROKER_ID',
  productId: 'ENTRYGO_PRODUCT_ID',
  policyFile: 'ENTRYGO_POLICY_FILE',
}

/** Where the flag has a shorter name. */
const flagNames: Readonly<Partial<Record<SettingName, string>>> = { policyFile: 'policy' }

/** The flag that gives a setting. */
export function flagFor(name: SettingName): string {
  return flagOf(flagNames[name] ?? name)
}

export function readSettings(terminal: Terminal, flags: Flags): Settings {
  let files: Promise<readonly ConfigFile[]> | undefined
  let apiKey: Promise<Setting | undefined> | undefined
  const configFiles = (): Promise<readonly ConfigFile[]> => {
    files ??= readFiles(terminal, flags.text('config'))
    return files
  }
  const given = (name: SettingName): Setting | undefined => fromFlag(flags, name) ?? fromEnvironment(terminal, name)
  const isNamed = flags.text('config') !== undefined
  const find = async (name: SettingName): Promise<Setting | undefined> => {
    // Who names a file means it: that it is missing or broken must be seen even where nothing of it is needed.
    if (isNamed) await configFiles()
    return given(name) ?? fromFiles(await configFiles(), name) ?? byDefault(name)
  }
  return {
    find,
    given,
    need: async (name) => {
      const setting = await find(name)
      if (setting === undefined) throw missing(name)
      return setting.value
    },
    // Once: a key that comes over stdin comes once.
    apiKey: () => {
      apiKey ??= import('./api-key.ts').then(({ findApiKey }) => findApiKey(terminal, flags, () => find('apiKeyFile')))
      return apiKey
    },
  }
}

/** The reader is loaded when there is something to read: most runs have everything in flags and environment. */
async function readFiles(terminal: Terminal, explicit: string | undefined): Promise<readonly ConfigFile[]> {
  if (explicit === undefined && !hasConfigFile(terminal)) return []
  return (await import('./config-files.ts')).readConfigFiles(terminal, explicit)
}

function fromFlag(flags: Flags, name: SettingName): Setting | undefined {
  const value = flags.text(flagNames[name] ?? name)
  return value === undefined ? undefined : { value, source: 'flag', origin: flagFor(name) }
}

function fromEnvironment({ env }: Terminal, name: SettingName): Setting | undefined {
  const variable = variables[name]
  const value = variable === undefined ? undefined : env[variable]
  return variable === undefined || value === undefined || value === ''
    ? undefined
    : { value, source: 'env', origin: variable }
}

function fromFiles(files: readonly ConfigFile[], name: SettingName): Setting | undefined {
  for (const { source, path, values } of files) {
    const value = values[name]
    if (value !== undefined) return { value, source, origin: path }
  }
  return undefined
}

function byDefault(name: SettingName): Setting | undefined {
  return name === 'baseUrl' ? { value: defaultBaseUrl, source: 'default', origin: 'entrygo dev' } : undefined
}

function missing(name: SettingName): CommandError {
  const variable = variables[name]
  const places = [flagFor(name), ...(variable === undefined ? [] : [variable]), `"${name}" in entrygo.config.json`]
  const message = `${name} is not set: give ${places.join(' or ')}. \`entrygo init\` writes the file.`
  return new CommandError('CONFIG_ERROR', message, { field: name })
}
