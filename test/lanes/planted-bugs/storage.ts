import { lane, type PlantedBug, simulation, tests } from './planted-bug.ts'

const source = 'packages/server/src/storage/'
const conformance = tests('storage/sqlite/sqlite-store.test.ts')

/** Defects of the store: durability, unique keys, leases, tenants. */
export const storageBugs: readonly PlantedBug[] = [
  {
    name: 'no-unique-open-submission',
    promise: 'I2: at most one submission of an export is open',
    file: `${source}migrations/0003-deliveries.ts`,
    find: 'CREATE UNIQUE INDEX submissions_one_open',
    replace: 'CREATE INDEX submissions_one_open',
    command: conformance,
    says: /has at most one submission that is not finished/,
  },
  {
    name: 'no-unique-revision',
    promise: 'I2: one submission of each revision',
    file: `${source}migrations/0003-deliveries.ts`,
    find: 'CREATE UNIQUE INDEX submissions_of_export',
    replace: 'CREATE INDEX submissions_of_export',
    command: conformance,
    says: /has at most one submission of a revision/,
  },
  {
    name: 'second-execution-taken',
    promise: 'I2: one execution of an export',
    file: `${source}sqlite/statements.ts`,
    find: 'VALUES (?, ?, ?, ?, ?) ON CONFLICT (account_id, export_id) DO NOTHING',
    replace:
      'VALUES (?, ?, ?, ?, ?) ON CONFLICT (account_id, export_id) DO UPDATE SET executed_at = excluded.executed_at',
    command: conformance,
    says: /is executed once: a second execution is stale/,
  },
  {
    name: 'acknowledged-before-sync',
    promise: 'I1: what is acknowledged is on stable storage',
    file: `${source}sqlite/group-commit.ts`,
    find: '      await whileBusy(() => database.transaction(() => applyGroup(database, group)))\n',
    replace:
      '      database.exec(`PRAGMA synchronous = NORMAL`)\n' +
      '      await whileBusy(() => database.transaction(() => applyGroup(database, group)))\n' +
      '      setTimeout(() => closed || database.copyLog(), 5)\n',
    command: lane('power-loss', '--cuts', '60'),
    says: /cut after step/,
  },
  {
    name: 'synchronous-normal',
    promise: 'R2: what is acknowledged survives a power failure',
    file: `${source}sqlite/database.ts`,
    find: "['synchronous', 'FULL', 2]",
    replace: "['synchronous', 'NORMAL', 1]",
    command: lane('power-loss', '--cuts', '60'),
    says: /cut after step/,
  },
  {
    name: 'no-checkpoint-at-start',
    promise: 'R2: a replay after a crash acknowledges only what is synced',
    file: `${source}sqlite/sqlite-store.ts`,
    find: '  await whileBusy(() => database.emptyLog())\n',
    replace: '',
    command: lane('power-loss', '--cuts', '60'),
    says: /replay|cut/,
  },
  {
    name: 'no-intent-row',
    promise: 'I5: the attempt is committed before the first byte leaves',
    file: `${source}sqlite/outbox.ts`,
    find: '    open.run(row.accountId, row.deliveryId, row.lastN, row.leaseEpoch, row.kind, now)\n',
    replace: '',
    command: conformance,
    says: /commits the open attempt/,
  },
  {
    name: 'claimed-past-not-after',
    promise: '7.1: nothing is sent after its key has stopped being trusted',
    file: `${source}sqlite/outbox.ts`,
    find: '(not_after IS NULL OR not_after >= ?) ORDER BY',
    replace: '(not_after IS NULL OR ? >= 0) ORDER BY',
    command: conformance,
    says: /is not given, up to and including that time it is/,
  },
  {
    name: 'lease-of-anybody-renewed',
    promise: 'I7: only its holder renews a lease',
    file: `${source}sqlite/store-writes.ts`,
    find: "'UPDATE outbox SET lease_until = ? WHERE id = ? AND lease_owner = ? AND lease_epoch = ?'",
    replace: "'UPDATE outbox SET lease_until = ? WHERE id = ? AND (lease_owner = ? OR lease_epoch >= ? - 1)'",
    command: conformance,
    says: /is renewed by its holder alone/,
  },
  {
    name: 'missing-account-filter',
    promise: 'I9: every statement filters on the account',
    file: `${source}sqlite/store-reads.ts`,
    find: 'WHERE d.account_id = ? AND d.id = ?`)',
    replace: 'WHERE ? <> d.id AND d.id = ?`)',
    command: conformance,
    says: /of another account does not exist/,
  },
  {
    name: 'expectations-ignored',
    promise: 'I2: what was decided on has not moved when it is written',
    file: `${source}sqlite/apply-change.ts`,
    find: 'return statements.leaseIs.get(accountId, expected.outboxId, expected.epoch) !== undefined',
    replace: 'return true',
    command: conformance,
    says: /lets only its current epoch decide/,
  },
  {
    name: 'events-fanned-out-to-none',
    promise: 'events: each is queued to every endpoint that asked for it',
    file: `${source}sqlite/fan-out.ts`,
    find: '        if (!active || !events.includes(event.type)) continue\n',
    replace: '        if (!active || !events.includes(event.type) || event.seq > 8) continue\n',
    command: simulation,
    says: /events: \d+ deliveries for \d+ events/,
  },
]
