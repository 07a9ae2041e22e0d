import { waitForExport, watchExport } from '@entrygo/sdk'
import type { Export, PlanSnapshot } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'
import { usageError } from '../errors.ts'
import { exitCodeOfSubmission } from '../execution.ts'
import type { ExitCode } from '../exit-codes.ts'
import { namedExport } from '../export-id.ts'
import { errorDocumentOf, ReportedError } from '../failure.ts'
import { nextAfterInspect } from '../next-command.ts'
import { snapshotForPeople } from '../plan-file/plan-snapshot.ts'
import { requireHash } from '../policy/gate.ts'
import { reportPlaceOf } from '../report-file.ts'

/**
 * `entrygo inspect`: where the export stands; with `--wait` and `--watch` until somebody can act. A plan file names the plan
 * as well: an export that has another one by now is refused with 11.
 */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, terminal } = context
  const { id, planHash, file } = await namedExport(context)
  const client = await context.connect()
  // Who names a plan is not told where another one stands.
  if (file !== undefined) requireHash(await client.inspect({ id }, { signal: terminal.signal }), planHash)
  if (flags.isSet('watch')) return watch(context, id)
  if (flags.text('after') !== undefined) throw usageError('--after goes with --watch alone.', '--after')
  if (!flags.isSet('wait')) {
    await show(context, await client.inspect({ id }, { signal: terminal.signal }))
    return 0
  }
  context.output.progress(`waiting for ${id}`)
  const settled = await waitForExport(client, id, waitOptions(context)).catch((error: unknown) => {
    throw terminal.signal.aborted ? waitingOn(error, id) : error
  })
  await show(context, settled)
  return exitCodeOf(settled)
}

/** NDJSON that starts with a line of its version; in table format one line an event. */
async function watch(context: CommandContext, id: string): Promise<ExitCode> {
  const { output } = context
  const isJson = output.isForPrograms
  let after = context.flags.count('after', { min: 0, max: 2_147_483_647 }) ?? 0
  await output.stream({ type: 'version', version: 1, data: { exportId: id } })
  const events = watchExport(await context.connect(), id, { ...waitOptions(context), after })
  for (;;) {
    const step = await events.next().catch((error: unknown) => {
      throw isStopped(context, error) ? stoppedAt(error, { id, after }) : error
    })
    if (step.done === true) {
      if (isJson) await output.stream({ type: 'end', data: step.value, next: nextAfterInspect(step.value) })
      else await show(context, step.value)
      return exitCodeOf(step.value)
    }
    after = step.value.seq
    if (isJson) await output.stream({ type: 'event', data: step.value })
    else output.note(`${step.value.at}  ${step.value.type}`)
  }
}

function isStopped({ terminal }: CommandContext, error: unknown): boolean {
  return terminal.signal.aborted || errorDocumentOf(error).errorCode === 'DEADLINE_PASSED'
}

/** Somebody ended the wait, and not what is waited for. */
function waitingOn(error: unknown, id: string): ReportedError {
  const next = [{ argv: ['entrygo', 'inspect', id, '--wait'], reason: 'wait on' }]
  return new ReportedError({ ...errorDocumentOf(error), next })
}

/** With the command that goes on behind the last event that was seen. */
function stoppedAt(error: unknown, { id, after }: { readonly id: string; readonly after: number }): ReportedError {
  const argv = ['entrygo', 'inspect', id, '--watch', '--after', String(after)]
  const document = errorDocumentOf(error)
  return new ReportedError({ ...document, next: [{ argv, reason: 'watch on' }], data: { ...document.data, after } })
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

async function show(context: CommandContext, found: Export): Promise<void> {
  const next = nextAfterInspect(found)
  const report = await reportPlaceOf(context)
  if (report !== undefined) await report.save({ plan: found, next, ...(await named(context, found)) })
  await context.output.show(
    { data: found, next },
    {
      table: async (style) => {
        const { renderExport } = await import('../render/export.ts')
        return renderExport(found, { style, next, now: Date.now(), ...(await named(context, found)) })
      },
      md: async () => {
        const { markdownExport } = await import('../render/markdown/export.ts')
        return markdownExport(found, { next, ...(await named(context, found)) })
      },
    },
  )
}

async function named(context: CommandContext, found: Export): Promise<{ readonly snapshot?: PlanSnapshot }> {
  // Of an executed export only a report tells of lines and of names.
  if (found.status === 'executed' && context.flags.text('html') === undefined) return {}
  const snapshot = await snapshotForPeople(context, found)
  return snapshot === undefined ? {} : { snapshot }
}
