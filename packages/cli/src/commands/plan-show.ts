import type { CommandContext } from '../command.ts'
import { inputError, usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { isPlan } from '../input/plan-side.ts'
import { nextAfterPlan } from '../next-command.ts'
import { readUncheckedPlan } from '../plan-file/plan-file.ts'
import { reportPlaceOf } from '../report-file.ts'
import { checkPlanFile } from '../verify/plan-file-checks.ts'

/**
 * `entrygo plan show`: the plan of a file as `plan` shows it, and whether it is still what was planned; without a server.
 * Exits 11 for a file that was altered, as every command does that is given it.
 */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, output, terminal } = context
  const file = flags.argument(0)
  if (file === undefined || file === '')
    throw usageError('No plan is named: give the file that plan --out wrote.', 'file')
  const report = await reportPlaceOf(context)
  const read = await readUncheckedPlan(terminal, file)
  const { plan, name, accountId, validThrough } = read
  if (!isPlan(plan)) throw inputError(`${name} holds no whole plan: give the file that plan --out wrote.`, 'file')
  const checks = await checkPlanFile(read)
  // Without the hashed value nobody can say.
  const intact = checks.length === 0 ? null : checks.every(({ ok }) => ok)
  const { snapshot: _, ...rest } = plan
  const data = {
    file: name,
    intact,
    checks,
    accountId: accountId ?? null,
    validThrough: validThrough ?? null,
    // What was altered is not shown as if somebody had planned it.
    ...(intact !== false && { plan: rest }),
  }
  const next = intact === false ? [] : nextAfterPlan(plan)
  if (intact !== false)
    await report?.save({ plan, next, ...(plan.snapshot !== undefined && { snapshot: plan.snapshot }) })
  await output.show(
    { data, next },
    {
      table: async (style) => {
        const [{ renderPlan }, { renderPlanFile }] = await Promise.all([
          import('../render/plan.ts'),
          import('../render/plan-file.ts'),
        ])
        const head = renderPlanFile(data, style)
        return intact === false ? head : `${head}\n\n${renderPlan(plan, { style, next })}`
      },
      md: async () => {
        const [{ markdownPlan }, { markdownPlanFile }] = await Promise.all([
          import('../render/markdown/plan.ts'),
          import('../render/markdown/plan-file.ts'),
        ])
        const head = markdownPlanFile(data)
        return intact === false ? head : `${head}\n${markdownPlan(plan, next)}`
      },
    },
  )
  return intact === false ? 11 : 0
}
