import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { exampleAsOf, type RunningDev, startDev } from '@entrygo/server/dev'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { openTerminal, type Terminal } from './docs/terminal.ts'
import { readSource } from './repo/sources.ts'

let terminal: Terminal
let dev: RunningDev
beforeAll(async () => {
  terminal = await openTerminal()
  dev = await startDev({ port: 0, dataDir: join(terminal.folder, 'data') })
  terminal.export({
    ENTRYGO_BASE_URL: dev.url,
    ENTRYGO_API_KEY: dev.apiKey,
    ENTRYGO_ACCOUNT_ID: dev.accountId,
    ENTRYGO_WAREHOUSE_ID: dev.warehouseId,
    ENTRYGO_BROKER_ID: dev.brokerId,
    XDG_STATE_HOME: join(terminal.folder, 'state'),
    AS_OF: exampleAsOf,
    SHIPMENT: dev.examples.shipment,
    POLICY: 'examples/ci-gate/entrygo.policy.yaml',
  })
})
afterAll(async () => {
  await dev.stop()
  await terminal[Symbol.asyncDispose]()
})

async function gate(run: string, orders: string, env: Readonly<Record<string, string>> = {}) {
  terminal.export({
    ...{ GITHUB_RUN_ID: run, ORDERS: orders, APPROVER: '', REASON: '' },
    ...{ GITHUB_OUTPUT: `outputs-${run}.txt`, GITHUB_STEP_SUMMARY: `summary-${run}.md`, ...env },
  })
  const { exitCode, stdout, stderr } = await terminal.run('sh examples/ci-gate/gate.sh')
  const read = (name: string): Promise<string> => readFile(join(terminal.folder, name), 'utf8')
  const outputs = [...(await read(`outputs-${run}.txt`)).matchAll(/^([\w-]+)<<(\S+)\n(.*)\n\2$/gm)]
  return {
    ...{ exitCode, stdout, stderr },
    outputs: Object.fromEntries(outputs.map(([, name, , value]) => [name, value])),
    summary: await read(`summary-${run}.md`),
    executed: async () => JSON.parse(await read('executed.json')),
  }
}

describe('examples/ci-gate', { timeout: 60_000 }, () => {
  it('executes what the policy lets go, and says so in outputs and summary', async () => {
    const { exitCode, stdout, outputs, summary, executed } = await gate('run-1', dev.examples.ready)
    expect([exitCode, stdout]).toEqual([0, ''])
    expect(outputs).toMatchObject({
      'exit-code': '0',
      readiness: 'READY',
      state: 'completed',
      'submission-status': 'sent',
    })
    expect(summary).toMatch(/^> ✅ \*\*proceed\*\* by the policy/)
    expect((await executed()).idempotencyKey).toBe('run-1:execute')
  })

  it('stops with 3 where a person has to look, and goes on once one has', async () => {
    const asked = await gate('run-2', dev.examples.review)
    expect(asked.exitCode).toBe(3)
    expect(asked.outputs).toMatchObject({ readiness: 'REVIEW_REQUIRED', 'requires-approval': 'true', decision: 'ask' })
    expect(asked.stderr).toMatch(/^::warning title=[A-Z]+-\d+::/m)
    const answered = await gate('run-2', dev.examples.review, {
      APPROVER: 'Export Desk',
      REASON: 'no charges come on top',
    })
    expect(answered.exitCode).toBe(0)
    expect((await answered.executed()).data.approvals).toMatchObject([
      { actor: { type: 'person', name: 'Export Desk' } },
    ])
  })

  it('stops with the code of the plan where nobody may let it go', async () => {
    const orders = JSON.parse(await readFile(dev.examples.ready, 'utf8'))
    await writeFile(join(terminal.folder, 'big.json'), JSON.stringify(orders.map(named)))
    await copyFile(join(terminal.folder, 'executed.json'), join(terminal.folder, 'before.json'))
    await writeFile(join(terminal.folder, 'other.yaml'), 'brokerIds: [br_other]\n')
    const stopped = await gate('run-3', 'big.json', { POLICY: 'other.yaml' })
    expect([stopped.exitCode, stopped.outputs['decision']]).toEqual([5, 'stop'])
    expect(await stopped.executed()).toEqual(JSON.parse(await readFile(join(terminal.folder, 'before.json'), 'utf8')))
  })
})

function named(order: { readonly externalId: string }): object {
  return { ...order, externalId: `${order.externalId}-3` }
}

it('the workflow runs the commands of the script, word for word and in their order', () => {
  const workflow = parse(readSource('examples/ci-gate/workflow.yml').text)
  const steps: { readonly run?: string }[] = Object.values(workflow.jobs).flatMap((job) => Object(job).steps)
  const ofWorkflow = steps.flatMap(({ run = '' }) => (run.startsWith('entrygo ') ? [run] : []))
  const script = readSource('examples/ci-gate/gate.sh').text
  expect(ofWorkflow).toEqual([...script.matchAll(/^ *(entrygo .*)$/gm)].map(([, line]) => line))
  expect(ofWorkflow).toHaveLength(4)
})

it('no step of the workflow puts a value from outside into the text of a command', () => {
  const workflow = parse(readSource('examples/ci-gate/workflow.yml').text)
  const steps: { readonly run?: string }[] = Object.values(workflow.jobs).flatMap((job) => Object(job).steps)
  expect(steps.filter(({ run = '' }) => run.includes('${{'))).toEqual([])
})
