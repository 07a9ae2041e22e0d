import type { OperationId } from '@entrygo/sdk/contract'
import type { Api } from '../api.ts'
import { Breach, expectRefusal, expectSame, expectStatus, expectThat } from '../breach.ts'
import { completeOrder } from '../goods.ts'
import { at, listIn, members, textIn, textsIn } from '../reading.ts'
import { type Checks, order, plan, type Trial } from '../world.ts'

export const pageChecks: Checks = {
  'PAGE-01': async (trial) => {
    const externalIds = await storeOrders(trial, 7)
    const query = externalIds.map((externalId) => `externalId=${externalId}`).join('&')
    for (const limit of [1, 2, 3, 7]) {
      const found = await walk(trial.api, 'listOrders', `?limit=${limit}&${query}`)
      const seen = found.map((item) => String(at(item, 'externalId'))).toSorted()
      if (seen.join() === externalIds.toSorted().join()) continue
      throw new Breach({ expected: `each of 7 orders once with limit=${limit}`, got: seen })
    }
  },
  'PAGE-02': async (trial) => {
    const [first = '', second = ''] = await storeOrders(trial, 3)
    const query = `?externalId=${second}&externalId=${first}&externalId=${trial.name('absent')}`
    const answer = expectStatus(await trial.api.call('listOrders', { query }), 200)
    expectSame(answer, textsIn(answer, 'data', 'externalId').toSorted(), { 'these alone': [first, second].toSorted() })
  },
  'PAGE-03': async (trial) => {
    const externalIds: string[] = []
    for (const name of ['A', 'B', 'C']) {
      await order(trial, name)
      externalIds.push(trial.name(name))
    }
    const query = `?${externalIds.map((externalId) => `externalId=${externalId}`).join('&')}`
    const answer = expectStatus(await trial.api.call('listOrders', { query }), 200)
    expectSame(answer, textsIn(answer, 'data', 'externalId'), { 'newest first': externalIds.toReversed() })
  },
  'PAGE-04': async ({ api }) => {
    for (const query of ['?limit=0', '?limit=101', '?limit=ten', '?cursor=bm90LW91cnM', '?cursor=%25']) {
      expectRefusal(await api.call('listOrders', { query }), 400, 'VALIDATION_ERROR')
    }
    expectRefusal(await api.call('listExports', { query: '?limit=0' }), 400, 'VALIDATION_ERROR')
  },
  'PAGE-05': async (trial) => {
    const { api, name, ids } = trial
    const body = { items: [completeOrder(name('A'), ids.productId)] }
    const synced = expectStatus(await api.call('syncOrders', { body }), 200)
    const { created: _, ...stored } = members(at(synced.value, 'data.0'))
    const read = await api.call('getOrder', { path: { id: textIn(synced, 'data.0.id') } })
    expectSame(expectStatus(read, 200), read.value, { 'the order as synced': stored })
    const listed = await api.call('listOrders', { query: `?externalId=${name('A')}` })
    expectSame(expectStatus(listed, 200), listIn(listed, 'data'), { 'the order as synced': [stored] })
  },
  'PAGE-06': async (trial) => {
    const exportIds: string[] = []
    for (const name of ['A', 'B', 'C'])
      exportIds.push(textIn(await plan(trial, [await order(trial, name)]), 'exportId'))
    const { warehouseId } = trial.ids
    const found = await walk(trial.api, 'listExports', `?limit=2&warehouseId=${warehouseId}`)
    const seen = found.map((item) => String(at(item, 'exportId')))
    const ours = seen.filter((id) => exportIds.includes(id))
    if (ours.join() !== exportIds.toReversed().join()) {
      throw new Breach({ expected: `newest first, each once: ${exportIds.toReversed()}`, got: ours })
    }
    const foreign = found.filter((item) => at(item, 'warehouseId') !== warehouseId)
    if (foreign.length > 0) throw new Breach({ expected: `exports of ${warehouseId} alone`, got: foreign })
    const query = `?state=completed&warehouseId=${warehouseId}`
    const completed = expectStatus(await trial.api.call('listExports', { query }), 200)
    const others = listIn(completed, 'data').filter((item) => at(item, 'state') !== 'completed')
    expectThat(completed, others.length === 0, { expected: 'completed exports alone', got: others })
  },
}

async function storeOrders(trial: Trial, count: number): Promise<string[]> {
  const externalIds = Array.from({ length: count }, (_, index) => trial.name(`${index}`))
  const items = externalIds.map((externalId) => completeOrder(externalId, trial.ids.productId))
  expectStatus(await trial.api.call('syncOrders', { body: { items } }), 200)
  return externalIds
}

const mostPages = 1000

/** Every record of a list, page by page. */
async function walk(api: Api, operation: OperationId, query: string): Promise<unknown[]> {
  const found: unknown[] = []
  let cursor: unknown = ''
  for (let pages = 0; pages < mostPages; pages += 1) {
    const next = cursor === '' ? '' : `&cursor=${encodeURIComponent(String(cursor))}`
    const page = expectStatus(await api.call(operation, { query: query + next }), 200)
    found.push(...listIn(page, 'data'))
    cursor = at(page.value, 'next_cursor')
    if (cursor === null) return found
    if (typeof cursor !== 'string') throw new Breach({ answer: page, expected: 'a next_cursor or null', got: cursor })
  }
  throw new Breach({ expected: `a last page within ${mostPages}`, got: `${found.length} records` })
}
