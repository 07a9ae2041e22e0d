import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { contractFiles } from './contract-files.ts'

const contract = new URL('../../../openapi.yaml', import.meta.url)
const folder = new URL('../../../packages/sdk/src/contract/', import.meta.url)

const command = process.argv[2]
if (command === 'generate') await generate()
else if (command === 'check') await check()
else refuse(`"${command ?? ''}" is not a command of codegen: use "generate" or "check".`)

async function generate(): Promise<void> {
  const wanted = await contractFiles(await readFile(contract, 'utf8'))
  await mkdir(folder, { recursive: true })
  for (const name of await readdir(folder)) if (!wanted.has(name)) await rm(new URL(name, folder))
  for (const [name, text] of wanted) await writeFile(new URL(name, folder), text)
  console.log(`Wrote ${wanted.size} files to packages/sdk/src/contract.`)
}

async function check(): Promise<void> {
  const wanted = await contractFiles(await readFile(contract, 'utf8'))
  const present = new Set(await readdir(folder))
  const drifted: string[] = []
  for (const [name, text] of wanted) {
    if (!present.has(name) || (await readFile(new URL(name, folder), 'utf8')) !== text) drifted.push(name)
  }
  for (const name of present) if (!wanted.has(name)) drifted.push(name)
  if (drifted.length === 0) return
  refuse(
    `packages/sdk/src/contract is not what openapi.yaml generates (${drifted.join(', ')}).\n` +
      'Everything in that folder is generated: change openapi.yaml, run "pnpm run generate" and commit the result.',
  )
}

function refuse(message: string): void {
  console.error(message)
  process.exitCode = 1
}
