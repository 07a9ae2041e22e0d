import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { runCli } from '../testing/run-cli.ts'
import { type ScriptedShop, startScriptedShop, wireTitles } from '../testing/scripted-shop.ts'

let shop: ScriptedShop
beforeEach(async () => {
  shop = await startScriptedShop()
})
afterEach(() => shop.account.server.stop())

const program = fileURLToPath(new URL('../bin.ts', import.meta.url))
const rows = Array.from({ length: 3000 }, (_, at) => `A${at},US,prod_1,${at % 1000 === 9 ? 'x' : 1},5`)

it.each([
  ['before its third answer', 3, 'hang'],
  ['after its third batch was stored and before it was answered', 3, 'stored'],
  ['at its first request', 1, 'hang'],
])('a sync that is killed %s sends every order under one key for each batch', { timeout: 60_000 }, async (...given) => {
  const [, batch, moment] = given
  let sent = 0
  let kill = (): void => {}
  shop.orders = (items) => {
    sent += 1
    if (sent !== batch) return shop.accept(items)
    if (moment === 'stored') shop.accept(items)
    kill()
    return 'hang'
  }
  await shop.put('orders.csv', `${wireTitles}\n${rows.join('\n')}\n`)
  const argv = ['sync', 'orders.csv', '--rejected', 'bad.csv', '--json', '--summary']
  const child = spawn(process.execPath, ['--conditions=entrygo-src', program, ...argv], {
    ...{ cwd: shop.account.folder, env: shop.env, stdio: 'ignore' },
  })
  kill = () => child.kill('SIGKILL')
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL'])

  const { exitCode, stdout } = await runCli(argv, { env: shop.env, cwd: shop.account.folder })
  expect([exitCode, JSON.parse(stdout).data]).toMatchObject([2, { count: 2997, rejected: 3, batches: 6 }])
  expect(shop.stored.size).toBe(2997)
  const ids = (await shop.read('bad.csv'))
    .trimEnd()
    .split('\n')
    .map((row) => row.split(',').at(-5))
  expect(ids).toEqual(['externalId', 'A9', 'A1009', 'A2009'])
  // The batch that was under way came twice under one key, which a server that keeps keys answers without doing it again.
  const keys = shop.account.keys()
  expect(keys.length - new Set(keys).size).toBe(1)
  expect(keys[batch - 1]).toBe(keys[batch])
})
