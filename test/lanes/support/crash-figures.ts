import type { Export } from '@entrygo/sdk/contract'
import { failpointNames } from '../../../packages/server/src/testing/failpoints.ts'
import type { History } from './crash-history.ts'
import type { Moments } from './crash-moments.ts'
import type { Receivers } from './crash-receivers.ts'

export interface CrashRun {
  readonly moments: Moments
  readonly history: History
  readonly receivers: Receivers
  readonly problems: readonly string[]
}

/** How far a run has come, in words. */
export function figuresOf({ moments, history, receivers, problems }: CrashRun): string {
  const { names, times } = moments.count()
  const inDoubt = history.all.filter(({ wasInDoubt }) => wasInDoubt).length
  return (
    `${times} of them at ${names} of ${failpointNames.length} failpoints; ${history.acknowledged()} acknowledged writes, ` +
    `${inDoubt} in doubt at a kill; ${receivers.mails.length} mails, ${receivers.hooks.length} webhooks; ` +
    `${problems.length} problems`
  )
}

export function summaryOf(
  run: CrashRun,
  end: { readonly kills: number; readonly exports: readonly Export[]; readonly fewestHits: number },
): string {
  const { rare } = run.moments.count()
  const named = rare.length > 0 && rare.length < 13 ? ` (${rare.join(', ')})` : ''
  return (
    `${end.kills} kills, ${figuresOf(run)}; ${rare.length} failpoints were met less than ${end.fewestHits} times${named}; ` +
    `${end.exports.length} executed exports came to rest; ` +
    `${run.receivers.borderBuddy.effects().length} effects at the broker with keys.`
  )
}
