import type { Write } from '../../domain/changes.ts'
import type { WriteRefusal } from './apply-change.ts'
import { packedText } from './packed-text.ts'
import type { WriteStatements } from './statements.ts'

type ExportWrite = Extract<Write, { write: 'newExport' | 'export' | 'plan' | 'approval' | 'execution' }>

/** Rows of an export's own history. */
export function writeExport(statements: WriteStatements, accountId: string, write: ExportWrite): WriteRefusal {
  switch (write.write) {
    case 'newExport': {
      const { id, status, planNo, eventSeq, version, createdAt } = write.export
      statements.insertExport.run(accountId, id, status, planNo, eventSeq, version, createdAt)
      return null
    }
    case 'export': {
      const { id, status, planNo, eventSeq, version } = write.export
      const rows = statements.updateExport.run(status, planNo, eventSeq, version, accountId, id, version - 1)
      return rows === 1 ? null : 'stale'
    }
    case 'plan':
      writePlan(statements, accountId, write)
      return null
    case 'approval': {
      const { id, planNo, planHash, actor, reason, approvedAt, expiresAt } = write.approval
      const values = [id, planNo, planHash, JSON.stringify(actor), reason, approvedAt, expiresAt] as const
      statements.insertApproval.run(accountId, write.exportId, ...values)
      return null
    }
    case 'execution': {
      const { planNo, planHash, executedAt } = write.execution
      const rows = statements.insertExecution.run(accountId, write.exportId, planNo, planHash, executedAt)
      return rows === 1 ? null : 'stale'
    }
  }
}

export function insertEvent(
  statements: WriteStatements,
  accountId: string,
  { exportId, event: { id, seq, type, at, data } }: Extract<Write, { write: 'event' }>,
): void {
  statements.insertEvent.run(accountId, exportId, seq, id, type, at, JSON.stringify(data))
}

function writePlan(
  statements: WriteStatements,
  accountId: string,
  { exportId, plan, snapshot, documents: written }: Extract<Write, { write: 'plan' }>,
): void {
  const { planNo, planHash, readinessState, plannedAt, request, body, decision } = plan
  const documents = packedText(written ?? JSON.stringify({ request, body, decision }))
  statements.insertPlan.run(
    ...[accountId, exportId, planNo, planHash, readinessState, plannedAt],
    ...[documents, packedText(snapshot)],
  )
  statements.listByPlan.run(readinessState, request.warehouseId, accountId, exportId)
}
