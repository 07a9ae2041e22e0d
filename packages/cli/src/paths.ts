import { resolve } from 'node:path'
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
  const { XDG_CONFIG_HOME = '' } = terminal.env
  return resolvePath(XDG_CONFIG_HOME === '' ? `${homeOf(terminal)}/.config` : XDG_CONFIG_HOME, 'entrygo')
}

/** Where unfinished runs are kept. */
export function userStateDir(terminal: Terminal): string {
  const { XDG_STATE_HOME = '' } = terminal.env
  return resolvePath(XDG_STATE_HOME === '' ? `${homeOf(terminal)}/.local/state` : XDG_STATE_HOME, 'entrygo')
}
