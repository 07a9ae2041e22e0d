import type { CommandContext } from '../command.ts'
import { CommandError } from '../errors.ts'
import { executeExport, exitCodeOfSubmission, waitForHandOff } from '../execution.ts'
import type { ExitCode } from '../exit-codes.ts'
import { namedExport } from '../export-id.ts'
import { passGate } from '../gate.ts'
import { nextAfterExecuted, nextAfterInspect } from '../next-command.ts'

/** `entrygo execute`: the only command with effects outside; the gate stands before it, always. */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, output, terminal } = context
  const { id, planHash } = await namedExport(context)
  if (id.startsWith('batch_dry_')) {
    const message = `${id} is a dry run and was never stored: plan without --dry-run, then execute that.`
    throw new CommandError('DRY_RUN_NOT_EXECUTABLE', message, { field: 'batchId' })
  }
  const client = await context.connect()
  const found = await client.inspect({ id }, { signal: terminal.signal })
  await passGate(context, found, { planHash, approvalKey: `${context.key()}:approve` })
  const executed = await executeExport(context, { found, key: context.key() })
  const idempotencyKey = context.key()
  if (!flags.isSet('wait')) {
    const next = nextAfterExecuted(executed)
    await output.show({ data: executed, next, idempotencyKey }, async (style) => {
      const { renderExecuted } = await import('../render/executed.ts')
      return renderExecuted(executed, { style, next })
    })
    return exitCodeOfSubmission(executed.broker_submission)
  }
  const settled = await waitForHandOff(context, id)
  const next = nextAfterInspect(settled)
  await output.show({ data: settled, next, idempotencyKey }, async (style) => {
    const { renderExport } = await import('../render/export.ts')
    return renderExport(settled, { style, next, now: Date.now() })
  })
  return exitCodeOfSubmission(settled.broker_submission)
}
