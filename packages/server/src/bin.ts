#!/usr/bin/env -S node --max-semi-space-size=4 --max-old-space-size=2000
// A small nursery, and a heap below 2,048 MB, for which V8 lets the old generation grow by less than twofold between two
// collections instead of fourfold: memory stays flat under load. The largest plan, of 200,000 lines, takes 800 MB.
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
