#!/usr/bin/env node
// CommonJS with nothing imported: `--version`, `--help` and the check of Node wait neither for the loader of ES modules nor
// for a command tree, and packages further down crash on an old Node before they could say why.
const fs: typeof import('node:fs') = require('node:fs')
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
const argv = process.argv.slice(2)
const isJson = argv.includes('--json')
// By file number: the streams of the process cost as much as all the rest.
const print = (file: 1 | 2, text: string): void => {
  try {
    fs.writeSync(file, text)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    // A reader that has seen enough is no failure; a pipe that is full for a moment is one for the streams.
    if (code === 'EPIPE') return
    if (code === 'EAGAIN') return void process.stdout.write(text)
    process.exitCode = 1
    process.stderr.write(`entrygo: the answer could not be written (${String(code)}).\n`)
  }
}
const manifest: { readonly version: string } = require('../package.json')
const { version } = manifest

if (major < 24 || (major === 24 && minor < 15)) {
  const message = `entrygo ${version} needs Node 24.15 or newer; this is Node ${process.versions.node}.`
  const failure = { errorCode: 'NODE_TOO_OLD', message, exitCode: 70 }
  if (isJson) print(1, `${JSON.stringify(failure, undefined, 2)}\n`)
  else print(2, `${message}\n`)
  process.exitCode = 70
} else if (argv[0] === '--version' || argv[0] === '-V') {
  const document = { data: { version }, next: [] }
  print(1, isJson ? `${JSON.stringify(document, undefined, 2)}\n` : `${version}\n`)
} else if (argv.length === 1 && (argv[0] === '--help' || argv[0] === '-h')) {
  // Made from the command objects; a test compares it with what they say.
  print(1, fs.readFileSync(`${__dirname}/../src/help.txt`, 'utf8'))
} else {
  const modules: typeof import('node:module') = require('node:module')
  modules.enableCompileCache()
  void import('./main.ts').then(({ main }) => main(argv))
}
