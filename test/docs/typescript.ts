import { execFile } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { root } from '../repo/sources.ts'
import { type Block, placeOf } from './pages.ts'
import { compileCache } from './terminal.ts'

/** The names that a page may use without declaring them, each explained where it is used. */
const given = ['baseUrl', 'apiKey', 'accountId', 'warehouseId', 'brokerId', 'orderIds', 'exportId', 'client'] as const

export type Given = Readonly<Record<Exclude<(typeof given)[number], 'client'>, unknown>>

/** Complaints of the repository's compiler about the blocks, each at its place in the page. */
export async function typeErrors(blocks: readonly Block[]): Promise<string[]> {
  // Inside the SDK's own modules, so that what a block imports is found as its users find it, msw included.
  const folder = join(root, 'packages/sdk/node_modules/.cache/docs')
  await rm(folder, { recursive: true, force: true })
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'given.d.ts'), declarations)
  await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(settings))
  const files = new Map(blocks.map((block, index) => [`block${index}.ts`, block]))
  for (const [name, { text }] of files) await writeFile(join(folder, name), text)
  const compiler = join(root, 'node_modules/typescript/bin/tsc')
  const { stdout } = await promisify(execFile)(process.execPath, [compiler, '-p', folder], { cwd: folder }).catch(
    (failure: { stdout: string }) => failure,
  )
  return stdout
    .split('\n')
    .filter((line) => /^\S/.test(line))
    .map((line) => placed(line, files))
}

/** What a block prints when it runs as a program of its own, with the given names where it declares none. */
export async function printedBy({ text }: Block, values: Given): Promise<string> {
  const names = given.filter((name) => name !== 'client' && !new RegExp(`\\bconst ${name}\\b`).test(text))
  const lines = [`const { ${names.join(', ')} } = JSON.parse(process.env.GIVEN ?? '')`]
  if (!/\bconst client\b/.test(text)) {
    lines.push(`const client = (await import('@entrygo/sdk')).createEntryGo({ baseUrl, apiKey, accountId })`)
  }
  const program = ['--conditions=entrygo-src', '--input-type=module-typescript', '--eval', [...lines, text].join('\n')]
  const env = { ...process.env, NODE_COMPILE_CACHE: compileCache, GIVEN: JSON.stringify(values) }
  const { stdout } = await promisify(execFile)(process.execPath, program, { cwd: root, env })
  return stdout
}

const declarations = `import type { EntryGo } from '@entrygo/sdk'
declare global {
  const baseUrl: string
  const apiKey: string
  const accountId: string
  const warehouseId: string
  const brokerId: string
  const orderIds: string[]
  const exportId: string
  const client: EntryGo
}
`

const settings = {
  extends: '../../../../../tsconfig.base.json',
  compilerOptions: {
    noEmit: true,
    composite: false,
    incremental: false,
    declaration: false,
    declarationMap: false,
    isolatedDeclarations: false,
    rewriteRelativeImportExtensions: false,
    allowImportingTsExtensions: true,
    moduleDetection: 'force',
    types: ['node'],
    typeRoots: ['../../../../../node_modules/@types'],
  },
  include: ['*.ts'],
}

function placed(line: string, files: ReadonlyMap<string, Block>): string {
  const [, name = '', row = '0', complaint = ''] = /^(?:.*\/)?(block\d+\.ts)\((\d+),\d+\): (.*)$/.exec(line) ?? []
  const block = files.get(name)
  return block === undefined ? line : `${placeOf(block, Number(row))}: ${complaint}`
}
