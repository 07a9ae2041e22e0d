import type { CommandContext } from '../command.ts'
import { executeExport, exitCodeOfSubmission, waitForHandOff } from '../execution.ts'
import type { ExitCode } from '../exit-codes.ts'
import { namedExport } from '../export-id.ts'
import { nextAfterExecuted, nextAfterInspect } from '../next-command.ts'
import { passGate } from '../policy/gate.ts'
import { findPolicy } from '../policy/policy-file.ts'

/** `entrygo execute`: the only command with effects outside; the gate stands before it, always. */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, output, terminal } = context
  const { id, planHash, file } = await namedExport(context)
  const { requireStored, requireUsable } = await import('../plan-file/plan-file.ts')
  requireStored(id)
  if (file !== undefined) requireUsable(file, new Date())
  const policy = await findPolicy(context)
  const client = await context.connect()
  const found = await client.inspect({ id }, { signal: terminal.signal })
  const journaled = await context.journal()
  const { key: idempotencyKey } = journaled
  await passGate(context, found, { planHash, file: policy, approvalKey: `${idempotencyKey}:approve` })
  const executed = await executeExport(context, { found, key: idempotencyKey })
  await journaled.note({ done: 'executed', exportId: id })
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
  await output.show(
    { data: settled, next, idempotencyKey },
    {
      table: async (style) => {
        const { renderExport } = await import('../render/export.ts')
        return renderExport(settled, { style, next, now: Date.now() })
      },
      md: async () => {
        const { markdownExport } = await import('../render/markdown/export.ts')
        return markdownExport(settled, { next })
      },
    },
  )
  return exitCodeOfSubmission(settled.broker_submission)
}
