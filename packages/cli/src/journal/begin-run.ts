import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { CommandContext } from '../command.ts'
import { CommandError, inputError } from '../errors.ts'
import { expandPath, userStateDir } from '../paths.ts'
import type { Settings } from '../settings/settings.ts'
import type { Terminal } from '../terminal.ts'
import { type Journal, openJournal } from './journal.ts'
import type { JournaledRun, PendingRun } from './journaled-run.ts'
import { keptArgv, withoutPassword } from './kept-argv.ts'
import { forgetting } from './pending-runs.ts'
import { type ParsedLine, payloadOf, type RunPayload } from './run-payload.ts'

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
  const policySha256 = await policyDigest(line, { terminal, settings })
  const { argv, lacksSecret } = keptArgv(terminal.argv, (await settings.apiKey())?.value ?? '')
  const identity = { command: line.spec.name, baseUrl, accountId, payloadSha256: payload.sha256 }
  const journal = openJournal(userStateDir(terminal))
  if (terminal.isResumed === true) {
    const kept = journal.pending().find(({ key }) => key === givenKey)
    if (kept !== undefined) requireAsKept(kept, { payload, policySha256 })
  }
  const run = journal.begin(identity, {
    ...(givenKey !== undefined && { givenKey }),
    argv,
    cwd: terminal.cwd,
    // The policy is no part of any request, and a run that is resumed has to stand before the same one.
    settings: { ...resolved, ...(policy?.source === 'env' && { policyFile: policy.value }) },
    ...(policySha256 !== undefined && { policySha256 }),
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

/** A run is finished from what it was begun with: its files, and the policy that it stood before. */
function requireAsKept(
  kept: PendingRun,
  { payload, policySha256 }: { readonly payload: RunPayload; readonly policySha256: string | undefined },
): void {
  const { id, key, argv, payloadSha256 } = kept
  const [absent] = payload.absent
  if (absent !== undefined && payload.sha256 !== payloadSha256) {
    throw inputError(`${absent}, which run ${id} reads, is not there any more: put it back, or drop the run.`, 'file')
  }
  if (kept.policySha256 === undefined || kept.policySha256 === policySha256) return
  const message = `The policy is not the one that run ${id} was begun under: look at it, then give the command with its key, or drop the run.`
  const anew = { argv: ['entrygo', ...argv, '--idempotency-key', key], reason: 'go on under the policy as it is now' }
  const next = [{ ...anew, userActionRequired: true as const }, forgetting(id)]
  throw new CommandError('POLICY_INVALID', message, { field: '--policy', next })
}

/** Of the policy that stands before this command, if one does. */
async function policyDigest(
  { spec }: ParsedLine,
  { terminal, settings }: { readonly terminal: Terminal; readonly settings: Settings },
): Promise<string | undefined> {
  if (!spec.options.some(({ flag }) => flag === '--policy <file>')) return undefined
  const setting = await settings.find('policyFile')
  if (setting === undefined) return undefined
  const bytes = await readFile(expandPath(terminal, terminal.cwd, setting.value)).catch(() => undefined)
  return bytes === undefined ? undefined : createHash('sha256').update(bytes).digest('hex')
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
