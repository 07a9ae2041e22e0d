import { lane, type PlantedBug, tests } from './planted-bug.ts'

const source = 'packages/server/src/'
const restores = lane('restore', '--restores', '4', '--seed', '3')

/** Defects of restore and quarantine: what a lost life has sent goes out again, or nothing tells of it. */
export const restoreBugs: readonly PlantedBug[] = [
  {
    name: 'sends-in-quarantine',
    promise: 'C13: no send before the quarantine is lifted',
    file: `${source}storage/sqlite/store-writes.ts`,
    find: '(isQuarantined() ? null : claimNext(claim))',
    replace: 'claimNext(claim)',
    command: tests('storage/sqlite/sqlite-store.test.ts'),
    says: /lets nothing be claimed or decided, not even what is queued since/,
  },
  {
    name: 'restored-rows-not-held',
    promise: 'C13: what may have been sent is decided before it is sent',
    file: `${source}storage/sqlite/quarantine.ts`,
    find: "  database.prepare('UPDATE outbox SET not_after = 0').run()\n",
    replace: '',
    command: restores,
    says: /and nothing tells of it|effects under at_most_once/,
  },
  {
    name: 'lost-time-untold',
    promise: 'C13: whatever goes twice is marked',
    file: `${source}domain/delivery/after-restore.ts`,
    find: 'attempts: [...delivery.attempts, lost] }',
    replace: 'attempts: delivery.attempts }',
    command: tests('domain/delivery/after-restore.test.ts'),
    says: /gets an attempt that spans that time/,
  },
]
