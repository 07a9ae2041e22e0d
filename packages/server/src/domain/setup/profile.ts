import type { AccountProfile, AccountProfileInput } from '@entrygo/sdk/contract'
import type { StoredProfile } from '../records.ts'
import { canonicalCopy, isEqualJson } from './canonical-copy.ts'

/** The profile of an account that never set one; `rev` 0. */
export function unsetProfile(accountId: string): StoredProfile {
  return { rev: 0, doc: { accountId, gate: gateOf(undefined) } }
}

/**
 * The profile as it will be stored, replaced as a whole, the defaults of the gate filled in and its flags sorted. The
 * very object `existing` when nothing changed: then nothing is to be written.
 */
export function profileOf(input: AccountProfileInput, existing: StoredProfile): StoredProfile {
  const { idempotencyKey: _, gate, ...facts } = input
  const doc = canonicalCopy({ ...facts, gate: gateOf(gate) })
  if (existing.rev > 0 && isEqualJson(existing.doc, doc)) return existing
  return { rev: existing.rev + 1, doc }
}

/** Protocol §6.1, Profile. */
const defaultApprovalTtlHours = 168

function gateOf(gate: AccountProfileInput['gate']): AccountProfile['gate'] {
  return {
    mode: 'server',
    approvalTtlHours: defaultApprovalTtlHours,
    ...gate,
    flags: [...new Set(gate?.flags)].sort(),
  }
}
