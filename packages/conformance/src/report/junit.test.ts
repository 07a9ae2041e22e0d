import { expect, it } from 'vitest'
import { Breach } from '../breach.ts'
import { failureOf } from '../failure.ts'
import { type ConformanceReport, type ConformanceResult, countsOf } from '../report.ts'
import { junitXml } from './junit.ts'

const sent = { method: 'POST', path: '/api/orders/sync', headers: { authorization: 'Bearer eg_test_key' }, body: '{}' }

const base = { statement: 'It is <so> & "so".', contract: '/paths', docs: 'index.md', ms: 12 }

const results: readonly ConformanceResult[] = [
  { ...base, id: 'SYNC-01', level: 'MUST', outcome: 'holds' },
  {
    ...base,
    ...{ id: 'SYNC-02', level: 'MUST', outcome: 'fails' },
    failure: { sent: 'POST /api/orders/sync', expected: 'a < b', got: 'a\u0000 > b\ud800' },
  },
  { ...base, id: 'ERR-01', level: 'SHOULD', outcome: 'fails', failure: { sent: null, expected: 'x', got: 'y' } },
  { ...base, id: 'ERR-02', level: 'MUST', outcome: 'skipped', because: 'needs --allow-execute' },
]

const report: ConformanceReport = {
  ...{ baseUrl: 'https://api.example.com', accountId: 'acc_1', startedAt: '2026-11-22T12:00:00.000Z', durationMs: 48 },
  implementation: { service: 'example', version: '1', contractVersion: '1.0.0' },
  ...{ requests: 4, prefix: 'conf-1', asOf: '2026-11-22', conforms: false, counts: countsOf(results), results },
}

it('a MUST that fails is a failure, a SHOULD that fails and what was not tried are skipped', () => {
  expect(junitXml(report)).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="EntryGo conformance" tests="4" failures="1" errors="0" skipped="2" time="0.048">
  <testsuite name="SYNC Sync" tests="2" failures="1" errors="0" skipped="0" time="0.024">
    <testcase name="SYNC-01 It is &lt;so&gt; &amp; &quot;so&quot;." classname="entrygo.conformance.SYNC" time="0.012"/>
    <testcase name="SYNC-02 It is &lt;so&gt; &amp; &quot;so&quot;." classname="entrygo.conformance.SYNC" time="0.012"><failure type="MUST" message="MUST: expected a &lt; b">expected: a &lt; b&#10;got: a\ufffd &gt; b\ufffd&#10;sent: POST /api/orders/sync</failure></testcase>
  </testsuite>
  <testsuite name="ERR Refusals" tests="2" failures="0" errors="0" skipped="2" time="0.024">
    <testcase name="ERR-01 It is &lt;so&gt; &amp; &quot;so&quot;." classname="entrygo.conformance.ERR" time="0.012"><skipped message="SHOULD: expected x"/></testcase>
    <testcase name="ERR-02 It is &lt;so&gt; &amp; &quot;so&quot;." classname="entrygo.conformance.ERR" time="0.012"><skipped message="needs --allow-execute"/></testcase>
  </testsuite>
</testsuites>
`)
})

it('counts tell a MUST that fails from a SHOULD that does', () => {
  expect(countsOf(results)).toEqual({ requirements: 4, holds: 1, failsMust: 1, failsShould: 1, skipped: 1 })
})

it('a failure shows the request without its key, and no secret in any form', () => {
  const key = 'eg_test_0123456789'
  const text = `${key} ${Buffer.from(key).toString('base64')} whsec_c2VjcmV0`
  const answer = {
    ...{ operation: null, status: 400, headers: new Headers(), bytes: new Uint8Array(), text, value: undefined, ms: 1 },
    sent: { ...sent, body: JSON.stringify({ text }) },
  }
  expect(failureOf(new Breach({ answer, expected: 'status 200', got: text }), [key])).toEqual({
    sent: 'POST /api/orders/sync\n{"text":"[secret] [secret] whsec_[secret]"}',
    expected: 'status 200',
    got: '[secret] [secret] whsec_[secret]',
  })
})

it('a connection that breaks is told by its cause', () => {
  const error = new TypeError('fetch failed', { cause: new Error('read ECONNRESET') })
  expect(failureOf(error, [])).toEqual({ sent: null, expected: 'an answer', got: 'fetch failed: read ECONNRESET' })
})
