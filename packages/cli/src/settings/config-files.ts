import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { CommandError } from '../errors.ts'
import { expandPath, homeOf, resolvePath, userConfigDir } from '../paths.ts'
import type { Terminal } from '../terminal.ts'
import { projectFileNames, userFileNames } from './config-search.ts'
import { configIn } from './config-text.ts'
import { type SettingName, settingNames } from './setting-names.ts'

export interface ConfigFile {
  readonly source: 'project' | 'user'
  readonly path: string
  readonly values: Readonly<Partial<Record<SettingName, string>>>
}

/** The project's file (searched from the working folder upwards, or the one of `--config`), then the user's. */
export async function readConfigFiles(
  terminal: Terminal,
  explicitPath: string | undefined,
): Promise<readonly ConfigFile[]> {
  const project =
    explicitPath === undefined ? await searchProject(terminal) : await loadExplicit(terminal, explicitPath)
  const user = await searchUser(terminal)
  return [
    ...(project === null ? [] : [configFileOf(terminal, 'project', project)]),
    ...(user === null ? [] : [configFileOf(terminal, 'user', user)]),
  ]
}

interface Loaded {
  readonly filepath: string
  readonly config?: unknown
}

/** What is used of cosmiconfig. */
interface Explorer {
  search(from: string): Promise<Loaded | null>
  load(path: string): Promise<Loaded | null>
}

const loaders = { '.json': configIn, '.yaml': configIn, noExt: configIn }

function explorerOf(searchPlaces: readonly string[], stopDir: string): Explorer {
  return new (explorerClass())({
    moduleName: 'entrygo',
    searchPlaces,
    // No loader for code: also `$import` inside a file reaches data alone.
    loaders,
    ignoreEmptySearchPlaces: false,
    cache: false,
    transform: (result: unknown) => result,
    metaConfigFilePath: null,
    mergeImportArrays: false,
    searchStrategy: 'project',
    stopDir,
  })
}

type ExplorerClass = new (options: Readonly<Record<string, unknown>>) => Explorer

// cosmiconfig's factory looks for its own settings first and runs `.config/config.js` of the working folder while it
// does so. The class behind it reads what it is told to read.
function explorerClass(): ExplorerClass {
  const module: unknown = createRequire(import.meta.url)('cosmiconfig/dist/Explorer.js')
  if (!hasExplorer(module)) throw new Error('cosmiconfig has no Explorer: its version is not the pinned one.')
  return module.Explorer
}

function hasExplorer(module: unknown): module is { readonly Explorer: ExplorerClass } {
  return typeof module === 'object' && module !== null && 'Explorer' in module && typeof module.Explorer === 'function'
}

async function searchProject(terminal: Terminal): Promise<Loaded | null> {
  return guarded(terminal.cwd, () => explorerOf(projectFileNames, homeOf(terminal)).search(terminal.cwd))
}

async function searchUser(terminal: Terminal): Promise<Loaded | null> {
  const folder = userConfigDir(terminal)
  const explorer = explorerOf(userFileNames, folder)
  for (const name of userFileNames) {
    const path = resolvePath(folder, name)
    if ((await readFile(path).catch(() => undefined)) !== undefined) return guarded(path, () => explorer.load(path))
  }
  return null
}

async function loadExplicit(terminal: Terminal, given: string): Promise<Loaded | null> {
  const path = expandPath(terminal, terminal.cwd, given)
  if (/\.[cm]?[jt]s$/.test(path)) {
    throw new CommandError('CONFIG_ERROR', `--config is "${given}": give a JSON or YAML file; code is never run.`, {
      field: '--config',
    })
  }
  return guarded(path, () => explorerOf(projectFileNames, terminal.cwd).load(path))
}

/** Unreadable and broken files as configuration errors that name the file, or the folder where they were searched. */
async function guarded(place: string, read: () => Promise<Loaded | null>): Promise<Loaded | null> {
  try {
    return await read()
  } catch (error) {
    if (error instanceof CommandError) throw error
    const path = error instanceof Error && 'filepath' in error ? String(error.filepath) : place
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    const message = `The configuration cannot be read: ${path} (${code}).`
    throw new CommandError('CONFIG_ERROR', message, { field: '--config', cause: error })
  }
}

function configFileOf(terminal: Terminal, source: ConfigFile['source'], { filepath, config }: Loaded): ConfigFile {
  if (config === undefined || config === null) {
    throw new CommandError('CONFIG_ERROR', `${filepath} is empty: write keys such as "baseUrl", or remove it.`)
  }
  if (typeof config !== 'object' || Array.isArray(config)) {
    throw new CommandError('CONFIG_ERROR', `${filepath} holds no object: write keys such as "baseUrl".`)
  }
  const values: Partial<Record<SettingName, string>> = {}
  for (const [name, value] of Object.entries(config)) {
    if (name === '$schema') continue
    if (!isSettingName(name)) throw unknownKey(filepath, name)
    if (typeof value !== 'string' || value === '') {
      throw new CommandError('CONFIG_ERROR', `${filepath}: ${name} must be a text that is not empty.`, { field: name })
    }
    values[name] = isPath(name) ? expandPath(terminal, dirname(filepath), value) : value
  }
  return { source, path: filepath, values }
}

/** Paths are meant as seen from the file that they stand in. */
function isPath(name: SettingName): boolean {
  return name === 'apiKeyFile' || name === 'policyFile'
}

function isSettingName(name: string): name is SettingName {
  return settingNames.some((known) => known === name)
}

function unknownKey(path: string, name: string): CommandError {
  const message =
    name === 'apiKey'
      ? `${path}: a key does not belong into a configuration file. Put it into a file of its own (mode 0600), name that file in "apiKeyFile", and replace the key, since it may have been copied.`
      : `${path}: "${name}" is unknown. Known are ${settingNames.join(', ')}.`
  const own = `${path} has a key that is no setting. Known are ${settingNames.join(', ')}.`
  return new CommandError('CONFIG_ERROR', message, name === 'apiKey' ? { field: name } : { own })
}
