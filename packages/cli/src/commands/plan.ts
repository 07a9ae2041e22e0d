import { writeFile } from 'node:fs/promises'
import type { ExportPlan } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'
import { CommandError, usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { nextAfterPlan } from '../next-command.ts'
import { expandPath } from '../paths.ts'
import { orderIdsOf, planOrders } from '../plan-orders.ts'

/** `entrygo plan`: exits 0 for any decision, unless the flags ask for the decision as an exit code. */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, output, terminal } = context
  if (flags.text('explain') !== undefined) return (await import('./plan-explain.ts')).run(context)
  if (flags.text('plan') !== undefined)
    throw usageError('--plan names the plan for --explain: give --explain too.', '--plan')
  const failOn = flags.text('failOn') ?? (flags.isSet('detailedExitcode') ? 'review' : undefined)
  const idempotencyKey = context.key()
  const plan = await planOrders(context, { orderIds: await orderIdsOf(context), key: idempotencyKey })
  const out = flags.text('out')
  if (out !== undefined) await save(expandPath(terminal, terminal.cwd, out), plan, idempotencyKey)
  const next = nextAfterPlan(plan)
  await output.show({ data: plan, next, idempotencyKey }, async (style) => {
    const { renderPlan } = await import('../render/plan.ts')
    return renderPlan(plan, { style, next })
  })
  if (plan.readinessState === 'READY' || failOn === undefined) return 0
  if (plan.readinessState === 'BLOCKED') return 5
  return failOn === 'review' ? 3 : 0
}

async function save(path: string, plan: ExportPlan, idempotencyKey: string): Promise<void> {
  await writeFile(path, `${JSON.stringify(plan, undefined, 2)}\n`).catch((error: unknown) => {
    const reason = error instanceof Error && 'code' in error ? String(error.code) : String(error)
    const message = `${path} cannot be written (${reason}). The plan is made: read it with entrygo inspect ${plan.exportId}.`
    throw new CommandError('OUTPUT_ERROR', message, { field: '--out', idempotencyKey })
  })
}
