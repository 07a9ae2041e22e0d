import type { ExportPlan } from '@entrygo/sdk/contract'
import { codeOf, requireWritable, writePrivately } from '../atomic-file.ts'
import { CommandError } from '../errors.ts'
import { isRecord } from '../input/record.ts'
import { planFileOf } from './plan-file.ts'

/** Where a plan goes, looked at before it is made. */
export interface PlanPlace {
  save(plan: ExportPlan, run: { readonly accountId: string; readonly idempotencyKey?: string }): Promise<void>
}

/** The place of `plan --out`. An older plan is replaced; any other file is refused before anything is planned. */
export async function openPlanPlace(path: string): Promise<PlanPlace> {
  await requireWritable(path, { field: '--out', mayReplace: holdsPlan })
  return {
    save: async (plan, { accountId, idempotencyKey }) => {
      const text = `${JSON.stringify(planFileOf(plan, accountId), undefined, 2)}\n`
      await writePrivately(path, text).catch((error: unknown) => {
        const message = `${path} cannot be written (${codeOf(error)}). The plan is made: read it with entrygo inspect ${plan.exportId}.`
        throw new CommandError('OUTPUT_ERROR', message, {
          field: '--out',
          ...(idempotencyKey !== undefined && { idempotencyKey }),
        })
      })
    },
  }
}

function holdsPlan(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text)
    return isRecord(value) && typeof value['exportId'] === 'string' && typeof value['planHash'] === 'string'
  } catch {
    return false
  }
}
