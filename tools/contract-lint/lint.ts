// Both linters over openapi.yaml (or the file named as the first argument), and Redocly over the workflows that use it. A
// warning counts as an error.
import { spawnSync } from 'node:child_process'
import { dirname, resolve } from 'node:path'

const folder = import.meta.dirname
const contract = resolve(process.argv[2] ?? `${folder}/../../openapi.yaml`)
const { PATH = '' } = process.env

// The linters' start scripts take the first `node` on PATH: it must be the one that runs this file.
const env = {
  ...process.env,
  PATH: `${dirname(process.execPath)}:${PATH}`,
  REDOCLY_TELEMETRY: 'off',
  REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true',
}

const workflows = `${folder}/../../entrygo.arazzo.yaml`
const redocly = run('redocly', ['lint', '--config', 'redocly.yaml', '--max-problems', '200', contract, workflows])
const spectral = run('spectral', ['lint', '--ruleset', 'spectral.yaml', '--fail-severity', 'warn', contract])
if (!redocly || !spectral) {
  console.error(
    'openapi.yaml and entrygo.arazzo.yaml must pass with 0 errors and 0 warnings. Mend them, not the rules.',
  )
  process.exitCode = 1
}

function run(linter: 'redocly' | 'spectral', parameters: readonly string[]): boolean {
  const { status, error, stdout, stderr } = spawnSync(`${folder}/node_modules/.bin/${linter}`, parameters, {
    cwd: folder,
    env,
    encoding: 'utf8',
  })
  if (error) console.error(`${linter} did not start: ${error.message}. Run "pnpm install".`)
  // Redocly ends with 0 on warnings, so its summary line is read as well.
  const isClean = status === 0 && !/You have \d+ (error|warning)/.test(stderr)
  if (!isClean) console.error(`${linter}:\n${stdout}${stderr}`)
  return isClean
}
