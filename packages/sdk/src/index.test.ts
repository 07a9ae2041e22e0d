import { expect, it } from 'vitest'
import * as sdk from './index.ts'
import * as testing from './testing/index.ts'

it('the package exports these names', () => {
  expect(Object.keys(sdk).sort()).toEqual([
    'EntryGoError',
    'GateRefusedError',
    'OutcomeUnknownError',
    'comparePlans',
    'createEntryGo',
    'defaultRetry',
    'deriveKey',
    'evaluateGate',
    'executePlan',
    'explainFinding',
    'isHandedOff',
    'latestPosition',
    'newIdempotencyKey',
    'planHashOf',
    'recordsOf',
    'resumeWatch',
    'retryStatuses',
    'retryTable',
    'sdkVersion',
    'systemClock',
    'verifyPlan',
    'waitForExport',
    'watchEvents',
    'watchExport',
  ])
})

it('the testing entry exports these names', () => {
  expect(Object.keys(testing).sort()).toEqual(['createHandlers', 'errorAnswer', 'exampleAnswer', 'exampleNamed'])
})
