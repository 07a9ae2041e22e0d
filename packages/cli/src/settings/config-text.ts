import { CommandError, ownOf } from '../errors.ts'

/**
 * What a configuration file holds, read as input files are: a name that stands twice is refused with its line, and no text
 * is quoted. JSON by its name, else YAML. Throws a configuration error that names the file.
 */
export async function configIn(path: string, text: string): Promise<unknown> {
  try {
    if (path.endsWith('.json')) return (await import('../input/exact-json.ts')).parseExact(text, path)
    return (await import('../input/yaml.ts')).parseYamlText(text, path)
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    throw new CommandError('CONFIG_ERROR', error.message, { field: '--config', own: ownOf(error.message) })
  }
}
