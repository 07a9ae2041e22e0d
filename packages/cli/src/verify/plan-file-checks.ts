import { isRecord } from '../input/record.ts'
import type { ReadPlan } from '../plan-file/plan-file.ts'
import { checkPlan, type PlanCheck } from './plan-checks.ts'

/** The checks of a plan and of what its file adds; none for a plan without its snapshot, which cannot be checked. */
export async function checkPlanFile(read: ReadPlan): Promise<readonly PlanCheck[]> {
  if (read.snapshot === undefined) return []
  const checks = await checkPlan(read.plan, read.name)
  return read.validThrough === undefined ? checks : [...checks, validThroughCheck(read, read.validThrough)]
}

function validThroughCheck({ plan }: ReadPlan, told: string | null): PlanCheck {
  const named = { check: 'last valid day', field: 'validThrough' }
  const { flags, rulePack } = plan
  const known = isRecord(rulePack) ? rulePack['validThrough'] : undefined
  if (!Array.isArray(flags) || typeof known !== 'string') {
    return { ...named, ok: false, detail: 'the file lacks flags or rulePack' }
  }
  const expected = flags.includes('AS_OF_FIXED') ? null : known
  const ok = told === expected
  const day = (value: string | null): string => value ?? 'no day, since --as-of fixed it'
  return { ...named, ok, detail: ok ? day(told) : `the file says ${day(told)}, and its rule pack ${day(expected)}` }
}
