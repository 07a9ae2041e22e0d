import type { Store } from '../../ports.ts'
import { crashAt, installFailpoints, killThisProcess } from '../../testing/failpoints.ts'
import {
  accountId,
  at,
  change,
  event,
  executed,
  exportId,
  exportRecord,
  plan,
  planned,
  reply,
} from '../conformance/fixtures.conformance.ts'
import { order, recordWrites, webhook } from '../conformance/record-fixtures.conformance.ts'
import { openSqliteStore } from './sqlite-store.ts'

const profile = { rev: 1, doc: { accountId, gate: { mode: 'server' as const, flags: [], approvalTtlHours: 168 } } }
const approval = {
  id: 'apr_1',
  planNo: 1,
  planHash: plan().planHash,
  actor: { type: 'person' as const, name: 'Export Desk' },
  reason: 'checked',
  approvedAt: at,
  expiresAt: at + 1000,
}

/**
 * One life of an export, every step repeatable: sync, plan, approve, execute, claim, outcome; and of its endpoint, which is
 * given a replay, moves, is gone and is tidied up after.
 */
export const flow: readonly ((store: Store) => Promise<unknown>)[] = [
  (store) =>
    store.commit(
      change([...recordWrites(order('a'), webhook('erp')), { write: 'profile', profile }], { reply: reply('sync') }),
    ),
  (store) => store.commit(change(planned(), { reply: reply('plan') })),
  (store) => store.commit(change([{ write: 'approval', exportId, approval }], { reply: reply('approve') })),
  (store) => {
    const budget = { write: 'budget', brokerId: 'br_1', windowStart: at, limit: 9 } as const
    const expect = [{ expect: 'export', exportId, version: 1 } as const]
    return store.commit(change([...executed(), budget], { reply: reply('execute'), expect }))
  },
  (store) => store.claimEffect({ worker: 'w1', now: at, leaseUntil: at + 45_000, avoidDestinations: [] }),
  async (store) => {
    const submission = (await store.loadExport(accountId, exportId))?.submissions[0]
    const attempt = submission?.attempts.at(-1)
    if (submission === undefined || attempt === undefined) throw new Error('nothing was claimed')
    const outcome = change(
      [
        { write: 'attempt', deliveryId: submission.id, attempt: { ...attempt, finishedAt: at, outcome: 'accepted' } },
        { write: 'delivery', delivery: { ...submission, state: 'ACCEPTED' } },
        { write: 'noOutbox', outboxId: `out_${exportId}` },
        { write: 'export', export: exportRecord({ status: 'executed', eventSeq: 4, version: 4 }) },
        event(4),
      ],
      { reply: reply('outcome') },
    )
    return await store.commit(outcome)
  },
  (store) => {
    const replay = { write: 'replay', webhookId: 'whk_erp', exportId, afterSeq: 0 } as const
    return store.commit(change([replay], { reply: reply('replay') }))
  },
  (store) => {
    const { rev, doc, ...rest } = webhook('erp')
    const moved = { ...rest, rev: rev + 1, doc: { ...doc, url: 'https://erp.example/moved' } }
    const readdress = { write: 'readdress', webhookId: 'whk_erp' } as const
    return store.commit(change([...recordWrites(moved), readdress], { reply: reply('readdress') }))
  },
  (store) => store.commit(change([{ write: 'endWaiting', webhookId: 'whk_erp' }], { reply: reply('end') })),
  async (store) => {
    while (await store.tidyEndpoints(1)) {}
  },
]

// Run as a process of its own: node write-flow.conformance.ts <file> <name:hit>. It prints each step it was told of.
const [file, failpoint] = process.argv.slice(2)
if (process.argv[1]?.endsWith('write-flow.conformance.ts') && file !== undefined && failpoint !== undefined) {
  installFailpoints(crashAt(failpoint, killThisProcess))
  const store = await openSqliteStore({ file })
  for (const [index, step] of flow.entries()) {
    await step(store)
    process.stdout.write(`${index + 1}\n`)
  }
}
