import { spawnSync } from 'node:child_process'

/** Names under which a Chromium stands on the PATH, the plain one first. */
const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome']

/** The browser of this machine: `CHROMIUM_PATH`, else the first one that answers; null where there is none. */
export function chromiumPath(): string | null {
  const named = process.env['CHROMIUM_PATH']
  const candidates = named === undefined || named === '' ? names : [named]
  return candidates.find((name) => spawnSync(name, ['--version']).status === 0) ?? null
}

/** Where the browser stands as a path, which playwright asks for. */
export function executableOf(name: string): string {
  if (name.includes('/')) return name
  return spawnSync('sh', ['-c', 'command -v "$1"', 'sh', name]).stdout.toString().trim()
}
