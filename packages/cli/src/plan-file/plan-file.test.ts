import { readdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exampleAsOf } from '@entrygo/server/dev'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type DevAccount, startDevAccount } from '../testing/dev-account.conformance.ts'

let account: DevAccount
let orderIds: readonly string[] = []
let whole: Record<string, unknown> = {}

/** The flags that plan the example orders as READY on any day. */
const planFlags = (): string[] => [
  ...orderIds.flatMap((id) => ['--order-id', id]),
  ...['--shipment', account.dev.examples.shipment, '--as-of', exampleAsOf],
]

beforeAll(async () => {
  account = await startDevAccount()
  orderIds = await account.syncExamples('ready', 'A')
  await account.answer(['plan', ...planFlags(), '--out', 'plan.json'])
  whole = await account.read('plan.json')
})
afterAll(() => account[Symbol.asyncDispose]())

/** What the command says to a plan file that was changed in this way. */
async function refusal(argv: readonly string[], change: (plan: typeof whole) => object) {
  await account.write('changed.json', change(structuredClone(whole)))
  const { exitCode, stdout } = await account.cli([...argv, 'changed.json', '--json'])
  return { exitCode, ...JSON.parse(stdout) }
}

describe('plan --out', () => {
  it('writes the fields of the plan with its snapshot, its account and its last day, for its owner alone', async () => {
    expect(whole).toMatchObject({
      planFile: 1,
      accountId: account.dev.accountId,
      validThrough: null,
      readinessState: 'READY',
    })
    expect(Object.keys(whole)).toEqual(
      expect.arrayContaining(['exportId', 'planHash', 'treatments', 'rulePack', 'snapshot']),
    )
    expect((await stat(join(account.folder, 'plan.json'))).mode & 0o777).toBe(0o600)
    expect((await readdir(account.folder)).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('is valid through the last day of the rule pack, unless --as-of fixed the day of the law', async () => {
    await account.answer(['plan', ...planFlags().slice(0, -2), '--out', 'unfixed.json'])
    const { validThrough, rulePack } = await account.read('unfixed.json')
    expect([validThrough, rulePack]).toMatchObject(['2026-11-30', { validThrough: '2026-11-30' }])
  })

  it('leaves the snapshot off stdout unless it is asked for', async () => {
    const shown = await account.answer(['plan', ...planFlags(), '--out', 'plan-2.json'])
    expect(shown.data['snapshot']).toBeUndefined()
    const asked = await account.answer(['plan', ...planFlags(), '--out', 'plan-2.json', '--include-snapshot'])
    expect(asked.data['snapshot']).toEqual((await account.read('plan-2.json'))['snapshot'])
  })

  it.each([
    ['orders.json', 'orders.json holds something else, which would be lost: choose another --out.'],
    ['nowhere/plan.json', 'nowhere/plan.json cannot be written (ENOENT): choose another --out.'],
    ['data', 'data is not a file: choose another --out.'],
    ['-', '--out is "-": name a file, since stdout is for the answer.'],
  ])('to %s is refused before anything is planned', async (name, message) => {
    await account.write('orders.json', '[]\n')
    const before = await account.client.exports.list({})
    const { exitCode, stdout } = await account.cli(['plan', ...planFlags(), '--out', name, '--json'])
    expect(JSON.parse(stdout)).toMatchObject({
      errorCode: 'OUTPUT_ERROR',
      field: '--out',
      message: name === '-' ? message : `${account.folder}/${message}`,
    })
    expect(exitCode).toBe(2)
    expect((await account.client.exports.list({})).data.length).toBe(before.data.length)
  })
})

describe('plan show', () => {
  it('says offline that a file is intact, and shows it as plan does', async () => {
    const { exitCode, stdout } = await account.cli(['plan', 'show', 'plan.json'], {
      ENTRYGO_BASE_URL: 'http://127.0.0.1:1',
    })
    expect(exitCode).toBe(0)
    expect(stdout).toContain('intact: its planHash names what it holds')
    expect(stdout).toContain(String(whole['planHash']))
    expect(stdout).toContain('READY')
  })

  it('gives programs every check', async () => {
    const { data } = await account.answer(['plan', 'show', 'plan.json'])
    expect(data).toMatchObject({
      intact: true,
      accountId: account.dev.accountId,
      plan: { planHash: whole['planHash'] },
    })
    expect(data['checks']).toMatchObject(
      [
        ['planHash', 'plan hash made anew'],
        ['readinessState', 'readiness'],
        ['included_order_ids', 'included orders'],
        ['excluded_order_ids', 'excluded orders'],
        ['strategy', 'strategy'],
        ['export_units', 'export units'],
        ['export_units', 'value of the units'],
        ['treatments', 'treatments'],
        ['validationMessages', 'findings'],
        ['validThrough', 'last valid day'],
      ].map(([field, check]) => ({ field, check, ok: true })),
    )
  })

  it('names what was altered, does not show it as a plan, and ends with 11', async () => {
    await account.write('changed.json', { ...whole, readinessState: 'REVIEW_REQUIRED' })
    const { exitCode, stdout } = await account.cli(['plan', 'show', 'changed.json'])
    expect([exitCode, stdout.includes('Rules')]).toEqual([11, false])
    expect(stdout).toContain('ALTERED: do not rely on it')
    const { data } = JSON.parse((await account.cli(['plan', 'show', 'changed.json', '--json'])).stdout)
    expect([data.intact, 'plan' in data]).toEqual([false, false])
    expect(stdout).toContain('readiness: the file says REVIEW_REQUIRED, and the hashed value READY')
  })

  it('a plan without its snapshot cannot be checked, and says so', async () => {
    const { snapshot: _, planFile: __, ...bare } = whole
    await account.write('changed.json', bare)
    const { exitCode, stdout } = await account.cli(['plan', 'show', 'changed.json'])
    expect([exitCode, stdout.includes('cannot be checked: it has no snapshot')]).toEqual([0, true])
  })
})

describe.each([['execute'], ['approve', '--reason', 'checked', '--actor-name', 'Export Desk'], ['inspect']])(
  '%s',
  (...argv) => {
    it.each([
      ['planHash', (plan: typeof whole) => ({ ...plan, planHash: `sha256:${'0'.repeat(64)}` })],
      ['planHash', (plan: typeof whole) => ({ ...plan, snapshot: { ...Object(plan['snapshot']), more: true } })],
      ['readinessState', (plan: typeof whole) => ({ ...plan, readinessState: 'BLOCKED' })],
      ['included_order_ids', (plan: typeof whole) => ({ ...plan, included_order_ids: ['ord_other'] })],
      ['export_units', (plan: typeof whole) => ({ ...plan, export_units: cheaper(plan['export_units']) })],
      ['export_units', (plan: typeof whole) => ({ ...plan, export_units: [] })],
      ['treatments', (plan: typeof whole) => ({ ...plan, treatments: [] })],
      ['strategy', (plan: typeof whole) => ({ ...plan, strategy: { hint: 'SPLIT', reasons: [] } })],
      [
        'validationMessages',
        (plan: typeof whole) => ({ ...plan, validationMessages: [{ severity: 'BLOCK', ruleId: 'X-1' }] }),
      ],
      ['validThrough', (plan: typeof whole) => ({ ...plan, validThrough: '2099-12-31' })],
      ['validThrough', ({ validThrough: _, ...plan }: typeof whole) => plan],
      ['snapshot', ({ snapshot: _, ...plan }: typeof whole) => plan],
      ['snapshot', (plan: typeof whole) => ({ ...plan, snapshot: 7 })],
      ['accountId', ({ accountId: _, ...plan }: typeof whole) => plan],
    ])('refuses a file whose %s was altered with 11 %#', async (field, change) => {
      expect(await refusal(argv, change)).toMatchObject({ exitCode: 11, errorCode: 'PLAN_FILE_ALTERED', field })
    })

    it('refuses the plan of another account than the configured one with 4', async () => {
      expect(await refusal(argv, (plan) => ({ ...plan, accountId: 'acc_other' }))).toMatchObject({
        ...{ exitCode: 4, errorCode: 'INVALID_ACCOUNT_SCOPE', field: 'accountId' },
        data: { accountId: 'acc_other', configuredAccountId: account.dev.accountId },
      })
    })

    it('refuses a dry run with 7, and what is no plan file of this version with 2', async () => {
      await account.answer(['plan', ...planFlags(), '--dry-run', '--out', 'dry.json'])
      const dry = await account.cli([...argv, 'dry.json', '--json'])
      expect([dry.exitCode, JSON.parse(dry.stdout).errorCode]).toEqual([7, 'DRY_RUN_NOT_EXECUTABLE'])
      expect(await refusal(argv, (plan) => ({ ...plan, planFile: 2 }))).toMatchObject({
        ...{ exitCode: 2, errorCode: 'INPUT_ERROR', field: 'planFile' },
      })
    })
  },
)

function cheaper(units: unknown): unknown {
  return Array.isArray(units) ? units.map((unit) => ({ ...unit, value_usd: 1 })) : units
}

describe('a plan file past its last day', () => {
  const past = (plan: typeof whole): object => {
    const flags = Array.isArray(plan['flags']) ? plan['flags'].filter((flag) => flag !== 'AS_OF_FIXED') : []
    return {
      ...plan,
      flags,
      rulePack: { ...Object(plan['rulePack']), validThrough: '2026-01-31' },
      validThrough: '2026-01-31',
    }
  }

  it.each([[['execute']], [['approve', '--reason', 'checked', '--actor-name', 'Export Desk']]])(
    'is refused by %j with 11',
    async (argv) => {
      expect(await refusal(argv, past)).toMatchObject({
        ...{ exitCode: 11, errorCode: 'PLAN_STALE', field: 'validThrough' },
        message: expect.stringContaining('changed.json was valid through 2026-01-31'),
      })
    },
  )

  it('can still be inspected', async () => {
    expect((await refusal(['inspect'], past)).exitCode).toBe(0)
  })
})

it('a plan that has changed since its file was written is refused by execute, approve and inspect with 11', async () => {
  const ids = await account.syncExamples('ready', 'MOVED')
  await account.answer([
    'plan',
    ...ids.flatMap((id) => ['--order-id', id]),
    ...planFlags().slice(-4),
    '--out',
    'old.json',
  ])
  const { exportId } = await account.read('old.json')
  const shipment = await account.write('moved.json', { proBill: 'EXMP000012345', estimatedEntryDate: '2026-11-25' })
  const again = ['plan', '--batch-id', String(exportId), ...ids.flatMap((id) => ['--order-id', id])]
  await account.answer([...again, '--shipment', shipment, '--as-of', exampleAsOf, '--out', 'new.json'])
  for (const argv of [['execute'], ['approve', '--reason', 'checked', '--actor-name', 'Export Desk'], ['inspect']]) {
    const { exitCode, stdout } = await account.cli([...argv, 'old.json', '--json'])
    expect([exitCode, JSON.parse(stdout).errorCode, JSON.parse(stdout).field]).toEqual([
      11,
      'PLAN_HASH_MISMATCH',
      'planHash',
    ])
  }
  const { data } = await account.answer(['plan', 'diff', 'old.json', 'new.json'])
  expect(data['differences']).toEqual([
    { pointer: '/inputs/shipment/estimatedEntryDate', cause: 'shipment', before: '2026-11-24', after: '2026-11-25' },
  ])
})

it('plan diff compares files of both forms, and refuses an altered one', async () => {
  const { planFile: _, accountId: __, validThrough: ___, ...older } = whole
  await account.write('older.json', older)
  expect((await account.answer(['plan', 'diff', 'older.json', 'plan.json'])).data['differences']).toEqual([])
  await account.write('changed.json', { ...whole, treatments: [] })
  const { exitCode, stdout } = await account.cli(['plan', 'diff', 'plan.json', 'changed.json', '--json'])
  expect([exitCode, JSON.parse(stdout)]).toMatchObject([11, { errorCode: 'PLAN_FILE_ALTERED', field: 'treatments' }])
})

it('what plan --json printed is read as well', async () => {
  const { stdout } = await account.cli(['plan', ...planFlags(), '--include-snapshot', '--json'])
  await writeFile(join(account.folder, 'printed.json'), stdout)
  expect((await account.answer(['plan', 'show', 'printed.json'])).data).toMatchObject({ intact: true, accountId: null })
})

it('an intact file is executed, and inspected afterwards', async () => {
  const executed = await account.answer(['execute', 'plan.json', '--wait'])
  expect(executed.data).toMatchObject({ exportId: whole['exportId'], status: 'executed' })
  expect((await account.answer(['inspect', 'plan.json'])).data).toMatchObject({ planHash: whole['planHash'] })
})
