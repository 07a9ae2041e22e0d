import { type HttpHandler, HttpResponse, http } from 'msw'
import type { ErrorCode, OperationId } from '../contract/index.ts'
import { operations } from '../contract/operations.ts'
import { exampleNamed, statusOf } from './contract-examples.ts'
import { artifactAnswer, evidenceAnswer, feedAnswer } from './other-answers.ts'

/** A request that reached the mock; `params` are the parts of the path. */
export interface MockCall {
  readonly request: Request
  readonly params: Readonly<Record<string, string>>
}

/** What a mock answers to a request. */
export type MockAnswer = (call: MockCall) => Response | Promise<Response>

/** Answers instead of the examples, by operation. */
export type MockOverrides = { readonly [K in OperationId]?: MockAnswer }

/** Default answers; a new operation of the contract does not compile until it has one. */
const answers: Readonly<Record<OperationId, MockAnswer>> = {
  getHealth: () => exampleAnswer('Healthy'),
  syncProducts: () => exampleAnswer('ProductsSynced'),
  syncWarehouses: () => exampleAnswer('WarehousesSynced'),
  syncBrokers: () => exampleAnswer('BrokersSynced'),
  listProducts: () => exampleAnswer('Products'),
  getProduct: () => exampleAnswer('ProductStored'),
  listWarehouses: () => exampleAnswer('Warehouses'),
  getWarehouse: () => exampleAnswer('WarehouseStored'),
  listBrokers: () => exampleAnswer('Brokers'),
  getBroker: () => exampleAnswer('BrokerStored'),
  getAccountProfile: () => exampleAnswer('ProfileStored'),
  putAccountProfile: () => exampleAnswer('ProfileStored'),
  syncOrders: () => exampleAnswer('OrdersSynced'),
  listOrders: () => exampleAnswer('Orders'),
  getOrder: () => exampleAnswer('OrderStored'),
  planExport: () => exampleAnswer('PlanReady', 201),
  executeExport: () => exampleAnswer('Executed', 201),
  listExports: () => exampleAnswer('Exports'),
  inspectExport: () => exampleAnswer('Inspected'),
  approveExport: () => exampleAnswer('ApprovalStored', 201),
  listExportEvents: () => exampleAnswer('Events'),
  getPlan: () => exampleAnswer('Snapshot'),
  diffPlans: () => exampleAnswer('Diff'),
  getCustomsPackage: () => exampleAnswer('Package'),
  downloadArtifact: ({ params }) => artifactAnswer(params['artifact_type'] ?? '') ?? errorAnswer('NOT_FOUND'),
  downloadEvidence: () => evidenceAnswer(),
  listEvents: ({ request }) => feedAnswer(new URL(request.url).searchParams),
  registerWebhook: () => exampleAnswer('WebhookRegistered', 201),
  listWebhooks: () => exampleAnswer('Webhooks'),
  testWebhook: () => exampleAnswer('WebhookTested', 202),
  rotateWebhookSecret: () => exampleAnswer('WebhookRotated'),
  replayWebhook: () => exampleAnswer('WebhookReplayed', 202),
  getRule: () => exampleAnswer('Rule'),
  getContract: () => HttpResponse.json({ openapi: '3.1.0' }),
  getLiveness: () => exampleAnswer('ProbeOk'),
  getReadiness: () => exampleAnswer('ProbeOk'),
  getMetrics: () => HttpResponse.text('entrygo_http_requests_total 1\n'),
}

/**
 * One MSW handler for each operation of the contract, answering with the contract's own examples. `baseUrl` limits them to
 * one server; every origin by default.
 */
export function createHandlers(
  overrides: MockOverrides = {},
  { baseUrl = '*' }: { baseUrl?: string } = {},
): HttpHandler[] {
  return Object.entries(operations).map(([id, { method, path }]) => {
    const answer = answerFor(id, overrides)
    const address = `${baseUrl.replace(/\/+$/, '')}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`
    return http[httpMethods[method]](address, async ({ request, params }) => {
      const response = await answer({ request, params: textsOf(params) })
      const requestId = request.headers.get('x-request-id')
      if (requestId !== null && !response.headers.has('x-request-id')) response.headers.set('x-request-id', requestId)
      return response
    })
  })
}

/** An answer with a named example of the contract (`PlanReview`, `PlanBlocked`, `Executed`, …). */
export function exampleAnswer(name: string, status = 200): Response {
  return new HttpResponse(JSON.stringify(exampleNamed(name)), {
    status,
    headers: { 'content-type': 'application/json' },
  })
}

/** A refusal as the contract shows it, with its status; `headers` adds a `Retry-After`, say. */
export function errorAnswer(code: ErrorCode, headers: Readonly<Record<string, string>> = {}): Response {
  return new HttpResponse(JSON.stringify(exampleNamed(`Error_${code}`)), {
    status: statusOf(code),
    headers: { 'content-type': 'application/json', ...headers },
  })
}

const httpMethods = { GET: 'get', POST: 'post', PUT: 'put' } as const

function answerFor(id: string, overrides: MockOverrides): MockAnswer {
  const own = Object.entries(overrides).find(([name]) => name === id)?.[1]
  const standard = Object.entries(answers).find(([name]) => name === id)?.[1]
  const answer = own ?? standard
  if (answer === undefined) throw new Error(`The contract has no operation ${id}.`)
  return answer
}

function textsOf(params: Readonly<Record<string, string | readonly string[] | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, String(value)]))
}
