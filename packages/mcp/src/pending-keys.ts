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
  const keys = new Map<string, string>()
  return {
    run: async ({ tool, args }, act) => {
      const identity = digest({ tool, args })
      const key = keys.get(identity) ?? newKey()
      keys.set(identity, key)
      const [oldest] = keys.keys()
      if (keys.size > maxPending && oldest !== undefined) keys.delete(oldest)
      try {
        const result = await act(key)
        keys.delete(identity)
        return result
      } catch (error) {
        if (!isOutcomeOpen(error)) keys.delete(identity)
        throw error
      }
    },
  }
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
