import { describe, expect, it } from 'vitest'
import type { Bench } from '../store.conformance.ts'
import {
  accountId,
  artifactBytes,
  at,
  change,
  event,
  executed,
  exportId,
  exportRecord,
  otherAccountId,
  outbox,
  outcomeOf,
  payload,
  plan,
  planned,
  sha256,
  submission,
  write,
} from './fixtures.conformance.ts'

export function exportsConform({ store }: Bench): void {
  describe('an export', () => {
    it('is read with its plan and events once it is planned', async () => {
      await write(store(), planned())
      const history = await store().loadExport(accountId, exportId)
      expect(history).toMatchObject({
        export: exportRecord(),
        approvals: [],
        execution: null,
        package: null,
        artifacts: [],
        notifications: [],
        submissions: [],
        profile: { rev: 0 },
      })
      expect(history?.plan).toEqual(plan())
      expect(history?.events.map(({ seq }) => seq)).toEqual([1, 2])
    })

    it('is read complete once it is executed, whatever the order of the writes was', async () => {
      await write(store(), planned())
      await write(store(), executed())
      const history = await store().loadExport(accountId, exportId)
      expect(history).toMatchObject({
        export: { status: 'executed', version: 2 },
        execution: { planNo: 1, planHash: plan().planHash, executedAt: at },
        package: { id: 'pkg_batch_1', exportId, packageNumber: 'P-1' },
        artifacts: [{ artifactType: 'cci_csv', filename: 'invoice.csv', sha256: sha256(artifactBytes) }],
        notifications: [{ id: 'ntf_batch_1', recipient: null, delivery: null }],
      })
      expect(history?.submissions).toEqual([submission({ outbox: outbox().outbox })])
    })

    it('shows the plan that is current, and keeps the snapshots of all', async () => {
      await write(store(), planned())
      const second = plan({ planNo: 2, planHash: `sha256:${'e'.repeat(64)}`, readinessState: 'BLOCKED' })
      await write(store(), [
        { write: 'plan', exportId, plan: second, snapshot: '{"second":true}' },
        { write: 'export', export: exportRecord({ planNo: 2, version: 2 }) },
      ])
      expect((await store().loadExport(accountId, exportId))?.plan).toEqual(second)
      expect(await store().loadSnapshot(accountId, exportId, 1)).toBe('{"orders":{},"of":"batch_1"}')
      expect(await store().loadSnapshot(accountId, exportId, 2)).toBe('{"second":true}')
    })

    it('is found by the hash of any of its plans, the latest one first', async () => {
      const other = `sha256:${'e'.repeat(64)}`
      await write(store(), planned())
      for (const planNo of [2, 3]) {
        const again = plan({ planNo, planHash: planNo === 2 ? other : plan().planHash })
        await write(store(), [
          { write: 'plan', exportId, plan: again, snapshot: '{}' },
          { write: 'export', export: exportRecord({ planNo, version: planNo }) },
        ])
      }
      expect([
        await store().findPlan(accountId, exportId, other),
        await store().findPlan(accountId, exportId, plan().planHash),
        await store().findPlan(accountId, exportId, `sha256:${'0'.repeat(64)}`),
        await store().findPlan(accountId, 'batch_other', other),
      ]).toEqual([{ planNo: 2 }, { planNo: 3 }, null, null])
    })

    it('lists approvals with the newest last', async () => {
      await write(store(), planned())
      const approval = (id: string, approvedAt: number) =>
        ({
          write: 'approval',
          exportId,
          approval: {
            id,
            planNo: 1,
            planHash: plan().planHash,
            actor: { type: 'person', name: 'Export Desk' },
            reason: 'checked',
            approvedAt,
            expiresAt: approvedAt + 1000,
          },
        }) as const
      await write(store(), [approval('apr_2', at + 2), approval('apr_1', at + 1)])
      const history = await store().loadExport(accountId, exportId)
      expect(history?.approvals.map(({ id, planNo, actor }) => [id, planNo, actor.name])).toEqual([
        ['apr_1', 1, 'Export Desk'],
        ['apr_2', 1, 'Export Desk'],
      ])
    })

    it('shows its newest 1,000 events, and pages through all of them', async () => {
      await write(store(), planned())
      const more = Array.from({ length: 1003 }, (_, index) => event(index + 3))
      await write(store(), more)
      const seen = (await store().loadExport(accountId, exportId))?.events.map(({ seq }) => seq)
      expect([seen?.length, seen?.[0], seen?.at(-1)]).toEqual([1000, 6, 1005])
      expect((await store().listEvents(accountId, exportId, 1, 3))?.map(({ seq }) => seq)).toEqual([2, 3, 4])
      expect(await store().listEvents(accountId, exportId, 1005, 3)).toEqual([])
      expect(await store().listEvents(accountId, 'batch_gone', 0, 3)).toBeNull()
    })

    it('tells its version and the revision of the profile without the rest', async () => {
      const doc = { accountId, gate: { mode: 'server' as const, flags: [], approvalTtlHours: 168 } }
      await write(store(), [...planned(), { write: 'profile', profile: { rev: 1, doc } }])
      expect(await store().loadExportVersion(accountId, exportId)).toEqual({ version: 1, profileRev: 1 })
      expect(await store().loadExportVersion(accountId, 'batch_gone')).toBeNull()
    })

    it('is executed once: a second execution is stale, also in the same group', async () => {
      await write(store(), planned())
      const execution = executed().filter(({ write }) => write === 'execution')
      const racing = [1, 2, 3].map(() => outcomeOf(store().commit(change(execution))))
      expect((await Promise.all(racing)).sort()).toEqual(['committed', 'stale', 'stale'])
    })

    it('has at most one submission that is not finished', async () => {
      await write(store(), planned())
      await write(store(), executed())
      const second = submission({ id: 'sub_other', revision: 2 })
      expect(await outcomeOf(store().commit(change([{ write: 'delivery', delivery: second }])))).toBe('stale')
      await write(store(), [
        { write: 'delivery', delivery: submission({ state: 'REJECTED' }) },
        { write: 'delivery', delivery: second },
      ])
    })

    it('has at most one submission of a revision, also when the first has ended', async () => {
      await write(store(), planned())
      await write(store(), executed())
      await write(store(), [{ write: 'delivery', delivery: submission({ state: 'ACCEPTED' }) }])
      const again = { write: 'delivery', delivery: submission({ id: 'sub_other' }) } as const
      expect(await outcomeOf(store().commit(change([again])))).toBe('stale')
      expect((await store().loadExport(accountId, exportId))?.submissions.map(({ id }) => id)).toEqual(['sub_batch_1'])
    })

    it('has no delivery before it is executed, except of its events', async () => {
      await write(store(), planned())
      const early = [
        { write: 'blob', sha256: sha256(payload), bytes: payload },
        { write: 'delivery', delivery: submission() },
      ] as const
      await expect(store().commit(change(early))).rejects.toThrow(/FOREIGN KEY/)
    })

    it('gives the bytes of an artifact, by package and type', async () => {
      await write(store(), planned())
      await write(store(), executed())
      const stored = await store().loadArtifact(accountId, 'pkg_batch_1', 'cci_csv')
      expect(stored?.bytes).toEqual(artifactBytes)
      expect(stored?.artifact.filename).toBe('invoice.csv')
      expect(await store().loadArtifact(accountId, 'pkg_batch_1', 'manifest')).toBeNull()
      expect(await store().findPackage(accountId, 'pkg_batch_1')).toEqual({ exportId })
    })

    it('of another account does not exist', async () => {
      await write(store(), planned())
      await write(store(), executed())
      expect([
        await store().loadExport(otherAccountId, exportId),
        await store().loadExportVersion(otherAccountId, exportId),
        await store().loadSnapshot(otherAccountId, exportId, 1),
        await store().findPlan(otherAccountId, exportId, plan().planHash),
        await store().listEvents(otherAccountId, exportId, 0, 10),
        await store().findPackage(otherAccountId, 'pkg_batch_1'),
        await store().loadArtifact(otherAccountId, 'pkg_batch_1', 'cci_csv'),
        await store().loadDelivery(otherAccountId, submission().id),
        await store().loadPayload(otherAccountId, submission().id),
      ]).toEqual([null, null, null, null, null, null, null, null, null])
      expect(await store().loadPayload(accountId, submission().id)).toEqual(payload)
      expect(await store().listExports(otherAccountId, { limit: 10 })).toEqual([])
    })

    it('of another account cannot be written', async () => {
      await write(store(), planned())
      const other = { accountId: otherAccountId }
      const raise = change([{ write: 'export', export: exportRecord({ version: 2 }) }], other)
      expect(await outcomeOf(store().commit(raise))).toBe('stale')
      await expect(store().commit(change([event(3)], other))).rejects.toThrow()
      await write(store(), executed())
      const ack = change([{ write: 'outbox', outbox: { ...outbox().outbox, availableAt: 0 } }], other)
      await expect(store().commit(ack)).rejects.toThrow()
      await write(store(), [{ write: 'noOutbox', outboxId: 'out_batch_1' }], other)
      expect((await store().loadExport(accountId, exportId))?.submissions[0]?.outbox?.availableAt).toBe(at)
    })

    it('is not harmed by bytes that were stored before', async () => {
      await write(store(), planned())
      await write(store(), [{ write: 'blob', sha256: sha256(payload), bytes: payload }])
      await write(store(), executed())
    })
  })
}
