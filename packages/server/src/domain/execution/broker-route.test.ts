import { expect, it } from 'vitest'
import { planningRecords } from '../../testing/planning-records.ts'
import type { RecordDocuments } from '../records.ts'
import { brokerRoute } from './broker-route.ts'

function aBrokerWith(submission: Partial<RecordDocuments['broker']['submission']>): RecordDocuments['broker'] {
  const broker = planningRecords({}).broker?.doc
  if (broker === undefined) throw new Error('no broker')
  return { ...broker, submission: { ...broker.submission, ...submission } }
}

it('a mail goes by the policy of the record, without a key and without questions', () => {
  const route = brokerRoute(aBrokerWith({ policy: 'at_most_once', concurrency: 3 }))
  expect(route).toMatchObject({
    ...{ transport: 'email', policy: 'at_most_once', destination: 'entries@broker.example' },
    terms: { keyWindowMs: 0, isQueryable: false, settleMs: 0, concurrency: 3 },
  })
  expect(route.partyId).toBe(aBrokerWith({}).id)
})

it('a borderbuddy broker has a key, and the terms of its record', () => {
  const url = 'https://api.broker.example'
  const submission = { type: 'borderbuddy', url, keyWindowSeconds: 3_600, settleSeconds: 30, queryable: false } as const
  expect(brokerRoute(aBrokerWith(submission))).toMatchObject({
    ...{ transport: 'borderbuddy', policy: 'idempotent', destination: url },
    terms: { keyWindowMs: 3_600_000, isQueryable: false, settleMs: 30_000, concurrency: 1 },
  })
})

it('a broker without the address of its type is a bug', () => {
  expect(() => brokerRoute(aBrokerWith({ type: 'byob_webhook' }))).toThrow('no address')
})
