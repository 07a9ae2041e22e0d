import { type ArtifactFile, artifactFileOf } from './artifact-file.ts'
import type { CallOf } from './call.ts'
import { configOf, type EntryGoOptions } from './config.ts'
import { defineWith } from './define.ts'
import { type EvidenceFile, evidenceFileOf } from './evidence-file.ts'
import type { ArgsOf } from './operation-types.ts'

export { EntryGoError } from './transport/errors.ts'

/** Filters and cursor of the list of exports. */
export type ListExportsArgs = ArgsOf<'listExports'>

/** Up to 100 external ids, or none for all records; the size of a page, and where it starts. */
export type ListRecordsArgs = ArgsOf<'listOrders'>

/** Which events of which export; `wait` holds the request open until there is one, in seconds. */
export type ListEventsArgs = ArgsOf<'listExportEvents'>

/** Which export and `planHash` is approved, by whom, why and until when. */
export type ApproveArgs = ArgsOf<'approveExport'>
/** Which file of which package. */
export type ArtifactArgs = ArgsOf<'downloadArtifact'>

/** A plan of an export by its hash, current or earlier. */
export type PlanArgs = ArgsOf<'getPlan'>

/** `against` is the plan before, `planHash` the one after. */
export type DiffPlansArgs = ArgsOf<'diffPlans'>

/** A rule by its id, as findings name it; with `asOf` the records in force on that entry date alone. */
export type RuleArgs = ArgsOf<'getRule'>

/** Which events of the account; `wait` holds the request open until there is one, in seconds. */
export type ListAccountEventsArgs = ArgsOf<'listEvents'>

/** An act on one endpoint. */
export type WebhookActArgs = ArgsOf<'testWebhook'>

/** Which events of which export are sent to the endpoint again. */
export type WebhookReplayArgs = ArgsOf<'replayWebhook'>

/**
 * One method for each operation of the contract; arguments and answers have the names of the wire. What is synced reads
 * back by `list` (by external ids, or page by page) and by `get`.
 */
export interface EntryGo {
  readonly plan: CallOf<'planExport'>
  readonly execute: CallOf<'executeExport'>
  readonly inspect: CallOf<'inspectExport'>
  readonly orders: {
    readonly sync: CallOf<'syncOrders'>
    readonly list: CallOf<'listOrders'>
    readonly get: CallOf<'getOrder'>
  }
  readonly products: {
    readonly sync: CallOf<'syncProducts'>
    readonly list: CallOf<'listProducts'>
    readonly get: CallOf<'getProduct'>
  }
  readonly warehouses: {
    readonly sync: CallOf<'syncWarehouses'>
    readonly list: CallOf<'listWarehouses'>
    readonly get: CallOf<'getWarehouse'>
  }
  readonly brokers: {
    readonly sync: CallOf<'syncBrokers'>
    readonly list: CallOf<'listBrokers'>
    readonly get: CallOf<'getBroker'>
  }
  readonly account: {
    readonly getProfile: CallOf<'getAccountProfile'>
    readonly putProfile: CallOf<'putAccountProfile'>
  }
  readonly exports: {
    readonly plan: CallOf<'planExport'>
    readonly approve: CallOf<'approveExport'>
    readonly execute: CallOf<'executeExport'>
    readonly inspect: CallOf<'inspectExport'>
    readonly list: CallOf<'listExports'>
    readonly events: CallOf<'listExportEvents'>
    readonly evidence: CallOf<'downloadEvidence', EvidenceFile>
    readonly getPlan: CallOf<'getPlan'>
    readonly diffPlans: CallOf<'diffPlans'>
  }
  readonly customsPackages: {
    readonly get: CallOf<'getCustomsPackage'>
    readonly artifact: CallOf<'downloadArtifact', ArtifactFile>
  }
  readonly webhooks: {
    /** A new endpoint is answered with its `secret`, which no later answer shows. */
    readonly register: CallOf<'registerWebhook'>
    readonly list: CallOf<'listWebhooks'>
    readonly test: CallOf<'testWebhook'>
    readonly rotateSecret: CallOf<'rotateWebhookSecret'>
    readonly replay: CallOf<'replayWebhook'>
  }
  /** Events of all exports of the account, in the order in which they were committed. */
  readonly events: { readonly list: CallOf<'listEvents'> }
  readonly rules: { readonly get: CallOf<'getRule'> }
  readonly system: { readonly health: CallOf<'getHealth'> }
}

/**
 * Makes a client, without opening a connection or reading the environment. Throws `EntryGoError` of kind `config` for
 * unusable options.
 */
export function createEntryGo(options: EntryGoOptions): EntryGo {
  const { json, file } = defineWith(configOf(options))
  const plan = json('planExport', 'POST /api/exports/plan')
  const execute = json('executeExport', 'POST /api/exports/execute')
  const inspect = json('inspectExport', 'GET /api/exports/{id}')
  return {
    plan,
    execute,
    inspect,
    orders: {
      sync: json('syncOrders', 'POST /api/orders/sync'),
      list: json('listOrders', 'GET /api/orders'),
      get: json('getOrder', 'GET /api/orders/{id}'),
    },
    products: {
      sync: json('syncProducts', 'POST /api/products/sync'),
      list: json('listProducts', 'GET /api/products'),
      get: json('getProduct', 'GET /api/products/{id}'),
    },
    warehouses: {
      sync: json('syncWarehouses', 'POST /api/warehouses/sync'),
      list: json('listWarehouses', 'GET /api/warehouses'),
      get: json('getWarehouse', 'GET /api/warehouses/{id}'),
    },
    brokers: {
      sync: json('syncBrokers', 'POST /api/brokers/sync'),
      list: json('listBrokers', 'GET /api/brokers'),
      get: json('getBroker', 'GET /api/brokers/{id}'),
    },
    account: {
      getProfile: json('getAccountProfile', 'GET /api/account/profile'),
      putProfile: json('putAccountProfile', 'PUT /api/account/profile'),
    },
    exports: {
      plan,
      approve: json('approveExport', 'POST /api/exports/{id}/approvals'),
      execute,
      inspect,
      list: json('listExports', 'GET /api/exports'),
      events: json('listExportEvents', 'GET /api/exports/{id}/events'),
      evidence: file('downloadEvidence', 'GET /api/exports/{id}/evidence', evidenceFileOf),
      getPlan: json('getPlan', 'GET /api/exports/{id}/plans/{planHash}'),
      diffPlans: json('diffPlans', 'GET /api/exports/{id}/plans/{planHash}/diff'),
    },
    customsPackages: {
      get: json('getCustomsPackage', 'GET /api/customs-packages/{id}'),
      artifact: file('downloadArtifact', 'GET /api/customs-packages/{id}/artifacts/{artifact_type}', artifactFileOf),
    },
    webhooks: {
      register: json('registerWebhook', 'POST /api/webhooks'),
      list: json('listWebhooks', 'GET /api/webhooks'),
      test: json('testWebhook', 'POST /api/webhooks/{id}/test'),
      rotateSecret: json('rotateWebhookSecret', 'POST /api/webhooks/{id}/rotate-secret'),
      replay: json('replayWebhook', 'POST /api/webhooks/{id}/replay'),
    },
    events: { list: json('listEvents', 'GET /api/events') },
    rules: { get: json('getRule', 'GET /api/rules/{ruleId}') },
    system: { health: json('getHealth', 'GET /api/system/health') },
  }
}
