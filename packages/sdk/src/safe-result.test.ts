import { expect, expectTypeOf, it } from 'vitest'
import { createEntryGo } from './client.ts'
import { type ErrorCode, type ExecutedExport, errorCodes, type WebhookWithSecret } from './contract/index.ts'
import { evaluateGate } from './gate.ts'
import type { StatusByCode } from './operation-types.ts'
import { planReady } from './plans.conformance.ts'
import { statusOf } from './testing/contract-examples.ts'
import { json, startScriptedServer } from './transport/scripted-server.conformance.ts'
import { connectionError } from './transport/virtual-clock.conformance.ts'

const id = 'batch_01k9m4wk6f9g2a5d8s3j1p7y4r'
const options = { baseUrl: 'https://api.example.com', apiKey: 'eg_test_1', accountId: 'acc_1', retry: false } as const

const statusByCode: StatusByCode = {
  INVALID_REQUEST: 400,
  VALIDATION_ERROR: 400,
  INVALID_API_KEY: 401,
  INVALID_ACCOUNT_SCOPE: 403,
  INSUFFICIENT_SCOPE: 403,
  EXPORT_NOT_FOUND: 404,
  NOT_FOUND: 404,
  METHOD_NOT_ALLOWED: 405,
  REQUEST_TIMEOUT: 408,
  DRY_RUN_NOT_EXECUTABLE: 409,
  EXPORT_ALREADY_EXECUTED: 409,
  APPROVAL_REQUIRED: 409,
  EXPORT_BLOCKED: 409,
  IDEMPOTENCY_CONFLICT: 409,
  IDEMPOTENCY_IN_PROGRESS: 409,
  PLAN_STALE: 409,
  PLAN_HASH_MISMATCH: 409,
  PAYLOAD_TOO_LARGE: 413,
  UNSUPPORTED_MEDIA_TYPE: 415,
  UNKNOWN_PRODUCT: 422,
  UNKNOWN_ORDER: 422,
  UNSUPPORTED_DESTINATION: 422,
  RATE_LIMITED: 429,
  HEADERS_TOO_LARGE: 431,
  INTERNAL_ERROR: 500,
  UNAVAILABLE: 503,
}

it('the status of each code is that of the contract', () => {
  expectTypeOf<keyof StatusByCode>().toEqualTypeOf<ErrorCode>()
  expect(Object.fromEntries(errorCodes.map((code) => [code, statusOf(code)]))).toEqual(statusByCode)
})

it('a result narrows by ok, by status and by code', async () => {
  const refusal = { errorCode: 'PLAN_STALE', message: 'Plan again.', requestId: 'req_00000001', retryable: false }
  await using server = await startScriptedServer(json(refusal, 409))
  const result = await createEntryGo({ ...options, baseUrl: server.url }).execute.safe({ batchId: id })
  if (result.ok) {
    expectTypeOf(result.data).toEqualTypeOf<ExecutedExport>()
    expectTypeOf(result.status).toEqualTypeOf<200 | 201>()
    throw new Error('the call did not fail')
  }
  expect(result).toMatchObject({ status: 409, code: 'PLAN_STALE', error: { status: 409, code: 'PLAN_STALE' } })
  if (result.code === 'PLAN_STALE') {
    expectTypeOf(result.status).toEqualTypeOf<409>()
    expectTypeOf(result.error.status).toEqualTypeOf<409>()
  }
  if (result.code === 'NETWORK_ERROR') expectTypeOf(result.status).toEqualTypeOf<number | null>()
  // @ts-expect-error An execute is not documented to be answered with 422, so its codes do not compare.
  expect(result.code === 'UNKNOWN_PRODUCT').toBe(false)
  // @ts-expect-error A typing error does not compare.
  expect(result.code === 'PLAN_STAIL').toBe(false)
})

it('a status decides between several good answers', () => {
  const client = createEntryGo(options)
  const register = (): ReturnType<typeof client.webhooks.register.safe> =>
    client.webhooks.register.safe({ externalId: 'WMS', url: 'https://wms.example/hooks' })
  type Registered = Awaited<ReturnType<typeof register>>
  expectTypeOf<Extract<Registered, { ok: true; status: 201 }>['data']>().toEqualTypeOf<WebhookWithSecret>()
  expect(register).toBeTypeOf('function')
})

it('what did not come from the server has no status, and the client’s own code', async () => {
  const fetch = (): Promise<Response> => Promise.reject(connectionError('ECONNREFUSED'))
  const result = await createEntryGo({ ...options, fetch }).execute.safe({ batchId: id })
  expect(result).toMatchObject({ ok: false, status: null, code: 'NETWORK_ERROR' })
})

it('a code and an enum value of a newer server survive, and never pass a gate', async () => {
  const newer = { ...planReady(), readinessState: 'READY_SUBJECT_TO_LICENCE', a_new_property: { kept: true } }
  await using server = await startScriptedServer(
    json(newer, 201),
    json({ errorCode: 'LICENCE_REQUIRED', message: 'No.', requestId: 'req_00000001', retryable: false }, 451),
  )
  const client = createEntryGo({ ...options, baseUrl: server.url })
  const plan = await client.plan({ warehouseId: 'wh_1', brokerId: 'br_1', orderIds: ['ord_1'] })
  expect(plan).toMatchObject({ readinessState: 'READY_SUBJECT_TO_LICENCE', a_new_property: { kept: true } })
  const allowed = { allowedReadiness: ['READY', 'REVIEW_REQUIRED', 'READY_SUBJECT_TO_LICENCE'] }
  expect(Reflect.apply(evaluateGate, undefined, [plan, allowed])).toMatchObject({ decision: 'stop' })
  const refused = await client.execute.safe({ batchId: id })
  expect(refused).toMatchObject({ status: 451, code: 'NEWER_CODE', error: { code: 'LICENCE_REQUIRED', status: 451 } })
})
