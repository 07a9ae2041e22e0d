import type { ConformanceReport, ConformanceSettings, WebhookPlace } from '@entrygo/conformance'
import { codeOf, requireWritable, writePrivately } from '../atomic-file.ts'
import type { CommandContext } from '../command.ts'
import { CommandError, usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { expandPath } from '../paths.ts'
import { readKey } from '../settings/api-key.ts'

/** `entrygo conformance`: the requirements of the protocol, tried on any implementation of it. */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, output } = context
  const { CannotBegin, groups, chosen } = await import('@entrygo/conformance')
  try {
    if (flags.isSet('list')) {
      const found = chosen(flags.list('only'))
      await output.show({ data: { requirements: found } }, async (style) => {
        const { renderRequirements } = await import('../render/conformance.ts')
        return renderRequirements(found, groups, style)
      })
      return 0
    }
    const report = await tried(context)
    await output.show({ data: report }, async (style) => {
      const { renderConformance } = await import('../render/conformance.ts')
      return renderConformance(report, groups, style)
    })
    if (report.stopped !== undefined) return 10
    return report.conforms ? 0 : 7
  } catch (error) {
    throw error instanceof CannotBegin ? refusalOf(error.kind, error.message) : error
  }
}

async function tried(context: CommandContext): Promise<ConformanceReport> {
  const { flags, output, terminal } = context
  const settings = await settingsOf(context)
  const junit = flags.text('junit')
  const path = junit === undefined ? undefined : expandPath(terminal, terminal.cwd, junit)
  if (path !== undefined)
    await requireWritable(path, { field: '--junit', mayReplace: (text) => text.startsWith('<?xml') })
  output.note(
    settings.allowsExecute === true
      ? `Exports are executed on ${settings.baseUrl}: its broker of this run is told by e-mail to entries@example.com.`
      : 'Nothing is executed; --allow-execute tries that too.',
  )
  const { runConformance, junitXml } = await import('@entrygo/conformance')
  const report = await runConformance({ ...settings, onResult: ({ id }) => output.progress(`${id} tried`) })
  if (path !== undefined) {
    await writePrivately(path, junitXml(report)).catch((error: unknown) => {
      throw new CommandError('OUTPUT_ERROR', `${path} cannot be written (${codeOf(error)}): choose another --junit.`, {
        field: '--junit',
      })
    })
    output.note(`JUnit: ${path}`)
  }
  return report
}

async function settingsOf(context: CommandContext): Promise<ConformanceSettings> {
  const { flags, terminal } = context
  const settings = await context.settings()
  const baseUrl = await settings.need('baseUrl')
  const apiKey = (await settings.apiKey())?.value
  if (apiKey === undefined) {
    const message = 'No API key: give --api-key-file or ENTRYGO_API_KEY, of an account that nobody else works with.'
    throw new CommandError('MISSING_API_KEY', message, { field: 'apiKeyFile' })
  }
  if (apiKey.startsWith('eg_live_') && !flags.isSet('allowLive')) {
    const message =
      'This key is a live one: the suite puts a profile and stores orders. Take a test account, or give --allow-live.'
    throw usageError(message, '--api-key-file')
  }
  const keyOf = async (name: string): Promise<string | undefined> => {
    const file = flags.text(name)
    return file === undefined ? undefined : await readKey(expandPath(terminal, terminal.cwd, file))
  }
  const [otherApiKey, readApiKey] = [await keyOf('otherApiKeyFile'), await keyOf('readApiKeyFile')]
  const webhook = webhookOf(context)
  const requestTimeoutMs = flags.durationMs('timeout')
  return {
    ...{
      baseUrl,
      apiKey,
      allowsExecute: flags.isSet('allowExecute'),
      only: flags.list('only'),
      signal: terminal.signal,
    },
    ...(otherApiKey !== undefined && { otherApiKey }),
    ...(readApiKey !== undefined && { readApiKey }),
    ...(webhook !== undefined && { webhook }),
    ...(requestTimeoutMs !== undefined && { requestTimeoutMs }),
  }
}

/** The listener is on loopback: a server elsewhere reaches it through a tunnel to that port. */
function webhookOf({ flags }: CommandContext): WebhookPlace | undefined {
  const url = flags.text('webhookUrl')
  const given = flags.count('webhookPort', { min: 1, max: 65_535 })
  if (url === undefined) {
    if (given === undefined) return undefined
    throw usageError('--webhook-port goes with --webhook-url: which address leads to it?', '--webhook-port')
  }
  const parsed = URL.parse(url)
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) {
    throw usageError(
      `--webhook-url is "${url}": give an address that begins with https:// or http://.`,
      '--webhook-url',
    )
  }
  const port = given ?? Number(parsed.port)
  if (port > 0) return { url, port, host: '127.0.0.1' }
  throw usageError('--webhook-url names no port: give the one to listen on with --webhook-port.', '--webhook-port')
}

function refusalOf(
  kind: 'unreachable' | 'key' | 'other-key' | 'set-up' | 'only' | 'nothing' | 'webhook',
  message: string,
): CommandError {
  const data = { message }
  if (kind === 'only') return usageError(`${message} --list names them.`, '--only')
  if (kind === 'nothing') return usageError(message, '--only')
  if (kind === 'webhook') return usageError(message, '--webhook-port')
  if (kind === 'other-key') return usageError(message, '--other-api-key-file')
  if (kind === 'unreachable') {
    return new CommandError('UNREACHABLE', 'The server does not answer; see data.', { field: 'baseUrl', data })
  }
  if (kind === 'key') {
    return new CommandError('INVALID_API_KEY', 'The server refuses a key of this run.', { field: 'apiKeyFile', data })
  }
  return new CommandError('REFUSED', 'The records that every requirement stands on were not stored; see data.', {
    data,
  })
}
