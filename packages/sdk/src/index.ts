export type { ArtifactFile } from './artifact-file.ts'
export type { Answered, Call, CallMeta, CallOf, OptionalCall } from './call.ts'
export {
  type ApproveArgs,
  type ArtifactArgs,
  createEntryGo,
  type DiffPlansArgs,
  type EntryGo,
  type ListAccountEventsArgs,
  type ListEventsArgs,
  type ListExportsArgs,
  type ListRecordsArgs,
  type PlanArgs,
  type RuleArgs,
  type WebhookActArgs,
  type WebhookReplayArgs,
} from './client.ts'
export { comparePlans, type PlanComparison } from './compare-plans.ts'
export type { CallOptions, EntryGoOptions } from './config.ts'
export type { EvidenceFile } from './evidence-file.ts'
export { type ExecutePlanArgs, executePlan, GateRefusedError, isHandedOff } from './execute-plan.ts'
export type { DecidedPga, DecidedTradeAction, SeenDecision } from './explain/seen-decision.ts'
export type { SeenInput } from './explain/seen-inputs.ts'
export { explainFinding, type FindingExplanation, type FindingToExplain } from './explain-finding.ts'
export {
  evaluateGate,
  type GateDecision,
  type GatedPlan,
  type GatePolicy,
  type GateReason,
  type GateResult,
} from './gate.ts'
export type { AnswerOf, ArgsOf, Write } from './operation-types.ts'
export { type PlanVerification, planHashOf, verifyPlan } from './plan-hash.ts'
export { type PagedList, recordsOf } from './records-of.ts'
export type { SafeResult } from './safe-result.ts'
export type { FetchLike } from './transport/attempt.ts'
export { type Clock, systemClock } from './transport/clock.ts'
export {
  type AttemptRecord,
  type ClientErrorCode,
  EntryGoError,
  type EntryGoErrorCode,
  type ErrorKind,
  type InspectHint,
  OutcomeUnknownError,
} from './transport/errors.ts'
export { deriveKey, newIdempotencyKey } from './transport/idempotency.ts'
export { defaultRetry, type RetryRule, type RetrySettings, retryStatuses } from './transport/retry.ts'
export { retryTable } from './transport/retry-table.ts'
export { sdkVersion } from './version.ts'
export {
  type ExportWatch,
  type Inspecting,
  resumeWatch,
  type SavedWatch,
  type WaitOptions,
  type WatchOptions,
  waitForExport,
  watchExport,
} from './wait-for-export.ts'
export { latestPosition, type WatchEventsOptions, watchEvents } from './watch-events.ts'
