#!/usr/bin/env node
// Looked at before anything else is loaded: older versions fail later, and less clearly.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 24 || (major === 24 && minor < 15)) {
  process.stderr.write(`entrygo-server needs Node 24.15 or later; this is ${process.versions.node}.\n`)
  process.exitCode = 70
} else {
  const { runServerCommand } = await import('./commands/program.ts')
  process.exitCode = await runServerCommand(process.argv.slice(2))
}

export {}
