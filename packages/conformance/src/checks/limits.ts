import { expectRefusal, expectSame, expectStatus, expectThat } from '../breach.ts'
import { contractFaults } from '../contract-faults.ts'
import { completeOrder } from '../goods.ts'
import { at, textsIn } from '../reading.ts'
import { unknownIds } from '../unknown-ids.ts'
import { approver, type Checks, type Trial } from '../world.ts'

export const limitChecks: Checks = {
  'LIM-01': async ({ api }) => {
    const path = { id: unknownIds.export }
    const body = { planHash: unknownIds.planHash, reason: 'x'.repeat(300 * 1024), actor: approver }
    expectRefusal(await api.call('approveExport', { path, body }), 413, 'PAYLOAD_TOO_LARGE')
    const filler = ' '.repeat(1024 * 1024)
    expectRefusal(await api.call('planExport', { body: `{}${filler}` }), 413, 'PAYLOAD_TOO_LARGE')
  },
  'LIM-02': async ({ api, name, ids }) => {
    const body = { items: [completeOrder(name('A'), ids.productId)] }
    for (const type of [
      'text/plain',
      'application/xml',
      'application/json; charset=iso-8859-1',
      'application/x-www-form-urlencoded',
    ]) {
      const answer = await api.call('syncOrders', { body, headers: { 'content-type': type } })
      expectRefusal(answer, 415, 'UNSUPPORTED_MEDIA_TYPE')
    }
    const coded = await api.call('syncOrders', { body, headers: { 'content-encoding': 'gzip' } })
    expectRefusal(coded, 415, 'UNSUPPORTED_MEDIA_TYPE')
    expectStatus(
      await api.call('syncOrders', { body, headers: { 'content-type': 'application/json; charset=utf-8' } }),
      200,
    )
  },
  'LIM-03': async ({ api, name, ids }) => {
    const cases = [
      { quantity: 0 },
      { quantity: 1.00001 },
      { quantity: -1 },
      { unitValueUsd: -0.01 },
      { unitValueUsd: 0.00001 },
    ]
    for (const facts of cases) {
      const line = { productId: ids.productId, quantity: 1, unitValueUsd: 1, ...facts }
      const items = [{ externalId: name('A'), destinationCountry: 'US', items: [line] }]
      expectRefusal(await api.call('syncOrders', { body: { items } }), 400, 'VALIDATION_ERROR')
    }
  },
  'LIM-04': async ({ api, name }) => {
    const items = Array.from({ length: 1001 }, (_, index) => ({ externalId: name(`${index}`) }))
    const answer = expectRefusal(await api.call('syncProducts', { body: { items } }), 400, 'VALIDATION_ERROR')
    const codes = textsIn(answer, 'details.issues', 'code')
    expectThat(answer, codes.includes('too_big'), { expected: 'too_big', got: codes })
  },
}

export const headChecks: Checks = {
  'HEAD-01': async ({ api }) => {
    const answers = [
      await api.call('getHealth'),
      await api.call('getHealth'),
      await api.call('listOrders'),
      await api.call('inspectExport', { path: { id: unknownIds.export } }),
      await api.call('getHealth', { headers: { authorization: 'Bearer none' } }),
      await api.call('syncOrders', { body: '{' }),
    ]
    const seen = new Set<string>()
    for (const answer of answers) {
      const id = answer.headers.get('x-request-id') ?? ''
      expectThat(answer, /^[A-Za-z0-9_-]{8,64}$/.test(id), { expected: 'an X-Request-Id', got: id })
      expectThat(answer, !seen.has(id), { expected: 'an X-Request-Id of its own', got: id })
      seen.add(id)
    }
  },
  'HEAD-02': async ({ api }) => {
    for (const answer of [await api.call('getHealth'), await api.call('listOrders')]) {
      for (const name of ['ratelimit', 'ratelimit-policy']) {
        expectThat(answer, answer.headers.has(name), { expected: `the header ${name}`, got: 'no such header' })
      }
    }
  },
  'HEAD-03': async ({ api }) => {
    const path = '/docs/api/openapi'
    const json = expectStatus(await api.send({ method: 'GET', path, headers: {} }), 200)
    expectThat(json, String(at(json.value, 'openapi')).startsWith('3.'), 'an OpenAPI document')
    const yaml = await api.send({ method: 'GET', path, headers: { accept: 'application/yaml' } })
    expectThat(expectStatus(yaml, 200), /^openapi: ["']?3\./m.test(yaml.text), 'the document as YAML')
  },
  'HEAD-04': async ({ api }) => {
    for (const path of ['/livez', '/readyz']) {
      const answer = expectStatus(await api.send({ method: 'GET', path, headers: {} }), 200)
      expectThat(answer, answer.text.length < 100, { expected: 'a short answer', got: answer.text })
    }
  },
}

export const contractChecks: Checks = {
  'CON-01': async (trial) => {
    await walked(trial)
    for (const answer of trial.answers) {
      expectThat(answer, answer.status < 500, { expected: 'no 5xx', got: `${answer.status} ${answer.text}` })
      expectSame(answer, contractFaults(answer).status, { 'faults of the status': [] })
    }
  },
  'CON-02': async (trial) => {
    await walked(trial)
    for (const answer of trial.answers) expectSame(answer, contractFaults(answer).headers, { 'faults of headers': [] })
  },
  'CON-03': async (trial) => {
    await walked(trial)
    for (const answer of trial.answers) expectSame(answer, contractFaults(answer).body, { 'faults of the body': [] })
  },
}

/** The plain answers, for a run in which nothing else was asked. */
async function walked(trial: Trial): Promise<void> {
  const { api, ids, name } = trial
  const body = { items: [completeOrder(name('A'), ids.productId)] }
  await api.call('syncOrders', { body })
  for (const operation of [
    'getHealth',
    'getAccountProfile',
    'listProducts',
    'listWarehouses',
    'listBrokers',
  ] as const) {
    await api.call(operation)
  }
  for (const operation of ['listOrders', 'listExports', 'listEvents', 'listWebhooks'] as const)
    await api.call(operation)
}
