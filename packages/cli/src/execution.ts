import { waitForExport } from '@entrygo/sdk'
import type { ExecutedExport, Export } from '@entrygo/sdk/contract'
import type { CommandContext } from './command.ts'
import type { ExitCode } from './exit-codes.ts'

/** Executes the plan that the gate has let pass; the hash goes along, so that no other one is executed. */
export async function executeExport(
  context: CommandContext,
  { found, key }: { readonly found: Export; readonly key: string },
): Promise<ExecutedExport> {
  const client = await context.connect()
  return client.execute(
    {
      accountId: await (await context.settings()).need('accountId'),
      batchId: found.exportId,
      planHash: found.planHash,
      idempotencyKey: key,
      ...(context.flags.isSet('acceptDuplicateRisk') && { acceptDuplicateRisk: true }),
    },
    { signal: context.terminal.signal },
  )
}

/** Waits until the hand-off to the broker has ended, well or badly; 10 minutes unless `--timeout` says otherwise. */
export async function waitForHandOff(context: CommandContext, exportId: string): Promise<Export> {
  const { terminal, flags, output } = context
  const timeoutMs = flags.durationMs('timeout')
  output.progress('waiting for the broker submission')
  return waitForExport(await context.connect(), exportId, {
    until: [],
    signal: terminal.signal,
    onEvent: ({ type }) => output.progress(`waiting for the broker submission; last event ${type}`),
    ...(timeoutMs !== undefined && { timeoutMs }),
  })
}

/** What the submission says about the run: failed for good 7, unknown 9, else 0. */
export function exitCodeOfSubmission(submission: { readonly status: string } | null): ExitCode {
  if (submission?.status === 'failed') return 7
  return submission?.status === 'unknown' ? 9 : 0
}
