import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { rolldown } from 'rolldown'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { root } from '../repo/sources.ts'

const run = promisify(execFile)
let folder: string

// The package as it would be published, in a project that has nothing else than what it asks for.
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entrygo-packed-'))
  const installed = join(folder, 'node_modules/@entrygo/sdk')
  await mkdir(installed, { recursive: true })
  const pack = ['pack', '--ignore-scripts', '--offline', '--json', '--pack-destination', folder]
  const { stdout } = await run('npm', pack, { cwd: join(root, 'packages/sdk') })
  const [{ filename }]: [{ filename: string }] = JSON.parse(stdout)
  await run('tar', ['-xzf', join(folder, filename), '-C', installed, '--strip-components=1'])
  const own = join(root, 'packages/sdk/node_modules')
  await symlink(join(own, 'openapi-fetch'), join(folder, 'node_modules/openapi-fetch'))
  await mkdir(join(folder, 'node_modules/@types'))
  await symlink(join(root, 'node_modules/@types/node'), join(folder, 'node_modules/@types/node'))
}, 60_000)

afterAll(() => rm(folder, { recursive: true, force: true }))

/** Plans, gates and waits against a `fetch` of its own, and says what came of it. */
const program = `
const states: readonly unknown[] = [
  { readinessState: 'READY', planHash: 'sha256:0' },
  { exportId: 'batch_1', state: 'completed', events: [] },
]
let calls = 0
const client = sdk.createEntryGo({
  baseUrl: 'https://api.example.com',
  apiKey: 'eg_test_1',
  accountId: 'acc_1',
  fetch: () => Promise.resolve(Response.json(states[calls++])),
})
async function main(): Promise<void> {
  const plan = await client.plan({ warehouseId: 'wh_1', brokerId: 'br_1', orderIds: ['ord_1'] })
  const { decision }: { decision: 'proceed' | 'ask' | 'stop' } = sdk.evaluateGate(plan, {})
  const done = await sdk.waitForExport(client, 'batch_1')
  const refused = await webhooks.verifyWebhook({ payload: '', headers: {}, secrets: 'x' }).catch((error: unknown) => error)
  const isVerifier = refused instanceof webhooks.WebhookVerificationError
  console.log(plan.readinessState, decision, done.state, isVerifier)
}
main().catch((error: unknown) => console.error(error))
`

const asImports = `import * as sdk from '@entrygo/sdk'\nimport * as webhooks from '@entrygo/sdk/webhooks'\n`
const asRequires = `import sdk = require('@entrygo/sdk')\nimport webhooks = require('@entrygo/sdk/webhooks')\n`

const nodenext = { module: 'nodenext', moduleResolution: 'nodenext', types: ['node'], lib: ['es2024'] }
const bundler = { module: 'esnext', moduleResolution: 'bundler', types: [], lib: ['es2024', 'dom', 'dom.iterable'] }

it.each([
  { name: 'an ES module under nodenext', type: 'module', head: asImports, options: nodenext },
  { name: 'a CommonJS module that requires it, under nodenext', type: 'commonjs', head: asRequires, options: nodenext },
  { name: 'a browser bundle under bundler resolution', type: 'module', head: asImports, options: bundler },
])(
  '$name compiles and runs',
  async ({ name, type, head, options }) => {
    const project = join(folder, name.replaceAll(/\W+/g, '-'))
    await mkdir(project)
    await writeFile(join(project, 'package.json'), JSON.stringify({ type }))
    await writeFile(join(project, 'main.ts'), head + program)
    const strict = { strict: true, skipLibCheck: false, target: 'es2024', exactOptionalPropertyTypes: true }
    const settings = { compilerOptions: { ...strict, ...options }, files: ['main.ts'] }
    await writeFile(join(project, 'tsconfig.json'), JSON.stringify(settings))
    const compiler = join(root, 'node_modules/typescript/bin/tsc')
    const compiled = await run(process.execPath, [compiler, '-p', project]).catch(({ stdout }) => ({ stdout }))
    expect(compiled.stdout).toBe('')
    const entry = options === bundler ? await bundled(project) : join(project, 'main.js')
    expect(await run(process.execPath, [entry])).toEqual({ stdout: 'READY stop completed true\n', stderr: '' })
  },
  60_000,
)

async function bundled(project: string): Promise<string> {
  const build = await rolldown({ input: join(project, 'main.js'), platform: 'browser', cwd: project })
  const file = join(project, 'bundle.mjs')
  await build.write({ format: 'es', file })
  await build.close()
  return file
}
