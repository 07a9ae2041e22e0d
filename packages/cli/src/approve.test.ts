import type { Approval } from '@entrygo/sdk/contract'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { validityInWords, validityOf } from './render/approval-validity.ts'
import {
  answer,
  batchId,
  example,
  planHash,
  planned,
  type ScriptedAccount,
  startScriptedAccount,
} from './testing/scripted-account.ts'

let account: ScriptedAccount
beforeEach(async () => {
  account = await startScriptedAccount()
  account.answers[`GET /api/exports/${batchId}`] = planned('REVIEW_REQUIRED')
})
afterEach(() => account.server.stop())

const approve = ['approve', batchId, '--plan-hash', planHash]
const who = ['--reason', 'origin checked', '--actor-name', 'Export Desk']
const body = {
  accountId: 'acc_1',
  planHash,
  reason: 'origin checked',
  actor: { type: 'person', name: 'Export Desk' },
}

describe('approve', () => {
  it('binds reason and name to the hash, and says what was approved', async () => {
    const { exitCode, stdout } = await account.cli([...approve, ...who, '--json'])
    expect(exitCode).toBe(0)
    expect(account.server.seen.at(-1)?.body).toEqual(body)
    const {
      data: { approved },
      next,
    } = JSON.parse(stdout)
    expect(approved).toMatchObject({ readinessState: 'REVIEW_REQUIRED', because: ['REVIEW_REQUIRED'], value_usd: 276 })
    expect(approved.findings.map(({ severity }: { severity: string }) => severity)).not.toContain('INFO')
    expect(next[0].argv.slice(0, 2)).toEqual(['entrygo', 'execute'])
  })

  it.each(['--plan-hash', '--reason', '--actor-name'])('without %s is a usage error', async (left) => {
    const argv = ['--plan-hash', planHash, ...who]
    argv.splice(argv.indexOf(left), 2)
    const { exitCode, stderr } = await account.cli(['approve', batchId, ...argv])
    expect([exitCode, account.server.seen]).toEqual([2, []])
    expect(stderr).toContain(left)
  })

  it('in words shows on stderr what is approved and why somebody is asked', async () => {
    const { stderr, stdout } = await account.cli([...approve, ...who])
    expect(stderr).toMatch(/^To approve batch_/)
    expect(stderr).toContain('Asked for because of: findings that a person has to look at.')
    expect(stderr).toMatch(/^ {2}#\d+ +REVIEW/m)
    expect(stdout).toMatch(/^Approved batch_/)
  })

  it('another plan than the named one is refused with 11 before anything is written', async () => {
    const argv = ['approve', batchId, '--plan-hash', `sha256:${'0'.repeat(64)}`, ...who, '--json']
    const { exitCode, stdout } = await account.cli(argv)
    expect([exitCode, JSON.parse(stdout).errorCode, account.writes()]).toEqual([11, 'PLAN_HASH_MISMATCH', []])
  })

  it('a key that may not read approves by the hash alone', async () => {
    account.answers[`GET /api/exports/${batchId}`] = answer('Error_INSUFFICIENT_SCOPE', 403)
    const { exitCode, stdout } = await account.cli([...approve, ...who, '--json'])
    expect([exitCode, JSON.parse(stdout).data.approved]).toEqual([0, null])
  })

  it('an answer that never came is an unknown outcome, and the same key finishes it', async () => {
    account.answers[`POST /api/exports/${batchId}/approvals`] = () => 'break'
    const argv = [...approve, ...who, '--idempotency-key', 'k', '--no-retry', '--json']
    const { exitCode, stdout } = await account.cli(argv)
    expect(exitCode).toBe(9)
    expect(JSON.parse(stdout)).toMatchObject({ errorCode: 'OUTCOME_UNKNOWN', idempotencyKey: 'k' })
  })

  describe('at a terminal', () => {
    it('asks for what is missing, and whether it is meant', async () => {
      const { exitCode } = await account.atTerminal(approve, ['origin checked\r', 'Export Desk\r', 'yes\r'])
      expect(exitCode).toBe(0)
      expect(account.server.seen.at(-1)?.body).toEqual(body)
    })

    it('asks nothing with --yes and both flags', async () => {
      const { exitCode, stderr } = await account.atTerminal([...approve, ...who, '--yes'], [])
      expect([exitCode, stderr.includes('Approve this plan?')]).toEqual([0, false])
    })

    it.each([
      ['a no', ['no\r'], 3, 'DECLINED'],
      ['an empty answer', ['\r'], 3, 'DECLINED'],
      ['the end of input', ['\u0004'], 3, 'DECLINED'],
      ['Ctrl-C', ['\u0003'], 130, 'INTERRUPTED'],
    ] as const)('%s approves nothing', async (...row) => {
      const [, typed, exitCode, errorCode] = row
      const result = await account.atTerminal([...approve, ...who], typed)
      expect([result.exitCode, account.writes()]).toEqual([exitCode, []])
      expect(result.stderr).toContain(errorCode)
    })
  })
})

describe('approvals', () => {
  const given = (more: object): object => ({ ...example('ApprovalStored'), ...more })
  const old = `sha256:${'0'.repeat(64)}`

  it('says of each whether it counts, and why not', async () => {
    const approvals = [
      given({ id: 'apr_1', live: false, planHash: old, expires_at: '2099-01-01T00:00:00.000Z' }),
      given({ id: 'apr_2', live: false, planHash, expires_at: '2026-01-01T00:00:00.000Z' }),
      given({ id: 'apr_3', live: true, planHash, expires_at: '2099-01-01T00:00:00.000Z' }),
    ]
    account.answers[`GET /api/exports/${batchId}`] = planned('REVIEW_REQUIRED', { approvals })
    const { exitCode, stdout } = await account.cli(['approvals', batchId, '--json'])
    const told = JSON.parse(stdout).data
    expect(exitCode).toBe(0)
    expect(told).toMatchObject({ exportId: batchId, planHash, requiresApproval: true, because: ['REVIEW_REQUIRED'] })
    expect(told.approvals.map(({ validity }: { validity: string }) => validity)).toEqual([
      'plan_changed',
      'expired',
      'live',
    ])
    const inWords = await account.cli(['approvals', batchId])
    expect(inWords.stdout).toContain('REVIEW_REQUIRED, needs an approval: findings that a person has to look at')
    expect(inWords.stdout).toContain('no longer counts: it died with its plan sha256:000000000000…')
    expect(inWords.stdout).toContain('live until 2099-01-01T00:00:00.000Z')
  })

  it('without any it names the command that approves', async () => {
    const { stdout } = await account.cli(['approvals', batchId, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      data: { approvals: [] },
      next: [{ userActionRequired: true }],
    })
  })
})

describe('the validity of an approval', () => {
  const approval = { ...example('ApprovalStored'), planHash } as unknown as Approval
  const now = Date.parse('2026-11-21T15:00:00.000Z')

  it.each([
    [{ live: true, expires_at: '2026-11-22T00:00:00.000Z' }, 'live', 'live until 2026-11-22T00:00:00.000Z'],
    [{ live: false, expires_at: '2026-11-21T15:00:00.000Z' }, 'expired', 'expired at 2026-11-21T15:00:00.000Z'],
    [
      { live: false, expires_at: '2026-11-22T00:00:00.000Z' },
      'plan_changed',
      'no longer counts: the export was planned again after it',
    ],
  ] as const)('%j is %s', (facts, validity, words) => {
    const told = { ...approval, ...facts }
    expect([validityOf(told, now), validityInWords(told, { planHash, now })]).toEqual([validity, words])
  })
})
