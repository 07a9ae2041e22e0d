import type { BrokerInput, WarehouseInput } from '@entrygo/sdk/contract'
import { describe, expect, it } from 'vitest'
import { isRefusal, type Refusal } from '../refusal.ts'
import { profileOf, unsetProfile } from './profile.ts'
import { upsertBrokers } from './upsert-brokers.ts'
import type { Upserted } from './upsert-records.ts'
import { upsertWarehouses } from './upsert-warehouses.ts'

const firstSecret = `whsec_${'A'.repeat(32)}`

const warehouse: WarehouseInput = {
  externalId: 'yyz-1',
  address: { name: 'Example Logistics', country: 'CA' },
  notification: { channel: 'webhook', url: 'https://warehouse.example/hook', secret: firstSecret },
}

const broker: BrokerInput = {
  externalId: 'broker-1',
  name: 'Example Customs Brokers',
  submission: { type: 'email', email: 'desk@broker.example' },
}

it('the secret of a warehouse is kept beside the document, and the answer says that it is set', () => {
  const { records, answers } = stored(upsertWarehouses([warehouse], new Map(), () => 'wh_1'))
  expect(records[0]?.secret).toBe(firstSecret)
  expect(JSON.stringify([records[0]?.doc, answers])).not.toContain('whsec')
  expect(answers[0]?.notification).toEqual({
    channel: 'webhook',
    secretSet: true,
    url: 'https://warehouse.example/hook',
  })
})

it('an upsert without a secret keeps the one that is stored', () => {
  const first = stored(upsertWarehouses([warehouse], new Map(), () => 'wh_1'))
  const known = new Map(first.records.map((record) => [record.externalId, record]))
  const quiet: WarehouseInput = {
    ...warehouse,
    portOfEntry: '0901',
    notification: { channel: 'webhook', url: 'https://warehouse.example/hook' },
  }
  const second = stored(upsertWarehouses([quiet], known, () => 'wh_2'))
  expect(second.records).toEqual([expect.objectContaining({ id: 'wh_1', rev: 2, secret: firstSecret })])
  expect(second.answers[0]?.notification?.secretSet).toBe(true)
})

it('a new secret alone is a change', () => {
  const first = stored(upsertWarehouses([warehouse], new Map(), () => 'wh_1'))
  const known = new Map(first.records.map((record) => [record.externalId, record]))
  const rotated: WarehouseInput = {
    ...warehouse,
    notification: { channel: 'webhook', url: 'https://warehouse.example/hook', secret: `whsec_${'B'.repeat(32)}` },
  }
  expect(stored(upsertWarehouses([rotated], known, () => 'wh_2')).records).toHaveLength(1)
  expect(stored(upsertWarehouses([warehouse], known, () => 'wh_2')).records).toEqual([])
})

it.each([
  ['email', ['items.0.notification.email']],
  ['webhook', ['items.0.notification.url', 'items.0.notification.secret']],
] as const)('a warehouse notified by %s needs its destination', (channel, paths) => {
  const result = upsertWarehouses([{ ...warehouse, notification: { channel } }], new Map(), () => 'wh_1')
  expect(issuePaths(result)).toEqual(paths)
})

it('a warehouse inside the United States is refused', () => {
  const inside = { ...warehouse, address: { name: 'Example Logistics', country: 'US' } }
  expect(issuePaths(upsertWarehouses([inside], new Map(), () => 'wh_1'))).toEqual(['items.0.address.country'])
})

it('the defaults of a submission are filled in', () => {
  expect(stored(upsertBrokers([broker], new Map(), () => 'br_1')).answers[0]?.submission).toEqual({
    type: 'email',
    email: 'desk@broker.example',
    policy: 'at_least_once',
    keyWindowSeconds: 86_400,
    queryable: true,
    settleSeconds: 60,
    maxBodyBytes: 8_388_608,
    concurrency: 1,
    secretSet: false,
  })
})

it.each([
  ['email', ['email']],
  ['byob_email', ['email']],
  ['borderbuddy', ['url', 'secret']],
  ['byob_webhook', ['url', 'secret']],
] as const)('a submission by %s needs its destination', (type, names) => {
  const result = upsertBrokers([{ ...broker, submission: { type } }], new Map(), () => 'br_1')
  expect(issuePaths(result)).toEqual(names.map((name) => `items.0.submission.${name}`))
})

it('BorderBuddy takes no policy', () => {
  const access = { url: 'https://broker.example', secret: 'an-api-key' }
  const submission = { type: 'borderbuddy', ...access, policy: 'at_most_once' } as const
  expect(issuePaths(upsertBrokers([{ ...broker, submission }], new Map(), () => 'br_1'))).toEqual([
    'items.0.submission.policy',
  ])
})

it.each([
  ['a word', 'a-secret-of-16-chars'],
  ['23 bytes', `whsec_${'A'.repeat(30)}8=`],
  ['65 bytes', `whsec_${'A'.repeat(87)}=`],
  ['base64 with bits that no byte holds', `whsec_${'A'.repeat(32)}AB==`],
  ['a good one beside a bad one', `${firstSecret} whsec_short`],
])('%s is no secret of a webhook', (_, secret) => {
  const notification = { channel: 'webhook', url: 'https://warehouse.example/hook', secret } as const
  expect(issuePaths(upsertWarehouses([{ ...warehouse, notification }], new Map(), () => 'wh_1'))).toEqual([
    'items.0.notification.secret',
  ])
  const submission = { type: 'byob_webhook', url: 'https://broker.example/hook', secret } as const
  expect(issuePaths(upsertBrokers([{ ...broker, submission }], new Map(), () => 'br_1'))).toEqual([
    'items.0.submission.secret',
  ])
})

