import { isAbsolute, resolve } from 'node:path'
import type { Terminal } from './terminal.ts'

export function homeOf({ env, home }: Terminal): string {
  const { HOME = '' } = env
  return HOME === '' ? home : HOME
}

/** `path` seen from `folder`. */
export function resolvePath(folder: string, path: string): string {
  return resolve(folder, path)
}

/** `path` seen from `folder`, with a leading `~/` standing for the home folder. */
export function expandPath(terminal: Terminal, folder: string, path: string): string {
  return path.startsWith('~/') ? resolve(homeOf(terminal), path.slice(2)) : resolve(folder, path)
}

/** Where the user's own configuration lies. */
export function userConfigDir(terminal: Terminal): string {
  return baseDir(terminal, terminal.env['XDG_CONFIG_HOME'], '.config')
}

/** Where unfinished runs are kept. */
export function userStateDir(terminal: Terminal): string {
  return baseDir(terminal, terminal.env['XDG_STATE_HOME'], '.local/state')
}

/** The XDG specification passes over a path that is not absolute: each folder would have a journal of its own. */
function baseDir(terminal: Terminal, given = '', fallback: string): string {
  return resolve(isAbsolute(given) ? given : resolve(homeOf(terminal), fallback), 'entrygo')
}
