import type { Refusal } from '../domain/refusal.ts'
import { isRefusal } from '../domain/refusal.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { exportNotFound, planNotFound } from './refusals.ts'

export interface PlanParams {
  readonly id: string
  readonly planHash: string
}

/** The hashed value of a plan: the stored bytes, whose SHA-256 is the planHash and so the `ETag` too. */
export async function getPlan({ id, planHash }: PlanParams, caller: Caller, ports: Ports): Promise<Reply | Refusal> {
  const body = await storedSnapshot({ exportId: id, planHash, field: 'planHash' }, caller, ports)
  if (isRefusal(body)) return body
  return {
    status: 200,
    contentType: 'application/json',
    body,
    headers: { ETag: `"${planHash.slice('sha256:'.length)}"` },
  }
}

export interface WantedPlan {
  readonly exportId: string
  readonly planHash: string
  /** The parameter that names the plan. */
  readonly field: string
}

/** The snapshot of one plan of an export as canonical JSON, or why there is none. */
export async function storedSnapshot(
  { exportId, planHash, field }: WantedPlan,
  { accountId }: Caller,
  { store }: Ports,
): Promise<string | Refusal> {
  const found = await store.findPlan(accountId, exportId, planHash)
  if (found === null) {
    const current = await store.loadExportVersion(accountId, exportId)
    return current === null ? exportNotFound('id', exportId) : planNotFound(field, planHash, exportId)
  }
  const snapshot = await store.loadSnapshot(accountId, exportId, found.planNo)
  if (snapshot === null) throw new Error(`Export ${exportId} lost the snapshot of plan ${found.planNo}.`)
  return snapshot
}
