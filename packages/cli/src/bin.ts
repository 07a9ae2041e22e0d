#!/usr/bin/env node
import * as nodeModule from 'node:module'
import { version } from './version.ts'

// Nothing is imported above but the version: `--version` and the check of Node must not wait for a command tree, and
// packages further down crash on an old Node before they could say why.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const argv = process.argv.slice(2)
const isJson = argv.includes('--json')

if (major < 24 || (major === 24 && minor < 15)) {
  const message = `entrygo ${version} needs Node 24.15 or newer; this is Node ${process.versions.node}.`
  const failure = { errorCode: 'NODE_TOO_OLD', message, exitCode: 70 }
  if (isJson) process.stdout.write(`${JSON.stringify(failure, undefined, 2)}\n`)
  else process.stderr.write(`${message}\n`)
  process.exitCode = 70
} else if (argv[0] === '--version' || argv[0] === '-V') {
  process.stdout.write(isJson ? `${JSON.stringify({ data: { version }, next: [] }, undefined, 2)}\n` : `${version}\n`)
} else {
  nodeModule.enableCompileCache()
  const { main } = await import('./main.ts')
  await main(argv)
}
