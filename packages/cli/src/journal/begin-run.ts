import type { CommandContext } from '../command.ts'
import { userStateDir } from '../paths.ts'
import type { Settings } from '../settings/settings.ts'
import { type Journal, openJournal } from './journal.ts'
import type { JournaledRun } from './journaled-run.ts'
import { keptArgv, withoutPassword } from './kept-argv.ts'
import { type ParsedLine, payloadOf } from './run-payload.ts'

type RunContext = Pick<CommandContext, 'terminal' | 'flags' | 'output' | 'settings' | 'connect'>

/**
 * The run of this command line: the unfinished one with the same identity, else a new one, on disk before it is answered.
 * `more` is what the requests are made of beside flags, files and settings, such as what a person typed. With
 * `--no-journal` nothing is kept. Throws `JOURNAL_ERROR` when nothing can be kept.
 */
export async function beginRun(
  line: ParsedLine,
  { context, more }: { readonly context: RunContext; readonly more: unknown },
): Promise<JournaledRun> {
  const { terminal, flags, output } = context
  const givenKey = flags.text('idempotencyKey')
  // Whoever has no key is told so first.
  await context.connect()
  if (flags.isSet('noJournal')) return unkept(givenKey)
  const settings = await context.settings()
  const resolved = await settingsOf(line, settings)
  const { baseUrl = '', accountId = '', ...others } = resolved
  const payload = await payloadOf(line, { terminal, settings: others, more })
  const policy = settings.given('policyFile')
  const { argv, lacksSecret } = keptArgv(terminal.argv, (await settings.apiKey())?.value ?? '')
  const identity = { command: line.spec.name, baseUrl, accountId, payloadSha256: payload.sha256 }
  const run = openJournal(userStateDir(terminal)).begin(identity, {
    ...(givenKey !== undefined && { givenKey }),
    argv,
    cwd: terminal.cwd,
    // The policy is no part of any request, and a run that is resumed has to stand before the same one.
    settings: { ...resolved, ...(policy?.source === 'env' && { policyFile: policy.value }) },
    canResume: lacksSecret ? 'secret' : payload.needsStdin ? 'stdin' : 'yes',
    isKnownAgain: !payload.isPartlyUnread,
  })
  if (run.resumed) output.note(`Going on with the unfinished run of this command, key ${run.key}.`)
  return run
}

/** The journal of this user, for what looks at it from outside of a run. */
export function journalOf({ terminal }: Pick<CommandContext, 'terminal'>): Journal {
  return openJournal(userStateDir(terminal))
}

async function settingsOf({ spec }: ParsedLine, settings: Settings): Promise<Record<string, string>> {
  const takes = (flag: string): boolean => spec.options.some((option) => option.flag.startsWith(`${flag} `))
  const resolved: Record<string, string> = {
    baseUrl: withoutPassword(await settings.need('baseUrl')).replace(/\/+$/, ''),
    accountId: await settings.need('accountId'),
  }
  for (const [name, flag] of [
    ['warehouseId', '--warehouse-id'],
    ['brokerId', '--broker-id'],
  ] as const) {
    const found = takes(flag) ? await settings.find(name) : undefined
    if (found !== undefined) resolved[name] = found.value
  }
  // Most input names its products, so the files are not read for this one.
  const product = takes('--product-id') ? settings.given('productId') : undefined
  if (product !== undefined) resolved['productId'] = product.value
  return resolved
}

function unkept(givenKey: string | undefined): JournaledRun {
  return {
    key: givenKey ?? `cli_${crypto.randomUUID()}`,
    resumed: false,
    progress: null,
    canResume: 'no',
    note: async () => {},
    finish: async () => {},
  }
}
