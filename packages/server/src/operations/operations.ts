import type {
  AccountProfileInput,
  ApprovalRequest,
  BrokersSyncRequest,
  ExecuteRequest,
  OrdersSyncRequest,
  PlanRequest,
  ProductsSyncRequest,
  WarehousesSyncRequest,
  WebhookActRequest,
  WebhookReplayRequest,
  WebhookRequest,
} from '@entrygo/sdk/contract'
import { approveExport } from './approve-export.ts'
import { type DiffParams, diffPlans } from './diff-plans.ts'
import { type DownloadArtifactParams, downloadArtifact } from './download-artifact.ts'
import { downloadEvidence } from './download-evidence.ts'
import { executeExport } from './execute-export.ts'
import { getAccountProfile } from './get-account-profile.ts'
import { getBroker } from './get-broker.ts'
import { getCustomsPackage, type PackageParams } from './get-customs-package.ts'
import { getHealth } from './get-health.ts'
import { getOrder } from './get-order.ts'
import { getPlan, type PlanParams } from './get-plan.ts'
import { getProduct } from './get-product.ts'
import { getRule, type RuleParams } from './get-rule.ts'
import { getWarehouse } from './get-warehouse.ts'
import { type ExportParams, inspectExport } from './inspect-export.ts'
import { listBrokers } from './list-brokers.ts'
import { type AccountEventsParams, listEvents } from './list-events.ts'
import { type EventsParams, listExportEvents } from './list-export-events.ts'
import { type ListExportsParams, listExports } from './list-exports.ts'
import { listOrders } from './list-orders.ts'
import { listProducts } from './list-products.ts'
import { listWarehouses } from './list-warehouses.ts'
import { listWebhooks } from './list-webhooks.ts'
import type { ReadOperation, WriteOperation } from './operation.ts'
import { planExport } from './plan-export.ts'
import { putAccountProfile } from './put-account-profile.ts'
import type { ListRecordsParams, RecordParams } from './read-records.ts'
import { registerWebhook } from './register-webhook.ts'
import { replayWebhook } from './replay-webhook.ts'
import { rotateWebhookSecret } from './rotate-webhook-secret.ts'
import { syncBrokers } from './sync-brokers.ts'
import { syncOrders } from './sync-orders.ts'
import { syncProducts } from './sync-products.ts'
import { syncWarehouses } from './sync-warehouses.ts'
import { testWebhook, type WebhookParams } from './test-webhook.ts'
import { refusingWhenUnavailable } from './unavailable.ts'

/** Operations that need a key; probes and documentation belong to HTTP. */
export interface Operations {
  readonly getHealth: ReadOperation
  readonly syncProducts: WriteOperation<ProductsSyncRequest>
  readonly syncWarehouses: WriteOperation<WarehousesSyncRequest>
  readonly syncBrokers: WriteOperation<BrokersSyncRequest>
  readonly listProducts: ReadOperation<ListRecordsParams>
  readonly getProduct: ReadOperation<RecordParams>
  readonly listWarehouses: ReadOperation<ListRecordsParams>
  readonly getWarehouse: ReadOperation<RecordParams>
  readonly listBrokers: ReadOperation<ListRecordsParams>
  readonly getBroker: ReadOperation<RecordParams>
  readonly getAccountProfile: ReadOperation
  readonly putAccountProfile: WriteOperation<AccountProfileInput>
  readonly syncOrders: WriteOperation<OrdersSyncRequest>
  readonly listOrders: ReadOperation<ListRecordsParams>
  readonly getOrder: ReadOperation<RecordParams>
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
  readonly downloadEvidence: ReadOperation<ExportParams>
  readonly listEvents: ReadOperation<AccountEventsParams>
  readonly registerWebhook: WriteOperation<WebhookRequest>
  readonly listWebhooks: ReadOperation
  readonly testWebhook: WriteOperation<WebhookActRequest, WebhookParams>
  readonly rotateWebhookSecret: WriteOperation<WebhookActRequest, WebhookParams>
  readonly replayWebhook: WriteOperation<WebhookReplayRequest, WebhookParams>
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
  listProducts: refusingWhenUnavailable(listProducts),
  getProduct: refusingWhenUnavailable(getProduct),
  listWarehouses: refusingWhenUnavailable(listWarehouses),
  getWarehouse: refusingWhenUnavailable(getWarehouse),
  listBrokers: refusingWhenUnavailable(listBrokers),
  getBroker: refusingWhenUnavailable(getBroker),
  getAccountProfile: refusingWhenUnavailable(getAccountProfile),
  putAccountProfile: refusingWhenUnavailable(putAccountProfile),
  syncOrders: refusingWhenUnavailable(syncOrders),
  listOrders: refusingWhenUnavailable(listOrders),
  getOrder: refusingWhenUnavailable(getOrder),
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
  downloadEvidence: refusingWhenUnavailable(downloadEvidence),
  listEvents: refusingWhenUnavailable(listEvents),
  registerWebhook: refusingWhenUnavailable(registerWebhook),
  listWebhooks: refusingWhenUnavailable(listWebhooks),
  testWebhook: refusingWhenUnavailable(testWebhook),
  rotateWebhookSecret: refusingWhenUnavailable(rotateWebhookSecret),
  replayWebhook: refusingWhenUnavailable(replayWebhook),
  getRule,
}
