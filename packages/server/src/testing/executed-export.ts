import { strToU8 } from 'fflate'
import { renderArtifacts } from '../domain/execution/artifacts/render-artifacts.ts'
import { customsPackageOf } from '../domain/execution/customs-package.ts'
import type { EvidenceInput } from '../domain/execution/evidence/evidence-input.ts'
import type { BundleFiles } from '../domain/execution/evidence/read-bundle.ts'
import { packageSource, plannedExport, testExportId } from './export-history.ts'

export interface ExecutedExport {
  readonly input: EvidenceInput
  /** The files of its customs package. */
  readonly folder: BundleFiles
}

/** What a bundle is made from: an export of one order, executed and handed over once. */
export function executedExport(): ExecutedExport {
  const planned = plannedExport()
  const artifacts = renderArtifacts(customsPackageOf(packageSource(planned)))
  const { planHash, body, snapshot } = planned.planned
  const input: EvidenceInput = {
    exportId: testExportId,
    planHash,
    eventSeq: 2,
    plan: { exportId: testExportId, ...body },
    snapshot,
    approvals: [{ id: 'apr_1', planHash, reason: 'looked through' }],
    packageFiles: artifacts.map(({ filename: name, bytes }) => ({ name, bytes })),
    messages: [
      {
        id: 'sub_1',
        format: 'eml',
        bytes: strToU8('To: entries@broker.example\r\n'),
        attempts: [{ n: 1, outcome: 'accepted' }],
      },
    ],
    events: [
      { seq: 1, type: 'EXPORT_PLANNED' },
      { seq: 2, type: 'EXPORT_EXECUTED' },
    ],
    rulePack: body.rulePack,
  }
  return { input, folder: new Map(artifacts.map(({ filename, bytes }) => [filename, bytes])) }
}
