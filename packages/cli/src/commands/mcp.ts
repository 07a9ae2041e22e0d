import { readFile } from 'node:fs/promises'
import type { McpSettings, RunningMcp } from '@entrygo/mcp'
import type { EntryGo } from '@entrygo/sdk'
import type { CommandContext } from '../command.ts'
import { readDevAccount } from '../dev-account.ts'
import { CommandError, usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { expandPath } from '../paths.ts'
import { findPolicy } from '../policy/policy-file.ts'
import { defaultBaseUrl } from '../settings/settings.ts'
import { Interruption } from '../terminal.ts'

/** `entrygo mcp`: the protocol for agents, until the client or a signal ends it. On stdio stdout is the protocol's alone. */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { terminal, flags } = context
  const port = flags.isSet('http') ? defaultPort : flags.count('http', { min: 0, max: 65_535 })
  if (port === undefined && flags.text('tokenFile') !== undefined) {
    throw usageError('--token-file goes with --http alone: stdio has one client, which started it.', '--token-file')
  }
  const settings = await settingsOf(context)
  if (port === undefined) {
    const { serveOnStdio } = await import('@entrygo/mcp')
    await serveOnStdio(settings, terminal)
  } else {
    await serve(context, { ...settings, port })
  }
  const { reason } = terminal.signal
  return reason instanceof Interruption && reason.signalName === 'SIGINT' ? 130 : 0
}

const defaultPort = 4020

async function settingsOf(context: CommandContext): Promise<McpSettings> {
  const { flags, terminal } = context
  const policy = (await findPolicy(context))?.policy
  const { client, baseUrl, accountId } = flags.isSet('local') ? await localServer(context) : await configured(context)
  const settings = await context.settings()
  const warehouseId = (await settings.find('warehouseId'))?.value
  const brokerId = (await settings.find('brokerId'))?.value
  const offers = flags.list('offer')
  return {
    client,
    ...(accountId !== undefined && { accountId }),
    ...(warehouseId !== undefined && { warehouseId }),
    ...(brokerId !== undefined && { brokerId }),
    ...(policy !== undefined && { policy }),
    offersSetUp: offers.includes('set-up'),
    offersDuplicateRisk: offers.includes('duplicate-risk'),
    readPage: pagesOf(baseUrl, terminal.signal),
    onError: ({ message }) => terminal.stderr.write(`entrygo mcp: ${message.replace(/\p{C}/gu, ' ')}\n`),
  }
}

interface Server {
  readonly client: EntryGo
  readonly baseUrl: string
  readonly accountId: string | undefined
}

async function configured(context: CommandContext): Promise<Server> {
  const settings = await context.settings()
  if ((await settings.apiKey()) === undefined) {
    const message =
      'No API key: give --api-key-file, ENTRYGO_API_KEY or "apiKeyFile" in entrygo.config.json. To try it without one, run `entrygo dev` and give --local.'
    throw new CommandError('MISSING_API_KEY', message, { field: 'apiKeyFile' })
  }
  const accountId = (await settings.find('accountId'))?.value
  return { client: await context.connect(), baseUrl: await settings.need('baseUrl'), accountId }
}

/** The server that `entrygo dev` runs, with the key that it keeps in its folder; the configuration is not asked. */
async function localServer({ terminal, flags }: CommandContext): Promise<Server> {
  const baseUrl = flags.text('baseUrl') ?? defaultBaseUrl
  if (!['127.0.0.1', 'localhost'].includes(URL.parse(baseUrl)?.hostname ?? '')) {
    throw usageError(
      '--local goes with a server on this machine: leave --base-url out, or name its port.',
      '--base-url',
    )
  }
  const folder = expandPath(terminal, terminal.cwd, flags.text('data') ?? '.entrygo/dev')
  const { apiKey, accountId } = await readDevAccount(folder)
  const { openClient } = await import('../client.ts')
  return { client: await openClient({ baseUrl, apiKey }, { terminal, flags }), baseUrl, accountId }
}

/** The documentation that the EntryGo server serves without a key; nothing else of it is read this way. */
function pagesOf(baseUrl: string, stopped: AbortSignal): NonNullable<McpSettings['readPage']> {
  const root = baseUrl.replace(/\/+$/, '').replace(/\/api$/, '')
  return async (path) => {
    const url = path === '' ? `${root}/llms.txt` : `${root}/docs/${path}.md`
    const signal = AbortSignal.any([stopped, AbortSignal.timeout(10_000)])
    const response = await fetch(url, { signal, redirect: 'error' }).catch(() => null)
    return response?.ok === true ? await pageIn(response).catch(() => null) : null
  }
}

/** A page is some kilobytes; null for what is larger than any. */
async function pageIn({ body }: Response): Promise<string | null> {
  const pieces: Uint8Array[] = []
  let bytes = 0
  for await (const piece of body ?? []) {
    bytes += piece.length
    if (bytes > maxPageBytes) return null
    pieces.push(piece)
  }
  return Buffer.concat(pieces).toString()
}

const maxPageBytes = 4 * 1024 * 1024

async function serve(context: CommandContext, settings: McpSettings & { readonly port: number }): Promise<void> {
  const { output, terminal } = context
  const { token, isNew } = await tokenOf(context)
  const { serveOnHttp } = await import('@entrygo/mcp')
  const running: RunningMcp = await serveOnHttp({ ...settings, token }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')) throw error
    throw usageError(`Port ${settings.port} is in use: give another one, or 0 for a free one.`, '--http')
  })
  const data = { url: running.url }
  if (output.isForPrograms) await output.showLine({ data })
  else await output.show({ data }, () => `Listening at ${running.url}. Ctrl-C stops it.`)
  if (isNew) output.note(`Token of this run: ${token}`)
  await new Promise<void>((resolve) => {
    if (terminal.signal.aborted) resolve()
    else terminal.signal.addEventListener('abort', () => resolve(), { once: true })
  })
  await running.stop()
}

/** The token of the file, or one for this run, which is told on stderr alone. */
async function tokenOf({ flags, output, terminal }: CommandContext): Promise<{ token: string; isNew: boolean }> {
  const file = flags.text('tokenFile')
  if (file === undefined) {
    if (!output.isForPrograms) return { token: newToken(), isNew: true }
    throw usageError(
      'With --json nothing is told beside the document: give the token with --token-file.',
      '--token-file',
    )
  }
  const text = await readFile(expandPath(terminal, terminal.cwd, file), 'utf8').catch((error: unknown) => {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : 'unreadable'
    throw usageError(
      `${file} cannot be read (${reason}): write a token of at least 32 characters into it.`,
      '--token-file',
    )
  })
  const token = text.trim()
  if (/^[\x21-\x7e]{32,512}$/.test(token)) return { token, isNew: false }
  throw usageError(`${file} holds no token: 32 to 512 characters without a space are expected.`, '--token-file')
}

function newToken(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(32))).toString('base64url')
}
