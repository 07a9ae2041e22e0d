// Generated from the contract. Do not edit: run node --conditions=entrygo-src tools/docs/write-cli-reference.ts

/** The properties that every JSON answer of an operation has at its top, parted by blanks; one that answers a file is not here. */
export const answerFields: Readonly<Record<string, string>> = {
  getHealth: 'status service version contractVersion rulePack accountId scopes',
  syncProducts: 'data',
  syncWarehouses: 'data',
  syncBrokers: 'data',
  listProducts: 'data next_cursor',
  getProduct: 'id externalId sku',
  listWarehouses: 'data next_cursor',
  getWarehouse: 'id externalId address',
  listBrokers: 'data next_cursor',
  getBroker: 'id externalId name submission',
  getAccountProfile: 'accountId gate',
  putAccountProfile: 'accountId gate',
  syncOrders: 'data',
  listOrders: 'data next_cursor',
  getOrder: 'id externalId destinationCountry items totalValueUsd lineCount',
  planExport:
    'exportId batch_id state status warehouseId brokerId planHash readinessState validationMessages flags missing_data included_order_ids excluded_order_ids excluded export_units strategy treatments rulePack policy next_recommended_action',
  executeExport:
    'exportId batch_id planHash state status customs_package_id artifacts notifications broker_submission next_recommended_action',
  listExports: 'data next_cursor',
  inspectExport:
    'exportId batch_id state status created_at warehouseId brokerId planHash readinessState validationMessages flags missing_data included_order_ids excluded_order_ids excluded export_units strategy treatments rulePack policy next_recommended_action plan customs_package_id customs_package artifacts notifications broker_submission previous_submissions approvals events',
  approveExport: 'id export_id planHash actor reason approved_at expires_at live',
  listExportEvents: 'data next_after has_more',
  getPlan: 'v inputs decision',
  diffPlans: 'exportId planHash against readiness differences truncated',
  getCustomsPackage: 'id exportBatchId packageNumber state createdAt artifacts',
  listEvents: 'data next_after has_more',
  listWebhooks: 'data',
  registerWebhook: 'id externalId url events active created old_secret_until pending_count recent_deliveries',
  testWebhook: 'message_id export_id status created_at attempts next_attempt_at',
  rotateWebhookSecret:
    'id externalId url events active created old_secret_until pending_count recent_deliveries secret',
  replayWebhook: 'webhook_id export_id after',
  getRule: 'data',
  getLiveness: 'status',
  getReadiness: 'status',
}
