import type {
  AccountProfileInput,
  ApprovalRequest,
  BrokersSyncRequest,
  ExecuteRequest,
  OrdersSyncRequest,
  PlanRequest,
  ProductsSyncRequest,
  WarehousesSyncRequest,
} from '@entrygo/sdk/contract'
import { approveExport } from './approve-export.ts'
import { type DiffParams, diffPlans } from './diff-plans.ts'
import { type DownloadArtifactParams, downloadArtifact } from './download-artifact.ts'
import { executeExport } from './execute-export.ts'
import { getAccountProfile } from './get-account-profile.ts'
import { getCustomsPackage, type PackageParams } from './get-customs-package.ts'
import { getHealth } from './get-health.ts'
import { getPlan, type PlanParams } from './get-plan.ts'
import { getRule, type RuleParams } from './get-rule.ts'
import { type ExportParams, inspectExport } from './inspect-export.ts'
import { type EventsParams, listExportEvents } from './list-export-events.ts'
import { type ListExportsParams, listExports } from './list-exports.ts'
import type { ReadOperation, WriteOperation } from './operation.ts'
import { planExport } from './plan-export.ts'
import { putAccountProfile } from './put-account-profile.ts'
import { syncBrokers } from './sync-brokers.ts'
import { syncOrders } from './sync-orders.ts'
import { syncProducts } from './sync-products.ts'
import { syncWarehouses } from './sync-warehouses.ts'
import { refusingWhenUnavailable } from './unavailable.ts'

/** Operations that need a key; probes and documentation belong to HTTP. */
export interface Operations {
  readonly getHealth: ReadOperation
  readonly syncProducts: WriteOperation<ProductsSyncRequest>
  readonly syncWarehouses: WriteOperation<WarehousesSyncRequest>
  readonly syncBrokers: WriteOperation<BrokersSyncRequest>
  readonly getAccountProfile: ReadOperation
  readonly putAccountProfile: WriteOperation<AccountProfileInput>
  readonly syncOrders: WriteOperation<OrdersSyncRequest>
  readonly planExport: WriteOperation<PlanRequest>
  readonly executeExport: WriteOperation<ExecuteRequest>
  readonly listExports: ReadOperation<ListExportsParams>
  readonly inspectExport: ReadOperation<ExportParams>
  readonly approveExport: WriteOperation<ApprovalRequest, ExportParams>
  readonly listExportEvents: ReadOperation<EventsParams>
  readonly getPlan: ReadOperation<PlanParams>
  readonly diffPlans: ReadOperation<DiffParams>
  readonly getCustomsPackage: ReadOperation<PackageParams>
  readonly downloadArtifact: ReadOperation<DownloadArtifactParams>
  readonly getRule: ReadOperation<RuleParams>
}

/**
 * Every operation of the contract that needs a key, by its operationId. A store that cannot serve is a refusal here, so
 * that an exception means a bug.
 */
export const operations: Operations = {
  getHealth,
  syncProducts: refusingWhenUnavailable(syncProducts),
  syncWarehouses: refusingWhenUnavailable(syncWarehouses),
  syncBrokers: refusingWhenUnavailable(syncBrokers),
  getAccountProfile: refusingWhenUnavailable(getAccountProfile),
  putAccountProfile: refusingWhenUnavailable(putAccountProfile),
  syncOrders: refusingWhenUnavailable(syncOrders),
  planExport: refusingWhenUnavailable(planExport),
  executeExport: refusingWhenUnavailable(executeExport),
  listExports: refusingWhenUnavailable(listExports),
  inspectExport: refusingWhenUnavailable(inspectExport),
  approveExport: refusingWhenUnavailable(approveExport),
  listExportEvents: refusingWhenUnavailable(listExportEvents),
  getPlan: refusingWhenUnavailable(getPlan),
  diffPlans: refusingWhenUnavailable(diffPlans),
  getCustomsPackage: refusingWhenUnavailable(getCustomsPackage),
  downloadArtifact: refusingWhenUnavailable(downloadArtifact),
  getRule,
}
