import { mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { planHashOf } from '@entrygo/sdk'
import type { PlanSnapshot } from '@entrygo/sdk/contract'
import { exampleNamed } from '@entrygo/sdk/testing'
import { beforeAll, describe, expect, it } from 'vitest'
import { runCli } from './testing/run-cli.ts'

let folder = ''
let plan: Record<string, unknown> = {}
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entrygo-verify-'))
  const snapshot = exampleNamed('Snapshot') as PlanSnapshot
  const { decision } = snapshot
  plan = {
    exportId: 'batch_1',
    planHash: await planHashOf(snapshot),
    readinessState: decision.readiness,
    included_order_ids: decision.included,
    excluded_order_ids: decision.excluded,
    strategy: { hint: decision.strategy, reasons: [] },
    validationMessages: decision.findings,
    snapshot,
  }
})

/** The verdict on a file with this content, as JSON. */
async function verdictOn(content: unknown, name = 'plan.json') {
  const bytes = content instanceof Uint8Array ? content : JSON.stringify(content)
  await writeFile(join(folder, name), bytes)
  const { exitCode, stdout, stderr } = await runCli(['verify', name, '--json'], { cwd: folder })
  const document = JSON.parse(stdout)
  return { stderr, ...document, ...document.data, exitCode }
}

function failedOf({ checks }: { checks: { check: string; ok: boolean }[] }): string[] {
  return checks.flatMap(({ check, ok }) => (ok ? [] : [check]))
}

describe('a plan', () => {
  it('that is as it was hashed ends with 0, without a key and a server', async () => {
    const verdict = await verdictOn(plan)
    expect(verdict).toMatchObject({ exitCode: 0, stderr: '', kind: 'plan', verified: true })
    expect(verdict.checks.map(({ check }: { check: string }) => check)).toEqual([
      'plan hash made anew',
      'readiness',
      'included orders',
      'excluded orders',
      'strategy',
      'findings',
    ])
  })

  it.each([
    ['readiness', { readinessState: 'BLOCKED' }],
    ['included orders', { included_order_ids: ['ord_other'] }],
    ['excluded orders', { excluded_order_ids: ['ord_other'] }],
    ['strategy', { strategy: { hint: 'SPLIT', reasons: [] } }],
    ['findings', { validationMessages: [{ severity: 'BLOCK', ruleId: 'INV-01', pointer: '/orders/1' }] }],
    ['plan hash made anew', { planHash: `sha256:${'0'.repeat(64)}` }],
  ])('whose %s was altered beside the hashed value ends with 7', async (check, altered) => {
    const verdict = await verdictOn({ ...plan, ...altered })
    expect([verdict.exitCode, verdict.verified, failedOf(verdict)]).toEqual([7, false, [check]])
  })

  it('whose hashed value was altered ends with 7', async () => {
    const snapshot = structuredClone(plan['snapshot']) as PlanSnapshot
    const verdict = await verdictOn({ ...plan, snapshot: { ...snapshot, inputs: { ...snapshot.inputs, orders: {} } } })
    expect([verdict.exitCode, failedOf(verdict)]).toEqual([7, ['plan hash made anew']])
  })

  it('notes on the law of a later day are not hashed, and are no difference', async () => {
    const note = { severity: 'INFO', ruleId: 'LAW-01', pointer: '' }
    expect(await verdictOn({ ...plan, validationMessages: [note, ...decided()] })).toMatchObject({ exitCode: 0 })
  })

  it('without its snapshot is refused with the flag that adds it', async () => {
    const { snapshot: _, ...bare } = plan
    expect(await verdictOn(bare)).toMatchObject({
      exitCode: 2,
      errorCode: 'INPUT_ERROR',
      message: expect.stringContaining('--include-snapshot'),
    })
  })

  it('in words each check has its line, and the verdict is the last one', async () => {
    await verdictOn({ ...plan, readinessState: 'REVIEW_REQUIRED' })
    const { stdout, exitCode } = await runCli(['verify', 'plan.json'], { cwd: folder })
    expect(exitCode).toBe(7)
    expect(stdout).toContain('  FAILED  readiness: the file says REVIEW_REQUIRED, and the hashed value READY\n')
    expect(stdout.trimEnd().endsWith('Not verified: 1 of 6 checks failed. Do not rely on it.')).toBe(true)
  })
})

describe('evidence', () => {
  it('a damaged archive ends with 7', async () => {
    const verdict = await verdictOn(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), 'evidence.zip')
    expect(verdict).toMatchObject({ exitCode: 7, kind: 'bundle', verified: false, checks: [{ check: 'archive' }] })
  })

  it('a folder without a manifest ends with 7', async () => {
    await mkdir(join(folder, 'documents'), { recursive: true })
    await writeFile(join(folder, 'documents', 'invoice.csv'), 'a,b\n')
    const { exitCode, stdout } = await runCli(['verify', 'documents', '--json'], { cwd: folder })
    expect([exitCode, JSON.parse(stdout).data.kind]).toEqual([7, 'unknown'])
  })

  it.each([
    ['nothing.zip', 'nothing.zip cannot be read (ENOENT): check the path.'],
    ['empty', 'empty is a folder without files.'],
    ['/dev/zero', '/dev/zero is neither a file nor a folder: save the evidence, then name it.'],
  ])('%s cannot be read and ends with 2', async (name, message) => {
    await mkdir(join(folder, 'empty'), { recursive: true })
    const { exitCode, stdout } = await runCli(['verify', name, '--json'], { cwd: folder })
    expect([exitCode, JSON.parse(stdout)]).toMatchObject([2, { errorCode: 'INPUT_ERROR', message }])
  })

  it.each([
    ['another JSON document', { orders: [] }, 'plan.json is no zip of evidence'],
    ['a file of no bytes', new Uint8Array(), 'plan.json is empty: save the evidence anew, then name it.'],
    ['a file of blanks', new TextEncoder().encode(' \r\n'), 'plan.json is empty'],
    ['bytes that are neither', new Uint8Array([0xff, 0xd8, 0xff]), 'plan.json is neither a zip nor UTF-8 text'],
  ])('%s is refused with 2', async (_, content, message) => {
    expect(await verdictOn(content)).toMatchObject({ exitCode: 2, message: expect.stringContaining(message) })
  })
})

function decided(): readonly unknown[] {
  const findings = plan['validationMessages']
  return Array.isArray(findings) ? findings : []
}
