import { canonicalJson } from './canonical-json.ts'
import type { ExportPlan, PlanHash, PlanSnapshot } from './contract/index.ts'
import { EntryGoError } from './transport/errors.ts'
import { sha256Hex } from './transport/idempotency.ts'

/** `sha256:` and the SHA-256, in hex, of the RFC 8785 canonical JSON of a plan's snapshot. Needs no server. */
export async function planHashOf(snapshot: PlanSnapshot): Promise<PlanHash> {
  return `sha256:${await sha256Hex(new TextEncoder().encode(canonicalJson(snapshot)))}`
}

/** The hash that a plan names beside the one that its snapshot has. */
export interface PlanVerification {
  /** The snapshot is exactly what `planHash` names. */
  readonly matches: boolean
  readonly planHash: PlanHash
  readonly recomputed: PlanHash
}

/** Recomputes the hash of a plan made with `includeSnapshot`. Throws `EntryGoError` for a plan without its snapshot. */
export async function verifyPlan(plan: Pick<ExportPlan, 'planHash' | 'snapshot'>): Promise<PlanVerification> {
  if (plan.snapshot === undefined) {
    throw new EntryGoError({
      kind: 'config',
      code: 'INVALID_ARGUMENT',
      field: 'snapshot',
      message: 'The plan has no snapshot to recompute its hash from: plan with includeSnapshot.',
    })
  }
  const recomputed = await planHashOf(plan.snapshot)
  return { matches: recomputed === plan.planHash, planHash: plan.planHash, recomputed }
}
