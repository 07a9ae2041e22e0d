import { createHash } from 'node:crypto'
import { EntryGoError } from '@entrygo/sdk'
import { canonicalJson } from '@entrygo/sdk/canonical-json'

/**
 * The idempotency keys of writes whose outcome is not known. A write that ended, well or badly, is forgotten: the same
 * arguments may rightly be sent again later. One that was cut off keeps its key, and one that is still running is joined.
 */
export interface PendingKeys {
  run<Result>(write: { readonly tool: string; readonly args: unknown }, act: Act<Result>): Promise<Result>
}

type Act<Result> = (key: string) => Promise<Result>

/** So many cut-off writes are remembered; the oldest is forgotten first. */
const maxPending = 1000

export function createPendingKeys(newKey: () => string = freshKey): PendingKeys {
  const pending = new Map<string, Pending>()
  return {
    run: async ({ tool, args }, act) => {
      const identity = digest({ tool, args })
      const write = pending.get(identity) ?? { tool, key: newKey(), running: 0 }
      pending.set(identity, write)
      const [oldest] = pending.keys()
      if (pending.size > maxPending && oldest !== undefined) pending.delete(oldest)
      write.running += 1
      try {
        const result = await act(write.key)
        pending.delete(identity)
        forgetOvertaken(pending, tool)
        return result
      } catch (error) {
        if (!isOutcomeOpen(error)) pending.delete(identity)
        throw error
      } finally {
        write.running -= 1
      }
    },
  }
}

interface Pending {
  readonly tool: string
  readonly key: string
  running: number
}

/**
 * A write that was cut off and then overtaken by another one of its tool is a new wish when it is asked for again: under its
 * old key the server would repeat the old answer, and what the other one wrote would stay.
 */
function forgetOvertaken(pending: Map<string, Pending>, tool: string): void {
  for (const [identity, write] of pending) if (write.tool === tool && write.running === 0) pending.delete(identity)
}

/** One key for each thing that may happen once: whoever asks again, also after a restart, asks for the same thing. */
export function keyOf(value: unknown): string {
  return `mcp_${digest(value)}`
}

function freshKey(): string {
  return `mcp_${crypto.randomUUID()}`
}

function digest(value: unknown): string {
  return createHash('sha256').update(textOf(value)).digest('hex')
}

function textOf(value: unknown): string {
  try {
    return canonicalJson(value)
  } catch {
    // A lone surrogate has no canonical text. The server refuses it in words; an identity is enough here.
    return JSON.stringify(value)
  }
}

function isOutcomeOpen(error: unknown): boolean {
  return error instanceof EntryGoError && (error.mayHaveHappened || error.code === 'IDEMPOTENCY_IN_PROGRESS')
}