it('a webhook may have two secrets while receivers change over', () => {
  const secret = `whsec_${'A'.repeat(86)}== ${firstSecret}`
  const submission = { type: 'byob_webhook', url: 'https://broker.example/hook', secret } as const
  const { records, answers } = stored(upsertBrokers([{ ...broker, submission }], new Map(), () => 'br_1'))
  expect(records[0]?.secret).toBe(secret)
  expect(answers[0]?.submission.secretSet).toBe(true)
})

it('a signed way to the broker needs the secret that signs, and keeps the one it has', () => {
  const submission = { type: 'byob_webhook', url: 'https://broker.example/hook' } as const
  const signed = stored(
    upsertBrokers([{ ...broker, submission: { ...submission, secret: firstSecret } }], new Map(), () => 'br_1'),
  )
  const known = new Map(signed.records.map((record) => [record.externalId, record]))
  expect(issuePaths(upsertBrokers([{ ...broker, submission }], new Map(), () => 'br_1'))).toEqual([
    'items.0.submission.secret',
  ])
  expect(issuePaths(upsertBrokers([{ ...broker, submission }], known, () => 'br_1'))).toEqual([])
})

it('an account that never set a profile has the defaults of the gate', () => {
  expect(unsetProfile('acc_1')).toEqual({
    rev: 0,
    doc: { accountId: 'acc_1', gate: { mode: 'server', flags: [], approvalTtlHours: 168 } },
  })
})

it('a profile is replaced as a whole, without the key of the request, its flags sorted', () => {
  const first = profileOf(
    {
      accountId: 'acc_1',
      bond: { type: 'single' },
      gate: { flags: ['USMCA_CLAIMED', 'IMPORT_BAN', 'USMCA_CLAIMED'] },
      idempotencyKey: 'key-1',
    },
    unsetProfile('acc_1'),
  )
  expect(first).toEqual({
    rev: 1,
    doc: {
      accountId: 'acc_1',
      bond: { type: 'single' },
      gate: { mode: 'server', flags: ['IMPORT_BAN', 'USMCA_CLAIMED'], approvalTtlHours: 168 },
    },
  })
  expect(profileOf({ accountId: 'acc_1' }, first)).toEqual({ rev: 2, doc: unsetProfile('acc_1').doc })
})

it('a profile that says the same is the stored one', () => {
  const first = profileOf({ accountId: 'acc_1' }, unsetProfile('acc_1'))
  expect(profileOf({ accountId: 'acc_1', gate: { mode: 'server' } }, first)).toBe(first)
})

describe('the secret of BorderBuddy', () => {
  const submission = { type: 'borderbuddy', url: 'https://broker.example/api', secret: 'an-api-key' } as const
  const first = stored(upsertBrokers([{ ...broker, submission }], new Map(), () => 'br_1'))
  const known = new Map(first.records.map((record) => [record.externalId, record]))
  const { secret: _, ...quiet } = submission

  it.each(['two words', 'an-api-key another', 'caf\u00e9-secret', 'line\nbreak'])('is not %j', (secret) => {
    const result = upsertBrokers([{ ...broker, submission: { ...submission, secret } }], new Map(), () => 'br_1')
    expect(issuePaths(result)).toEqual(['items.0.submission.secret'])
    expect(JSON.stringify(result)).not.toContain(secret)
  })

  it('stays where it is when the upsert names none', () => {
    const moved = { ...quiet, url: 'https://BROKER.example:8443/v2' }
    expect(stored(upsertBrokers([{ ...broker, submission: moved }], known, () => 'br_2')).records[0]?.secret).toBe(
      'an-api-key',
    )
  })

  it('is not sent to another host that an upsert names', () => {
    const moved = { ...quiet, url: 'https://elsewhere.example/api' }
    expect(issuePaths(upsertBrokers([{ ...broker, submission: moved }], known, () => 'br_2'))).toEqual([
      'items.0.submission.secret',
    ])
    const renewed = { ...moved, secret: 'a-new-api-key' }
    expect(stored(upsertBrokers([{ ...broker, submission: renewed }], known, () => 'br_2')).records[0]?.secret).toBe(
      'a-new-api-key',
    )
  })

  it('is none that signed webhooks before', () => {
    const signed = { type: 'byob_webhook', url: 'https://broker.example/api', secret: firstSecret } as const
    const { records } = stored(upsertBrokers([{ ...broker, submission: signed }], new Map(), () => 'br_1'))
    const signing = new Map(records.map((record) => [record.externalId, record]))
    expect(issuePaths(upsertBrokers([{ ...broker, submission: quiet }], signing, () => 'br_2'))).toEqual([
      'items.0.submission.secret',
    ])
  })
})

function stored<Result extends Upserted<'warehouse'> | Upserted<'broker'>>(result: Result | Refusal): Result {
  if (isRefusal(result)) throw new Error(result.message)
  return result
}

function issuePaths(result: object): string[] {
  return isRefusal(result) ? (result.details?.issues ?? []).map(({ path }) => path) : []
}
