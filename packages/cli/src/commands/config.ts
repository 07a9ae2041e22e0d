import type { CommandContext } from '../command.ts'
import { usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { maskKey } from '../settings/api-key.ts'
import { setInFile } from '../settings/config-write.ts'
import { type SettingName, settingNames } from '../settings/setting-names.ts'

interface Explained {
  readonly name: string
  readonly value: string | null
  readonly source: string | null
  readonly origin: string | null
}

/** `entrygo config show`: the values as a command would see them; the key is never shown. */
export async function runShow(context: CommandContext): Promise<ExitCode> {
  const explained = await explain(context)
  const values = Object.fromEntries(explained.map(({ name, value }) => [name, value]))
  await context.output.show({ data: values }, async (style) => {
    const { renderFields } = await import('../render/fields.ts')
    return renderFields(values, style)
  })
  return 0
}

/** `entrygo config explain`: each value with the flag, variable or file that it comes from. */
export async function runExplain(context: CommandContext): Promise<ExitCode> {
  const settings = await explain(context)
  const precedence = ['flag', 'env', 'project', 'user', 'default']
  await context.output.show({ data: { precedence, settings } }, async (style) => {
    const { renderSettings } = await import('../render/settings.ts')
    return renderSettings(settings, style)
  })
  return 0
}

/** `entrygo config set`: one value into the project's file, or with `--user` into the user's. */
export async function runSet(context: CommandContext): Promise<ExitCode> {
  const { flags, output } = context
  const name = settingNames.find((known) => known === flags.argument(0))
  if (name === undefined) {
    const hint = flags.argument(0) === 'apiKey' ? ' The key itself goes into a file that apiKeyFile names.' : ''
    throw usageError(`"${flags.argument(0)}" is no setting. Known are ${settingNames.join(', ')}.${hint}`, 'name')
  }
  const value = flags.argument(1)
  if (value === undefined || value === '') throw usageError(`No value is given for ${name}.`, 'value')
  const path = await setInFile(context.terminal, {
    name,
    value,
    isUser: flags.isSet('user'),
    config: flags.text('config'),
  })
  await output.show({ data: { name, value, path } }, (style) => `${style.good('set')} ${name} = ${value}\n  in ${path}`)
  return 0
}

async function explain(context: CommandContext): Promise<readonly Explained[]> {
  const settings = await context.settings()
  const rows: Explained[] = []
  for (const name of settingNames) rows.push(await explained(name, () => settings.find(name)))
  rows.push(
    await explained('apiKey', async () => {
      const key = await settings.apiKey()
      return key === undefined ? undefined : { ...key, value: maskKey(key.value) }
    }),
  )
  return rows
}

async function explained(
  name: SettingName | 'apiKey',
  find: () => Promise<{ value: string; source: string; origin: string } | undefined>,
): Promise<Explained> {
  const { value = null, source = null, origin = null } = (await find()) ?? {}
  return { name, value, source, origin }
}
