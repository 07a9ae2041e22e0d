import { readFile, rm } from 'node:fs/promises'
import { openClient } from '../client.ts'
import type { CommandContext } from '../command.ts'
import { CommandError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { givenOrAsked } from '../init/given-or-asked.ts'
import { resolvePath, userConfigDir } from '../paths.ts'
import { ask, canAsk } from '../prompt.ts'
import { findApiKey, maskKey } from '../settings/api-key.ts'
import { setInFile, unsetInFile, writeKeyFile } from '../settings/config-write.ts'
import { defaultBaseUrl } from '../settings/settings.ts'
import type { Terminal } from '../terminal.ts'

/**
 * `entrygo login`: keeps a key for every project of this user, once the server has accepted it: in a file that its owner
 * alone can read (0600), which the user's configuration names beside server and account.
 */
export async function runLogin(context: CommandContext): Promise<ExitCode> {
  const { terminal, output } = context
  const asked = await givenOrAsked(context, { name: 'baseUrl', question: 'Base URL', fallback: defaultBaseUrl })
  const baseUrl = asked ?? defaultBaseUrl
  const apiKey = await keyFrom(context)
  const client = await openClient({ baseUrl, apiKey }, context)
  const { accountId } = await client.system.health({}, { signal: terminal.signal })
  const apiKeyFile = keyFileOf(terminal)
  await writeKeyFile(apiKeyFile, apiKey)
  const values = { baseUrl, accountId, apiKeyFile }
  let path = ''
  for (const name of ['baseUrl', 'accountId', 'apiKeyFile'] as const) {
    path = await setInFile(terminal, { name, value: values[name], isUser: true, config: undefined })
  }
  const data = { ...values, path, key: maskKey(apiKey) }
  await output.show({ data }, (style) =>
    [
      `${style.good('Logged in')} to ${baseUrl} as ${accountId}`,
      `  key       ${apiKeyFile} (yours alone)`,
      `  settings  ${path}`,
    ].join('\n'),
  )
  return 0
}

/** `entrygo logout`: removes the key that login kept, and its name from the user's configuration; twice is no failure. */
export async function runLogout({ terminal, output }: CommandContext): Promise<ExitCode> {
  const apiKeyFile = keyFileOf(terminal)
  const isThere = (await readFile(apiKeyFile).catch(() => undefined)) !== undefined
  await rm(apiKeyFile, { force: true })
  const path = await unsetInFile(terminal, { name: 'apiKeyFile', value: apiKeyFile })
  await output.show({ data: { removed: isThere, apiKeyFile, path } }, (style) =>
    isThere ? `${style.good('Logged out')}: ${apiKeyFile} is removed` : 'Nobody was logged in.',
  )
  return 0
}

function keyFileOf(terminal: Terminal): string {
  return resolvePath(userConfigDir(terminal), 'api-key')
}

/** Of the flags or the environment, else of the person at the terminal; never the one that is kept already. */
async function keyFrom(context: CommandContext): Promise<string> {
  const found = await findApiKey(context.terminal, context.flags, async () => undefined)
  const apiKey = found?.value ?? (canAsk(context) ? await ask(context, 'API key: ', { isSecret: true }) : '')
  if (apiKey !== '') return apiKey
  const message = 'No API key: give --api-key-file (a file, or - for stdin), or ENTRYGO_API_KEY.'
  throw new CommandError('MISSING_API_KEY', message, { field: '--api-key-file' })
}
