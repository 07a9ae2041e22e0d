import { type EntryGo, latestPosition, watchEvents } from '@entrygo/sdk'
import type { PlacedEvent } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'
import { type NextCommand, usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { errorDocumentOf, ReportedError } from '../failure.ts'
import { freshSecret, openReceiver, type Receiver } from '../listen/receiver.ts'

/**
 * `entrygo listen`: the events of the account by a long-poll, so that no address of this machine has to be reachable. Ends
 * by a signal (130), by `--timeout` (8) or after `--count` events (0), and says behind which position to go on.
 */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, output } = context
  const count = flags.count('count', { min: 1, max: Number.MAX_SAFE_INTEGER }) ?? Number.POSITIVE_INFINITY
  const isAsked = filterOf(context)
  const receiver = await receiverOf(context)
  const client = await context.connect()
  let after = await startOf(context, client)
  const { signal, hasEnded } = endOf(context)
  await showStart(context, after, receiver)
  let seen = 0
  try {
    for await (const placed of watchEvents(client, { after, signal, onRetry: sayAway(context) })) {
      if (isAsked(placed)) {
        await show(context, placed)
        if (receiver !== undefined) await forward(context, { placed, receiver, signal })
        seen += 1
      }
      after = placed.position
      if (seen >= count) break
    }
  } catch (error) {
    throw atPosition(error, { context, after, hasEnded: hasEnded() })
  }
  await output.stream(
    { type: 'end', data: { after }, next: [goOn(context, after)] },
    () => `Go on with --after ${after}.`,
  )
  return 0
}

function filterOf({ flags }: CommandContext): (placed: PlacedEvent) => boolean {
  const types: readonly string[] = flags.list('event')
  const exportId = flags.text('exportId')
  return ({ export_id, event }) =>
    (types.length === 0 || types.includes(event.type)) && (exportId === undefined || exportId === export_id)
}

/** Asks the server in any case: a wrong key or address shall end the command, and not make it wait. */
async function startOf({ flags, terminal }: CommandContext, client: EntryGo): Promise<number> {
  const given = flags.count('after', { min: 0, max: Number.MAX_SAFE_INTEGER })
  if (given !== undefined && flags.isSet('fromStart'))
    throw usageError('Give --after or --from-start, not both.', '--after')
  const after = given ?? (flags.isSet('fromStart') ? 0 : undefined)
  const call = { signal: terminal.signal }
  if (after === undefined) return latestPosition(client, call)
  await client.events.list({ after, limit: 1 }, call)
  return after
}

/** The signal of the run, and the deadline of `--timeout`. */
function endOf({ flags, terminal }: CommandContext): { signal: AbortSignal; hasEnded: () => boolean } {
  const timeoutMs = flags.durationMs('timeout')
  if (timeoutMs === undefined) return { signal: terminal.signal, hasEnded: () => false }
  const deadline = AbortSignal.timeout(timeoutMs)
  return { signal: AbortSignal.any([terminal.signal, deadline]), hasEnded: () => deadline.aborted }
}

interface Ready extends Receiver {
  /** Made for this run, and told once. */
  readonly freshSecret: string | undefined
}

async function receiverOf({ flags, terminal }: CommandContext): Promise<Ready | undefined> {
  const url = flags.text('forwardTo')
  const inArgv = flags.text('secret')
  const file = flags.text('secretFile')
  if (url === undefined) {
    if ((inArgv ?? file) === undefined) return undefined
    throw usageError('A secret signs what --forward-to posts: give that address too.', '--forward-to')
  }
  if (inArgv !== undefined && file !== undefined)
    throw usageError('Give --secret or --secret-file, not both.', '--secret')
  const given = inArgv ?? (file === undefined ? undefined : (await textOf(terminal, file)).trim())
  const fresh = given === undefined ? freshSecret() : undefined
  return { ...(await openReceiver(url, given ?? fresh ?? '')), freshSecret: fresh }
}

async function textOf(terminal: CommandContext['terminal'], file: string): Promise<string> {
  const { openSource, readAll } = await import('../input/source.ts')
  return readAll(await openSource(terminal, file, undefined))
}

/** NDJSON starts with a line of its version. */
async function showStart({ output }: CommandContext, after: number, receiver: Ready | undefined): Promise<void> {
  const { url = null, freshSecret: secret } = receiver ?? {}
  const data = { after, forwardTo: url, ...(secret !== undefined && { secret }) }
  if (output.isForPrograms) return output.stream({ type: 'version', version: 1, data })
  output.note(`Listening behind position ${after}. Ctrl-C ends it.`)
  if (url !== null) output.note(`Every event goes on to ${url}.`)
  if (secret !== undefined) output.note(`The receiver checks it with the secret ${secret}`)
}

async function show({ output }: CommandContext, placed: PlacedEvent): Promise<void> {
  await output.stream({ type: 'event', data: placed }, async (style) => {
    const { renderPlacedEvent } = await import('../render/events.ts')
    return renderPlacedEvent(placed, style)
  })
}

async function forward(
  { output }: CommandContext,
  { placed, receiver, signal }: { placed: PlacedEvent; receiver: Receiver; signal: AbortSignal },
): Promise<void> {
  const forwarded = await receiver.forward(placed, signal)
  const { isTaken, status, problem, ms } = forwarded
  if (output.isForPrograms) {
    const data = { position: placed.position, message_id: placed.event.id, ...forwarded }
    await output.stream({ type: 'forwarded', data })
  } else if (isTaken) output.note(`taken: HTTP ${status} in ${ms} ms`, '    ')
  else {
    const why = problem ?? `HTTP ${status}`
    output.note(`not taken (${why}); entrygo listen --after ${placed.position - 1} sends it again`, '    ')
  }
}

function sayAway({ output }: CommandContext): (error: Error, delayMs: number) => void {
  return (error, delayMs) => output.note(`${error.message} Asked again in ${(delayMs / 1000).toFixed(1)} s.`)
}

/** How the watch ended, with the command that goes on where it stood. */
function atPosition(
  error: unknown,
  { context, after, hasEnded }: { context: CommandContext; after: number; hasEnded: boolean },
): ReportedError {
  const { signal } = context.terminal
  const next = [goOn(context, after)]
  if (signal.aborted) {
    const message = `${errorDocumentOf(signal.reason).message} The position is ${after}.`
    return new ReportedError({ errorCode: 'INTERRUPTED', message, exitCode: 130, next, data: { after } })
  }
  if (!hasEnded) {
    const document = errorDocumentOf(error)
    return new ReportedError({ ...document, next, data: { ...document.data, after } })
  }
  const message = `The time of --timeout has passed. The position is ${after}.`
  return new ReportedError({ errorCode: 'DEADLINE_PASSED', message, exitCode: 8, next, data: { after } })
}

/** The same command line behind the position, without what must not be shown. */
function goOn({ terminal: { argv } }: CommandContext, after: number): NextCommand {
  const kept = argv.filter((word, index) => !isPlace(word) && !isValueOfPlace(argv[index - 1] ?? ''))
  return { argv: ['entrygo', ...kept, '--after', String(after)], reason: 'go on behind the last event that was seen' }
}

function isPlace(word: string): boolean {
  return word === '--from-start' || /^--(?:after|secret|api-key)(?:=|$)/.test(word)
}

function isValueOfPlace(before: string): boolean {
  return /^--(?:after|secret|api-key)$/.test(before)
}
