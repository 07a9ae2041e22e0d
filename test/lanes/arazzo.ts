/**
 * Runs the workflows of `entrygo.arazzo.yaml` with Redocly Respect against a development server in this process: an order
 * that is READY, one that somebody else has to approve, one that is refused without, one that is BLOCKED. Then it breaks one
 * step of a copy in several ways, and each has to fail.
 *
 *   node --conditions=entrygo-src test/lanes/arazzo.ts
 */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { OrderInput } from '@entrygo/sdk/contract'
import { exampleAsOf, type RunningDev, startDev } from '@entrygo/server/dev'
import { conclude } from './support/report.ts'

/** Each breaks one step of the workflow, which then has to fail there. */
const breaks = [
  {
    name: 'the planHash of nobody',
    from: 'planHash: $steps.plan.outputs.planHash',
    to: `planHash: 'sha256:${'0'.repeat(64)}'`,
    ends: 'sync plan execute FAILED',
  },
  {
    name: 'another operation',
    from: 'operationId: executeExport',
    to: 'operationId: registerWebhook',
    ends: 'sync plan execute FAILED',
  },
  {
    name: 'another end',
    from: `state == 'completed'`,
    to: `state == 'needs_action'`,
    ends: 'sync plan execute inspect FAILED',
  },
  { name: 'no key', from: 'Bearer {$inputs.apiKey}', to: 'Bearer nobody', ends: 'sync FAILED' },
] as const

const root = join(import.meta.dirname, '../..')
const redocly = join(root, 'tools/contract-lint/node_modules/.bin/redocly')
const folder = await mkdtemp(join(tmpdir(), 'entrygo-arazzo-'))
const problems: string[] = []
let workflows = 0
let mutants = 0
try {
  const dev = await startDev({ port: 0, dataDir: join(folder, 'data'), log: 'error' })
  try {
    await judgeWorkflows(dev)
    await judgeMutants(dev)
  } finally {
    await dev.stop()
  }
} finally {
  await rm(folder, { recursive: true, force: true })
}
conclude({
  lane: 'lane arazzo',
  repeat: 'node --conditions=entrygo-src test/lanes/arazzo.ts',
  problems,
  summary: `${workflows} workflow runs end as they should, ${mutants} broken workflows are caught.`,
})

async function judgeWorkflows(dev: RunningDev): Promise<void> {
  const document = join(root, 'entrygo.arazzo.yaml')
  const [ready, review] = await Promise.all([firstOrder(dev.examples.ready), firstOrder(dev.examples.review)])
  const keys = await keysOf(dev)
  const runs = [
    { workflow: 'exportOrder', order: ready, ends: 'sync plan execute inspect' },
    { workflow: 'exportOrder', order: review, ends: 'sync plan approve execute inspect' },
    { workflow: 'refuseWithoutApproval', order: review, ends: 'sync plan execute inspect' },
    { workflow: 'exportOrder', order: withoutBuyer(ready), ends: 'sync plan FAILED' },
  ]
  for (const [at, { workflow, order, ends }] of runs.entries()) {
    const inputs = { ...(await inputsOf(dev, order, `run-${at}`)), ...keys }
    const found = await respected({ document, workflow, inputs, url: dev.url })
    if (found.ends === ends) workflows += 1
    else
      problems.push(`${workflow} ${at + 1}: ended "${found.ends}" instead of "${ends}"\n${found.output.slice(-3000)}`)
  }
}

async function judgeMutants(dev: RunningDev): Promise<void> {
  const text = await readFile(join(root, 'entrygo.arazzo.yaml'), 'utf8')
  await symlink(join(root, 'openapi.yaml'), join(folder, 'openapi.yaml'))
  const order = await firstOrder(dev.examples.ready)
  const keys = await keysOf(dev)
  for (const [at, { name, from, to, ends }] of breaks.entries()) {
    const document = join(folder, `broken-${at}.arazzo.yaml`)
    if (!text.includes(from)) problems.push(`broken workflow "${name}": ${from} is not in the document`)
    await writeFile(document, text.replaceAll(from, to))
    const inputs = { ...(await inputsOf(dev, order, `broken-${at}`)), ...keys }
    const found = await respected({ document, workflow: 'exportOrder', inputs, url: dev.url })
    if (found.ends === ends) mutants += 1
    else problems.push(`broken workflow "${name}": ended "${found.ends}" instead of "${ends}"`)
  }
}

type Inputs = Readonly<Record<string, unknown>>

interface Respected {
  /** Steps in the order in which they ran, and FAILED where the command failed. */
  readonly ends: string
  readonly output: string
}

async function respected(run: {
  readonly document: string
  readonly workflow: string
  readonly inputs: Inputs
  readonly url: string
}): Promise<Respected> {
  const parameters = [
    'respect',
    run.document,
    '--workflow',
    run.workflow,
    '--server',
    `entrygo=${run.url}`,
    '--input',
    JSON.stringify(run.inputs),
    '--max-steps',
    '60',
  ]
  // The start script takes the first `node` on PATH: it must be the one that runs this file.
  const env = {
    ...process.env,
    PATH: `${dirname(process.execPath)}:${process.env['PATH'] ?? ''}`,
    NO_COLOR: '1',
    FORCE_COLOR: '0',
    REDOCLY_TELEMETRY: 'off',
    REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
  }
  const { stdout, stderr, failed } = await promisify(execFile)(redocly, parameters, {
    cwd: folder,
    env,
    timeout: 120_000,
  })
    .then((printed) => ({ ...printed, failed: false }))
    .catch(({ stdout: out = '', stderr: err = '' }) => ({ stdout: String(out), stderr: String(err), failed: true }))
  const output = `${stdout}\n${stderr}`
  const steps = [...new Set([...output.matchAll(/- step (\w+)/g)].map(([, step]) => step))]
  return { ends: [...steps, ...(failed ? ['FAILED'] : [])].join(' '), output }
}

async function inputsOf(dev: RunningDev, order: OrderInput, name: string): Promise<Inputs> {
  const { accountId, warehouseId, brokerId } = dev
  const shipment: unknown = JSON.parse(await readFile(dev.examples.shipment, 'utf8'))
  const sent = { ...order, externalId: `${order.externalId}-${name}` }
  const ids = { accountId, warehouseId, brokerId, asOf: exampleAsOf, idempotencyKey: name }
  return { ...ids, shipment, order: sent, approver: 'Export Desk', reason: 'No charges come on top.' }
}

/** Two keys, as the document wants them: who plans cannot approve. */
async function keysOf(dev: RunningDev): Promise<Inputs> {
  const make = async (scopes: string): Promise<string> => {
    const server = join(root, 'packages/server/src/bin.ts')
    const more = [
      '--account',
      dev.accountId,
      '--data-dir',
      join(folder, 'data'),
      '--scopes',
      scopes,
      '--test',
      '--json',
    ]
    const args = ['--conditions=entrygo-src', server, 'keys', 'create', ...more]
    return JSON.parse((await promisify(execFile)(process.execPath, args)).stdout).apiKey
  }
  return { apiKey: await make('sync,plan,read,execute'), approverKey: await make('approve') }
}

async function firstOrder(file: string): Promise<OrderInput> {
  const [order]: OrderInput[] = JSON.parse(await readFile(file, 'utf8'))
  if (order === undefined) throw new Error(`${file} holds no order.`)
  return order
}

/** Nobody to send it to: the plan is BLOCKED. */
function withoutBuyer({ buyer: _, ...order }: OrderInput): OrderInput {
  return order
}
