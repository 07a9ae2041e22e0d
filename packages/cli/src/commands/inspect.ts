import { waitForExport, watchExport } from '@entrygo/sdk'
import type { Export } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'
import { exitCodeOfSubmission } from '../execution.ts'
import type { ExitCode } from '../exit-codes.ts'
import { namedExport } from '../export-id.ts'
import { nextAfterInspect } from '../next-command.ts'

/** `entrygo inspect`: where the export stands; with `--wait` and `--watch` until somebody can act. */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, terminal } = context
  const { id } = await namedExport(context)
  const client = await context.connect()
  if (flags.isSet('watch')) return watch(context, id)
  if (!flags.isSet('wait')) {
    await show(context, await client.inspect({ id }, { signal: terminal.signal }))
    return 0
  }
  context.output.progress(`waiting for ${id}`)
  const settled = await waitForExport(client, id, waitOptions(context))
  await show(context, settled)
  return exitCodeOf(settled)
}

/** NDJSON that starts with a line of its version; in table format one line an event. */
async function watch(context: CommandContext, id: string): Promise<ExitCode> {
  const { output } = context
  const isJson = output.format === 'json'
  if (isJson) output.stream({ type: 'start', version: 1, exportId: id })
  const events = watchExport(await context.connect(), id, waitOptions(context))
  for (;;) {
    const step = await events.next()
    if (step.done === true) {
      if (isJson) output.stream({ type: 'end', export: step.value })
      else await show(context, step.value)
      return exitCodeOf(step.value)
    }
    if (isJson) output.stream({ type: 'event', event: step.value })
    else output.note(`${step.value.at}  ${step.value.type}`)
  }
}

function waitOptions({ terminal, flags }: CommandContext): { signal: AbortSignal; timeoutMs?: number } {
  const timeoutMs = flags.durationMs('timeout')
  return { signal: terminal.signal, ...(timeoutMs !== undefined && { timeoutMs }) }
}

/** After a wait the state is the exit code: what has to be done differs for each. */
function exitCodeOf({ state, broker_submission: submission }: Export): ExitCode {
  if (state === 'blocked') return 5
  if (state === 'awaiting_approval') return 3
  return exitCodeOfSubmission(submission)
}

async function show({ output }: CommandContext, found: Export): Promise<void> {
  const next = nextAfterInspect(found)
  await output.show({ ...found, next }, async (style) => {
    const { renderExport } = await import('../render/export.ts')
    return renderExport(found, { style, next })
  })
}
