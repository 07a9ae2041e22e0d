import { spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type JournaledAccount, startJournaledAccount } from '../testing/journaled-account.ts'
import { answer, batchId } from '../testing/scripted-account.ts'
import { openJournal } from './journal.ts'

let account: JournaledAccount
beforeEach(async () => {
  account = await startJournaledAccount()
  await writeFile(join(account.folder, 'newer.json'), '[{"externalId":"WEB-1","items":[{"quantity":2}]}]')
})
afterEach(() => account.stop())

const lost = (): 'break' => 'break'
const older = ['sync', 'orders.json', '--no-retry']
const newer = ['sync', 'newer.json', '--no-retry']

async function cutOff(argv: readonly string[], path: string): Promise<void> {
  account.answers[path] = lost
  await account.cli(argv)
}

describe('a sync that was cut off', () => {
  it('and then overtaken by another one is written anew when it is asked for again', async () => {
    await cutOff(older, 'POST /api/orders/sync')
    account.answers['POST /api/orders/sync'] = answer('OrdersSynced')
    await account.cli(newer)
    expect(await account.json(older)).toMatchObject({ exitCode: 0 })
    const [first, second, third] = account.keys()
    expect(new Set([first, second, third]).size).toBe(3)
    expect((await account.json(['pending'])).data).toEqual([])
  })

  it('has a fresh key as soon as another one may have written', async () => {
    await cutOff(older, 'POST /api/orders/sync')
    await account.cli(newer)
    await account.cli(older)
    await account.cli(older)
    const [first, , third, fourth] = account.keys()
    expect(third).not.toBe(first)
    expect(fourth).toBe(third)
    expect((await account.json(['pending'])).data.map(({ id }: { id: number }) => id)).toEqual([2, 3])
  })

  it('keeps its key while other records are written', async () => {
    await cutOff(older, 'POST /api/orders/sync')
    await writeFile(join(account.folder, 'products.json'), '[{"externalId":"TEE"}]')
    await account.cli(['products', 'sync', 'products.json', '--no-retry'])
    await account.cli([...older, '--account-id', 'acc_2'])
    await account.cli(older)
    const keys = account.keys()
    expect(keys.at(-1)).toBe(keys[0])
  })

  it('and overtaken is not resumed, and says what to do instead', async () => {
    await cutOff(older, 'POST /api/orders/sync')
    account.answers['POST /api/orders/sync'] = answer('OrdersSynced')
    await account.cli(newer)
    const found = await account.json(['resume', '1'])
    expect(found).toMatchObject({ errorCode: 'USAGE_ERROR', exitCode: 2, field: 'key' })
    expect(found.message).toContain('older data')
    const commands = [
      ['entrygo', ...older],
      ['entrygo', 'pending', '--forget', '1'],
    ]
    expect(found.next.map(({ argv }: { argv: string[] }) => argv)).toEqual(commands)
    const all = await account.json(['resume', '--all'])
    expect(all).toMatchObject({ exitCode: 0, data: [{ run: { state: 'overtaken' }, exitCode: null, answer: null }] })
    expect((await account.cli(['pending'])).stdout).toContain('overtaken by a later run')
    expect(account.keys()).toHaveLength(2)
  })

  it('goes on under a key that is given, whatever was written since', async () => {
    const given = [...older, '--idempotency-key', 'nightly']
    await cutOff(given, 'POST /api/orders/sync')
    account.answers['POST /api/orders/sync'] = answer('OrdersSynced')
    await account.cli(newer)
    await account.cli(given)
    expect([account.keys()[0], account.keys()[2]]).toEqual(['nightly', 'nightly'])
    expect((await account.json(['pending'])).data).toEqual([])
  })

  it('is resumed after one that was refused, which wrote nothing', async () => {
    await cutOff(older, 'POST /api/orders/sync')
    account.answers['POST /api/orders/sync'] = answer('Error_VALIDATION_ERROR', 400)
    await account.cli(newer)
    account.answers['POST /api/orders/sync'] = answer('OrdersSynced')
    expect(await account.json(['resume', '1'])).toMatchObject({ exitCode: 0 })
    expect(account.keys()[2]).toBe(account.keys()[0])
  })

  it('is finished by resume --all together with later ones, in their order', async () => {
    await cutOff(older, 'POST /api/orders/sync')
    await account.cli(newer)
    account.answers['POST /api/orders/sync'] = answer('OrdersSynced')
    expect(await account.json(['resume', '--all'])).toMatchObject({
      exitCode: 0,
      data: [
        { run: { id: 1 }, exitCode: 0 },
        { run: { id: 2 }, exitCode: 0 },
      ],
    })
    const [first, second, ...again] = account.keys()
    expect(again).toEqual([first, second])
  })
})

it('a plan that was cut off is made anew after a sync', async () => {
  const plan = ['plan', '--order-id', 'ord_1', '--no-retry']
  await cutOff(plan, 'POST /api/exports/plan')
  await account.cli(older)
  account.answers['POST /api/exports/plan'] = answer('PlanReady', 201)
  await account.cli(plan)
  expect(account.keys()[2]).not.toBe(account.keys()[0])
})

it('a run that knows its export keeps its key whatever is synced: it may have been executed', async () => {
  const run = ['run', 'orders.json', '--no-retry']
  await cutOff(run, 'POST /api/exports/execute')
  await account.cli(newer)
  account.answers['POST /api/exports/execute'] = answer('Executed', 201)
  account.answers[`GET /api/exports/${batchId}`] = answer('Inspected')
  await account.cli(run)
  const executed = account.keys().filter((key: unknown) => String(key).endsWith(':execute'))
  expect([executed.length, new Set(executed).size]).toEqual([2, 1])
})

it('a run whose process lives keeps its key for whoever asks for the same', async () => {
  const facts = { argv: ['run', 'orders.json'], cwd: '/shop', settings: {}, canResume: 'yes' } as const
  const identity = { baseUrl: 'http://127.0.0.1:4010', accountId: 'acc_1', payloadSha256: 'a'.repeat(64) }
  const folder = join(account.state, 'shared')
  const living = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000) // entrygo'], { stdio: 'ignore' })
  const journal = openJournal(folder)
  const { key } = journal.begin({ ...identity, command: 'run' }, facts)
  const there = new DatabaseSync(join(folder, 'journal.db'))
  there.prepare('UPDATE runs SET pid = ?').run(living.pid ?? 0)
  await journal.begin({ ...identity, command: 'sync' }, facts).finish()
  expect(journal.begin({ ...identity, command: 'run' }, facts).key).toBe(key)
  living.kill()
  there.close()
  journal.close()
})
