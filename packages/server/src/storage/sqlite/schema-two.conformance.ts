import { sqliteMigrations } from '../migrations/index.ts'
import { Database } from './database.ts'
import { migrate } from './migrate.ts'
import { packedText } from './packed-text.ts'

const at = 1_700_000_000_000
const open = { one: 'QUEUED', two: 'RETRY_WAIT', three: 'ACCEPTED' } as const

/**
 * A file as schema 2 left it, with rows in every table: three executed exports of two accounts, whose submissions wait,
 * wait for another try under a lease that was never given back, and are sent.
 */
export async function fillSchemaTwo(file: string): Promise<void> {
  const database = new Database({ file, access: 'write', cacheBytes: 1024 * 1024 })
  await migrate(database, sqliteMigrations.slice(0, 2))
  const run = (sql: string, ...values: readonly (string | number | null | Uint8Array)[]): void => {
    database.prepare(sql).run(...values)
  }
  run(
    'INSERT INTO api_keys VALUES (?, ?, ?, ?, ?, ?, ?)',
    'key_1',
    'acc_one',
    'eg_',
    'a'.repeat(64),
    '["read"]',
    at,
    null,
  )
  run(
    'INSERT INTO idempotency VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    'acc_one',
    'k',
    'f',
    'syncOrders',
    200,
    'application/json',
    null,
    at,
    at + 1,
    bytes('{}'),
  )
  run('INSERT INTO accounts VALUES (?, ?, ?)', 'acc_one', 3, '{"accountId":"acc_one"}')
  run('INSERT INTO budgets VALUES (?, ?, ?, ?)', 'acc_one', 'br_1', at, 2)
  for (const table of ['orders', 'products', 'warehouses', 'brokers'])
    run(
      `INSERT INTO ${table} VALUES (?, ?, ?, ?, ?, ?, ?)`,
      'acc_one',
      'x',
      `${table}_1`,
      2,
      null,
      'secret',
      '{"of":"x"}',
    )
  run('INSERT INTO blobs VALUES (?, ?, ?)', 'sha', 5, bytes('bytes'))
  for (const [name, state] of Object.entries(open))
    fillExport(run, { name, state, account: name === 'three' ? 'acc_two' : 'acc_one' })
  database.close()
}

type Run = (sql: string, ...values: readonly (string | number | null | Uint8Array)[]) => void

function fillExport(run: Run, { name, state, account }: { name: string; state: string; account: string }): void {
  const id = `batch_${name}`
  run('INSERT INTO exports VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)', account, id, 'executed', 2, 2, 4, at, 'READY', 'wh_1')
  // The plan that was executed names the broker, not the one before it.
  for (const [planNo, brokerId] of [
    [1, 'br_before'],
    [2, `br_${name}`],
  ] as const) {
    const documents = packedText(JSON.stringify({ request: { brokerId }, body: {}, decision: {} }))
    run(
      'INSERT INTO plans VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
      account,
      id,
      planNo,
      'h',
      'READY',
      at,
      documents,
      packedText('{}'),
    )
  }
  run(
    'INSERT INTO approvals VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    account,
    `apr_${name}`,
    id,
    2,
    'h',
    '{}',
    'checked',
    at,
    at,
  )
  run('INSERT INTO executions VALUES (?, ?, ?, ?, ?)', account, id, 2, 'h', at)
  run('INSERT INTO packages VALUES (?, ?, ?, ?, ?, ?)', account, `pkg_${name}`, id, 'P-1', 'sha', at)
  run(
    'INSERT INTO artifacts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
    account,
    id,
    'cci_csv',
    1,
    'a.csv',
    'text/csv',
    'sha',
    5,
    at,
  )
  run(
    'INSERT INTO notifications VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    account,
    `ntf_${name}`,
    id,
    'warehouse',
    'none',
    null,
    'recorded',
    at,
  )
  run(
    'INSERT INTO submissions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
    account,
    `sub_${name}`,
    id,
    1,
    'email',
    'at_most_once',
    'desk@broker.example',
    'Package',
    state,
    'sha',
    state === 'ACCEPTED' ? 'ref' : null,
    2,
    1,
    at,
  )
  if (state !== 'QUEUED')
    run(
      'INSERT INTO attempts VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)',
      account,
      `sub_${name}`,
      1,
      1,
      'send',
      at,
      at + 1,
      'unknown',
      'timeout',
    )
  if (state !== 'ACCEPTED') {
    const leased = state === 'RETRY_WAIT'
    run(
      'INSERT INTO outbox VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)',
      `out_${name}`,
      account,
      id,
      `sub_${name}`,
      'desk@broker.example',
      at + 5,
      leased ? 'w1' : null,
      1,
      leased ? at + 45_000 : null,
      1,
      1,
    )
  }
  for (const seq of [1, 2])
    run(
      'INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?)',
      account,
      id,
      seq,
      `evt_${name}_${seq}`,
      'EXPORT_PLANNED',
      at,
      '{}',
    )
}

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}
