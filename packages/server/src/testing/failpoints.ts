/**
 * The named moments at which a crash is interesting, in the order in which one write passes them. `apply.*` stands after
 * the rows of that kind are written and before the next, `apply.fanOut` between an event and its deliveries; `outcome.*`
 * only in changes that record the result of a send; `tidy.*` follow the rows of a slice of what waited for an endpoint that
 * moved or is gone, and its commit.
 */
export const storeFailpointNames = [
  'migration.applied',
  'migration.versioned',
  'group.begin',
  'apply.reply',
  'apply.expectations',
  'apply.budget',
  'apply.record',
  'apply.profile',
  'apply.newExport',
  'apply.export',
  'apply.plan',
  'apply.approval',
  'apply.execution',
  'apply.blob',
  'apply.package',
  'apply.artifact',
  'apply.notification',
  'apply.attempt',
  'apply.delivery',
  'apply.noOutbox',
  'apply.outbox',
  'apply.readdress',
  'apply.endWaiting',
  'apply.fanOut',
  'apply.event',
  'apply.replay',
  'outcome.applied',
  'tidy.applied',
  'claim.leased',
  'claim.intent',
  'group.beforeCommit',
  'group.afterCommit',
  'claim.committed',
  'tidy.committed',
  'outcome.committed',
] as const

/**
 * Moments outside the store's transactions: between the rendering of a message and its commit, between a claim and the
 * first byte, between the reply and the outcome, and while leases and keys run out.
 */
export const deliveryFailpointNames = [
  'execute.rendered',
  'execute.prepared',
  'resend.prepared',
  'dispatch.claimed',
  'lease.renewed',
  'send.beforeFirstByte',
  'send.afterReply',
  'notify.beforeFirstByte',
  'notify.afterReply',
  'event.beforeFirstByte',
  'event.afterReply',
  'query.beforeFirstByte',
  'query.afterReply',
  'outcome.decided',
  'outcome.recorded',
  'expire.found',
  'expire.decided',
  'expire.recorded',
  'lapse.found',
  'lapse.decided',
  'lapse.recorded',
] as const

/** Moments of a restore, which no server passes: each leaves the old store, or one that does not send. */
export const restoreFailpointNames = [
  'restore.prepared',
  'restore.announced',
  'restore.setAside',
  'restore.cleared',
  'restore.done',
] as const

export type FailpointName = ServerFailpointName | (typeof restoreFailpointNames)[number]

type ServerFailpointName = (typeof storeFailpointNames)[number] | (typeof deliveryFailpointNames)[number]

/** Those that a server passes. */
export const failpointNames: readonly ServerFailpointName[] = [...storeFailpointNames, ...deliveryFailpointNames]

export type FailpointHook = (name: FailpointName) => void

/** Marks a moment. Does nothing unless a hook is installed. */
export function failpoint(name: FailpointName): void {
  hook?.(name)
}

/** Installs a hook for the whole process, or removes it with null. For tests, and for {@link crashAt}. */
export function installFailpoints(next: FailpointHook | null): void {
  hook = next
}

/**
 * A hook that calls `crash` when a failpoint is passed for the given time; `setting` is `name:hit`, `hit` counts from 1
 * and is 1 when absent. A name that is not in {@link failpointNames} throws, so that no crash test passes by a misprint.
 */
export function crashAt(setting: string, crash: () => void): FailpointHook {
  const [name = '', hit = '1'] = setting.split(':')
  const wanted = [...failpointNames, ...restoreFailpointNames].find((known) => known === name)
  const hits = Number(hit)
  if (wanted === undefined || !Number.isSafeInteger(hits) || hits < 1)
    throw new Error(`failpoint "${setting}" is not name:hit with a name of: ${failpointNames.join(', ')}`)
  let passed = 0
  return (reached) => {
    if (reached !== wanted) return
    passed += 1
    if (passed === hits) crash()
  }
}

/** Dies as a crash does: no handler runs, no buffer is flushed. */
export function killThisProcess(): void {
  process.kill(process.pid, 'SIGKILL')
}

let hook: FailpointHook | null = null
