/** Evidence of an export without a server: bundles are made, opened and looked through. Reads no files. */

export { figureProblems } from './domain/execution/check-figures.ts'
export { evidenceBundle, evidenceBundleSteps } from './domain/execution/evidence/evidence-bundle.ts'
export type {
  EvidenceFile,
  EvidenceInput,
  EvidenceManifest,
  EvidenceMessage,
} from './domain/execution/evidence/evidence-input.ts'
export {
  BundleError,
  type BundleFiles,
  type BundleLimits,
  readBundle,
} from './domain/execution/evidence/read-bundle.ts'
export { verifyEvidence, verifyPlanDocument } from './domain/execution/evidence/verify-evidence.ts'
export type { Check, VerifyReport } from './domain/execution/evidence/verify-report.ts'
