import { expectRefusal, expectSame, expectStatus, expectThat } from '../breach.ts'
import { brokerFacts, completeFacts, completeOrder, profile, warehouseFacts } from '../goods.ts'
import { at, listIn, members, textIn, textsIn } from '../reading.ts'
import type { Checks, Trial } from '../world.ts'

export const syncChecks: Checks = {
  'SYNC-01': async ({ api, ids, name }) => {
    const body = { items: [completeOrder(name('A'), ids.productId)] }
    const first = expectStatus(await api.call('syncOrders', { body }), 200)
    expectSame(first, at(first.value, 'data.0.created'), { created: true })
    const again = expectStatus(await api.call('syncOrders', { body }), 200)
    expectSame(again, at(again.value, 'data.0.created'), { created: false })
    expectSame(again, at(again.value, 'data.0.id'), { id: textIn(first, 'data.0.id') })
  },
  'SYNC-02': async ({ api, ids, name }) => {
    const externalIds = ['C', 'A', 'E', 'B', 'D'].map(name)
    const items = externalIds.map((externalId) => completeOrder(externalId, ids.productId))
    const answer = expectStatus(await api.call('syncOrders', { body: { items } }), 200)
    expectSame(answer, textsIn(answer, 'data', 'externalId'), { 'the order of the request': externalIds })
    const turned = { items: items.toReversed() }
    const again = expectStatus(await api.call('syncOrders', { body: turned }), 200)
    expectSame(again, textsIn(again, 'data', 'externalId'), { 'the order of the request': externalIds.toReversed() })
  },
  'SYNC-03': async (trial) => {
    const { api, ids, name } = trial
    const two = lines(trial, 'A', [
      [2, 10],
      [3, 1.5],
    ])
    const first = expectStatus(await api.call('syncOrders', { body: { items: [two] } }), 200)
    expectSame(first, at(first.value, 'data.0.totalValueUsd'), { totalValueUsd: 24.5 })
    expectSame(first, at(first.value, 'data.0.lineCount'), { lineCount: 2 })
    const one = { ...two, items: [{ productId: ids.productId, quantity: 4, unitValueUsd: 2 }] }
    expectStatus(await api.call('syncOrders', { body: { items: [one] } }), 200)
    const found = await api.call('listOrders', { query: `?externalId=${name('A')}` })
    expectSame(found, at(found.value, 'data.0.lineCount'), { lineCount: 1 })
    expectSame(found, at(found.value, 'data.0.totalValueUsd'), { totalValueUsd: 8 })
    expectSame(
      found,
      listIn(found, 'data.0.items').map((line) => at(line, 'quantity')),
      { quantities: [4] },
    )
  },
  'SYNC-04': async (trial) => {
    const { api, name } = trial
    const good = completeOrder(name('A'), trial.ids.productId)
    const bad = completeOrder(name('B'), 'prod_00000000000000000000000000')
    expectStatus(await api.call('syncOrders', { body: { items: [good, bad] } }), 422)
    const found = await api.call('listOrders', { query: `?externalId=${name('A')}&externalId=${name('B')}` })
    expectSame(expectStatus(found, 200), listIn(found, 'data'), { 'orders stored': [] })
  },
  'SYNC-05': async (trial) => {
    const { api, name } = trial
    const unknown = ['prod_00000000000000000000000000', 'prod_11111111111111111111111111']
    const items = unknown.map((productId, index) => completeOrder(name(`${index}`), productId))
    const answer = expectRefusal(await api.call('syncOrders', { body: { items } }), 422, 'UNKNOWN_PRODUCT')
    const paths = textsIn(answer, 'details.issues', 'path')
    for (const index of [0, 1]) {
      const path = `items.${index}.items.0.productId`
      expectThat(answer, paths.includes(path), { expected: `an issue at ${path}`, got: paths })
    }
  },
  'SYNC-06': async (trial) => {
    // In binary floating point 3 × 0.335 is 1.005 and less, which would round to 1.00; 0.1 and 0.2 sum to 0.30000000000000004.
    const cases: readonly (readonly [readonly (readonly [number, number])[], number])[] = [
      [[[3, 0.335]], 1.01],
      [
        [
          [1, 0.1],
          [1, 0.2],
        ],
        0.3,
      ],
      [[[1, 1.005]], 1.01],
      [[[0.5, 0.01]], 0.01],
      [[[99, 9_999_999.99]], 989_999_999.01],
      [
        [
          [1, 0.005],
          [1, 0.005],
        ],
        0.02,
      ],
    ]
    for (const [index, [given, total]] of cases.entries()) {
      const body = { items: [lines(trial, `${index}`, given)] }
      const answer = expectStatus(await trial.api.call('syncOrders', { body }), 200)
      expectSame(answer, at(answer.value, 'data.0.totalValueUsd'), { totalValueUsd: total })
    }
  },
  'SYNC-07': async ({ api, ids, name }) => {
    const one = completeOrder(name('A'), ids.productId)
    const answer = await api.call('syncOrders', { body: { items: [one, one] } })
    expectRefusal(answer, 400, 'VALIDATION_ERROR')
    expectThat(answer, textsIn(answer, 'details.issues', 'code').includes('duplicate'), 'an issue `duplicate`')
  },
  'SYNC-08': async ({ api, ids, name }) => {
    const metadata = { channel: 'web', deep: { list: [1, 'two', null, true], ' odd name ': 'Åé漢字' }, '': '' }
    const body = { items: [{ ...completeOrder(name('A'), ids.productId), metadata }] }
    const answer = expectStatus(await api.call('syncOrders', { body }), 200)
    expectSame(answer, at(answer.value, 'data.0.metadata'), { metadata })
    const read = await api.call('getOrder', { path: { id: textIn(answer, 'data.0.id') } })
    expectSame(expectStatus(read, 200), at(read.value, 'metadata'), { metadata })
  },
  'SYNC-09': async ({ api, name }) => {
    const kinds = [
      ['syncProducts', completeFacts],
      ['syncWarehouses', warehouseFacts],
      ['syncBrokers', brokerFacts],
    ] as const
    for (const [operation, facts] of kinds) {
      const externalIds = ['B', 'C', 'A'].map(name)
      const body = { items: externalIds.map((externalId) => ({ externalId, ...facts })) }
      const first = expectStatus(await api.call(operation, { body }), 200)
      expectSame(first, textsIn(first, 'data', 'externalId'), { 'the order of the request': externalIds })
      const again = expectStatus(await api.call(operation, { body }), 200)
      expectSame(again, textsIn(again, 'data', 'id'), { ids: textsIn(first, 'data', 'id') })
      expectSame(
        again,
        listIn(again, 'data').map((item) => at(item, 'created')),
        { created: [false, false, false] },
      )
    }
  },
  'SYNC-10': async ({ api, name }) => {
    const secret = `whsec_${Buffer.from('conformance-secret-of-32-bytes!!').toString('base64')}`
    const submission = { type: 'byob_webhook', url: 'https://hooks.example.com/broker', secret }
    const items = [{ externalId: name('A'), name: 'Example Brokerage', poaOnFile: true, submission }]
    const stored = expectStatus(await api.call('syncBrokers', { body: { items } }), 200)
    expectSame(stored, at(stored.value, 'data.0.submission.secretSet'), { secretSet: true })
    const query = `?externalId=${name('A')}`
    const answers = [
      stored,
      await api.call('listBrokers', { query }),
      await api.call('getBroker', { path: { id: textIn(stored, 'data.0.id') } }),
    ]
    for (const answer of answers) {
      expectThat(answer, !answer.text.includes(secret), { expected: 'no secret in the answer', got: 'the secret' })
    }
  },
  'SYNC-11': async ({ api }) => {
    const put = expectStatus(await api.call('putAccountProfile', { body: profile }), 200)
    const read = expectStatus(await api.call('getAccountProfile'), 200)
    expectSame(read, read.value, { 'the profile as it was answered to its put': put.value })
    for (const [field, value] of Object.entries(profile)) expectSame(read, at(read.value, field), { [field]: value })
  },
}

function lines(trial: Trial, name: string, given: readonly (readonly [number, number])[]): Record<string, unknown> {
  const { productId } = trial.ids
  const items = given.map(([quantity, unitValueUsd]) => ({ productId, quantity, unitValueUsd }))
  const { packages: _, ...facts } = members(completeOrder(trial.name(name), productId))
  return { ...facts, items }
}
