// Plain JavaScript, so that it also runs on the old Node it is there to refuse.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)

if (major < 24 || (major === 24 && minor < 15)) {
  console.error(
    `EntryGo needs Node >= 24.15, and this is Node ${process.versions.node}.\n` +
      'On Linux the lockfile brings Node 24: run commands through pnpm, as in "npx -y pnpm@12.21.0 test".\n' +
      'On macOS and Windows install Node 24 or newer and try again.',
  )
  process.exit(1)
}
