import type { CommandContext } from '../command.ts'
import type { ExitCode } from '../exit-codes.ts'
import { namedExport } from '../export-id.ts'
import { nextAfterInspect } from '../next-command.ts'
import { validityOf } from '../render/approval-validity.ts'

/** `entrygo approvals`: who approved which plan of an export, why, and whether that still counts. */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { output, terminal } = context
  const { id } = await namedExport(context)
  const client = await context.connect()
  const found = await client.inspect({ id }, { signal: terminal.signal })
  const { exportId, planHash, readinessState, state, policy, approvals } = found
  const now = Date.now()
  const next = nextAfterInspect(found)
  const told = approvals.map((approval) => ({ ...approval, validity: validityOf(approval, now) }))
  const shown = { exportId, planHash, readinessState, state, ...policy }
  await output.show({ data: { ...shown, approvals: told }, next }, async (style) => {
    const { renderApprovals } = await import('../render/approvals.ts')
    return renderApprovals({ ...shown, approvals }, { style, next, now })
  })
  return 0
}
