import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exampleNamed } from '@entrygo/sdk/testing'
import { type CliResult, runCli } from './run-cli.ts'
import { type ScriptedAnswer, type ScriptedServer, type SeenRequest, startScriptedServer } from './scripted-server.ts'

/** The export and the plan of the contract's examples. */
export const batchId = 'batch_01k9m4wk6f9g2a5d8s3j1p7y4r'
export const planHash = 'sha256:8f1f64db0d5c0a7a7a9a1f3f7a2ec8f10a4b9f0d1f5be1d1f8e8f7b30f0c52d4'

/** A server that answers every step of the loop with the contract's examples, and a command line that knows it. */
export interface ScriptedAccount {
  readonly server: ScriptedServer
  readonly folder: string
  /** By method and path; a test puts its own in. */
  readonly answers: Record<string, (request: SeenRequest) => ScriptedAnswer>
  cli(argv: readonly string[], stdin?: string): Promise<CliResult>
  /** The command line at a terminal, with what the person there types. */
  atTerminal(argv: readonly string[], typed: readonly string[]): Promise<CliResult>
  /** Paths and idempotency keys of the writes so far. */
  writes(): string[]
  keys(): unknown[]
}

export async function startScriptedAccount(): Promise<ScriptedAccount> {
  const folder = await mkdtemp(join(tmpdir(), 'entrygo-flow-'))
  await writeFile(join(folder, 'orders.json'), '[{"externalId":"WEB-1","destinationCountry":"US","items":[]}]')
  const answers: ScriptedAccount['answers'] = {
    'POST /api/orders/sync': answer('OrdersSynced'),
    'POST /api/exports/plan': answer('PlanReady', 201),
    'POST /api/exports/execute': answer('Executed', 201),
    [`GET /api/exports/${batchId}`]: planned('READY'),
    [`POST /api/exports/${batchId}/approvals`]: answer('ApprovalStored', 201),
  }
  const server = await startScriptedServer((request) => {
    const scripted = answers[`${request.method} ${request.path.split('?')[0]}`]
    return scripted === undefined ? answer('Error_NOT_FOUND', 404)() : scripted(request)
  })
  const env = {
    ENTRYGO_BASE_URL: server.url,
    ENTRYGO_API_KEY: 'eg_test_abc',
    ENTRYGO_ACCOUNT_ID: 'acc_1',
    ENTRYGO_WAREHOUSE_ID: 'wh_1',
    ENTRYGO_BROKER_ID: 'br_1',
  }
  const posts = (): SeenRequest[] => server.seen.filter(({ method }) => method === 'POST')
  return {
    server,
    folder,
    answers,
    cli: (argv, stdin = '') => runCli(argv, { env, cwd: folder, stdin }),
    atTerminal: (argv, typed) => runCli(argv, { env: { ...env, USER: 'exports' }, cwd: folder, typed }),
    writes: () => posts().map(({ path }) => path),
    keys: () => posts().map(({ headers }) => headers['idempotency-key']),
  }
}

export function answer(name: string, status = 200): () => ScriptedAnswer {
  return () => ({ status, json: exampleNamed(name) })
}

/** The export before execute, with the plan of that readiness. */
export function planned(readiness: 'READY' | 'REVIEW_REQUIRED' | 'BLOCKED', more: object = {}): () => ScriptedAnswer {
  const name = { READY: 'PlanReady', REVIEW_REQUIRED: 'PlanReview', BLOCKED: 'PlanBlocked' }[readiness]
  const open = {
    customs_package_id: null,
    customs_package: null,
    artifacts: [],
    broker_submission: null,
    approvals: [],
  }
  return () => ({ status: 200, json: { ...example('Inspected'), ...open, ...example(name), ...more } })
}

/** An example of the contract as an object. */
export function example(name: string): Readonly<Record<string, unknown>> {
  const value = exampleNamed(name)
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
