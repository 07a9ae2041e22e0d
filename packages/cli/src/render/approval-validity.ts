import type { Approval } from '@entrygo/sdk/contract'

/** Whether an approval counts, or why it does not. */
export type ApprovalValidity = 'live' | 'expired' | 'plan_changed'

/** An approval dies at its end, or with the plan it was given to; `now` in milliseconds UTC. */
export function validityOf({ live, expires_at }: Approval, now: number): ApprovalValidity {
  if (live) return 'live'
  return Date.parse(expires_at) <= now ? 'expired' : 'plan_changed'
}

/** In words; `planHash` is that of the export now. */
export function validityInWords(approval: Approval, { planHash, now }: { planHash: string; now: number }): string {
  const { expires_at, planHash: given } = approval
  switch (validityOf(approval, now)) {
    case 'live':
      return `live until ${expires_at}`
    case 'expired':
      return `expired at ${expires_at}`
    case 'plan_changed':
      return given === planHash
        ? 'no longer counts: the export was planned again after it'
        : `no longer counts: it died with its plan ${given.slice(0, 19)}…`
  }
}
