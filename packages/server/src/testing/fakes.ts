import type { Scope } from '@entrygo/sdk/contract'
import type { Timers } from '../operations/timers.ts'
import type { Caller, Clock, Envelope, Ids, Log, OutgoingMessage, Sighting, Transport } from '../ports.ts'
import { testAccountId, testNow } from './builders.ts'

/** Stands still until a test moves it. */
export interface FixedClock extends Clock {
  advance(ms: number): void
}

export function fixedClock(startMs: number = testNow): FixedClock {
  let now = startMs
  return {
    now: () => now,
    advance(ms) {
      now += ms
    },
  }
}

/** `<prefix>_` and a count in 26 characters, so that ids sort by the order in which they were made. */
export function countingIds(): Ids {
  let made = 0
  return {
    next(prefix) {
      made += 1
      return `${prefix}_01k9m4w${String(made).padStart(19, '0')}`
    },
    fraction: () => 0,
    secret() {
      made += 1
      return Buffer.alloc(32, made).toString('base64')
    },
  }
}

export interface LoggedLine {
  readonly level: 'info' | 'warn' | 'error'
  readonly facts: Readonly<Record<string, unknown>>
  readonly message: string
}

export interface RecordingLog extends Log {
  readonly lines: readonly LoggedLine[]
}

export function recordingLog(): RecordingLog {
  const lines: LoggedLine[] = []
  const at = (level: LoggedLine['level']): Log['info'] => {
    return (facts, message) => {
      lines.push({ level, facts, message })
    }
  }
  return { lines, info: at('info'), warn: at('warn'), error: at('error') }
}

export interface SentMessage {
  readonly payload: string
  readonly submissionId: string
  readonly destination: string
}

/** Remembers what was sent; sees what the test says, by default that everything is accepted. */
export interface RecordingTransport extends Transport {
  readonly sent: readonly SentMessage[]
  /** Answers of the next sends, in order; the last one stays. */
  sees(...answers: (Sighting | ((envelope: Envelope) => Promise<Sighting>))[]): void
}

export const accepted: Sighting = { outcome: 'accepted', evidence: 'smtp_250' }

export function recordingTransport(): RecordingTransport {
  const sent: SentMessage[] = []
  let answers: (Sighting | ((envelope: Envelope) => Promise<Sighting>))[] = [accepted]
  return {
    sent,
    sees(...next) {
      answers = next
    },
    compose: async (message: OutgoingMessage) => new TextEncoder().encode(textOf(message)),
    async send(payload, envelope) {
      sent.push({
        payload: new TextDecoder().decode(payload),
        submissionId: envelope.submissionId,
        destination: envelope.destination,
      })
      const answer = (answers.length > 1 ? answers.shift() : answers[0]) ?? accepted
      return typeof answer === 'function' ? answer(envelope) : answer
    },
  }
}

function textOf({ submissionId, recipient, subject, text, attachments }: OutgoingMessage): string {
  return [submissionId, recipient, subject, text, ...attachments.map(({ filename }) => filename)].join('\n')
}

export const allScopes: readonly Scope[] = ['sync', 'plan', 'execute', 'approve', 'read', 'admin']

export function aCaller(accountId: string = testAccountId): Caller {
  return { accountId, keyId: 'key_01k9m4w0000000000000000000', scopes: allScopes }
}

export interface ManualTimers extends Timers {
  /** Passes time: calls what falls due, in its order. */
  advance(ms: number): void
}

/** Timers that fire when the test passes time, on the same clock that the operations read. */
export function manualTimers(clock: FixedClock): ManualTimers {
  const pending = new Set<{ readonly at: number; readonly callback: () => void }>()
  return {
    after(delayMs, callback) {
      const timer = { at: clock.now() + delayMs, callback }
      pending.add(timer)
      return () => pending.delete(timer)
    },
    advance(ms) {
      const end = clock.now() + ms
      for (;;) {
        const [next] = [...pending].filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)
        if (next === undefined) break
        pending.delete(next)
        clock.advance(next.at - clock.now())
        next.callback()
      }
      clock.advance(end - clock.now())
    },
  }
}
