// Before `pnpm pack` of the server: brings in what stands at the root of the repository (documentation, notices).
// After it: takes them out again, so that the repository keeps one copy.
import { cpSync, rmSync } from 'node:fs'

const shared = ['docs', 'NOTICE', 'THIRD_PARTY_NOTICES.md']
const root = new URL('../', import.meta.url)
const server = new URL('packages/server/', root)

for (const name of shared) {
  if (process.argv[2] === 'remove') rmSync(new URL(name, server), { recursive: true, force: true })
  else cpSync(new URL(name, root), new URL(name, server), { recursive: true })
}
