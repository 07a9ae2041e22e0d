import { readFileSync } from 'node:fs'
import { hostname } from 'node:os'
import type { NextCommand } from '../errors.ts'
import { type PendingRun, progressOf } from './journaled-run.ts'

/** An unfinished run as it is shown. */
export interface ShownRun {
  readonly id: number
  readonly idempotencyKey: string
  /** As it was typed, without secrets. */
  readonly argv: readonly string[]
  readonly cwd: string
  readonly startedAt: string
  readonly baseUrl: string
  readonly accountId: string
  /** `running` while its process lives on this machine; `overtaken` when a later run has written the same kind of record. */
  readonly state: 'unfinished' | 'running' | 'overtaken'
  /** What is known to be done; null when not even that is known. */
  readonly done: string | null
  readonly exportId: string | null
  readonly canResume: PendingRun['canResume']
}

export function shownRun(run: PendingRun): ShownRun {
  const { id, key, argv, cwd, startedAt, baseUrl, accountId, canResume } = run
  const { done = null, exportId = null } = progressOf(run.progress)
  return {
    ...{ id, idempotencyKey: key, argv: ['entrygo', ...argv], cwd, startedAt, baseUrl, accountId },
    state: isRunning(run) ? 'running' : run.isOvertaken ? 'overtaken' : 'unfinished',
    ...{ done, exportId, canResume },
  }
}

/** The commands that finish a run and look at it. */
export function nextOf({ state, ...run }: ShownRun): readonly NextCommand[] {
  const { id, argv, idempotencyKey, exportId, canResume } = run
  if (state === 'overtaken')
    return [{ argv, reason: `write ${id} anew, as its input is now`, userActionRequired: true }, forgetting(id)]
  const inspect =
    exportId === null ? [] : [{ argv: ['entrygo', 'inspect', exportId], reason: `see the export of ${id}` }]
  return [finishOf({ id, argv, idempotencyKey, canResume }), ...inspect]
}

export function forgetting(id: number): NextCommand {
  const reason = `drop ${id}, if nothing of it is wanted any more`
  return { argv: ['entrygo', 'pending', '--forget', String(id)], reason, userActionRequired: true }
}

type Finishing = Pick<ShownRun, 'id' | 'argv' | 'idempotencyKey' | 'canResume'>

function finishOf({ id, argv, idempotencyKey, canResume }: Finishing): NextCommand {
  if (canResume === 'yes') return { argv: ['entrygo', 'resume', String(id)], reason: `finish ${id}; it happens once` }
  if (canResume === 'stdin') {
    const reason = `finish ${id}, with the same input piped in`
    return { argv: ['entrygo', 'resume', String(id)], reason, userActionRequired: true }
  }
  const reason = `finish ${id}, with the secret that was not kept put in again`
  return { argv: [...argv, '--idempotency-key', idempotencyKey], reason, userActionRequired: true }
}

/** Whether the process that had the run last still lives here; another one may have its number by now. */
export function isRunning({ pid, host }: Pick<PendingRun, 'pid' | 'host'>): boolean {
  if (host !== hostname() || pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
  try {
    return /entrygo|bin\.[jt]s/.test(readFileSync(`/proc/${pid}/cmdline`, 'utf8'))
  } catch {
    return true
  }
}
