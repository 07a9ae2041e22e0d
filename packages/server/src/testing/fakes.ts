import type { Scope } from '@entrygo/sdk/contract'
import type { Timers } from '../operations/timers.ts'
import type {
  Caller,
  Clock,
  Envelope,
  Ids,
  Log,
  MailComposer,
  OutgoingMail,
  QuerySighting,
  Sighting,
  Transport,
} from '../ports.ts'
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
  readonly messageId: string
  readonly destination: string
  readonly secrets: readonly string[]
}

type Seen<Sighted> = Sighted | ((envelope: Envelope) => Promise<Sighted>)

/** Remembers what was sent and asked; sees what the test says, by default that everything is accepted. */
export interface RecordingTransport extends Transport {
  readonly sent: readonly SentMessage[]
  /** Message ids of the questions. */
  readonly asked: readonly string[]
  /** Answers of the next sends, in order; the last one stays. */
  sees(...answers: Seen<Sighting>[]): void
  /** Answers of the next questions, in order; the last one stays. Nothing is found by default. */
  finds(...answers: Seen<QuerySighting>[]): void
}

export const accepted: Sighting = { outcome: 'accepted', evidence: 'smtp_250' }
export const notFound: QuerySighting = { found: false, isReliable: true, evidence: 'http_404' }

export function recordingTransport(): RecordingTransport {
  const sent: SentMessage[] = []
  const asked: string[] = []
  let sightings: Seen<Sighting>[] = [accepted]
  let findings: Seen<QuerySighting>[] = [notFound]
  return {
    sent,
    asked,
    sees(...next) {
      sightings = next
    },
    finds(...next) {
      findings = next
    },
    async send(payload, envelope) {
      const { messageId, destination, secrets } = envelope
      sent.push({ payload: new TextDecoder().decode(payload), messageId, destination, secrets })
      const answer = (sightings.length > 1 ? sightings.shift() : sightings[0]) ?? accepted
      return typeof answer === 'function' ? answer(envelope) : answer
    },
    async query(envelope) {
      asked.push(envelope.messageId)
      const answer = (findings.length > 1 ? findings.shift() : findings[0]) ?? notFound
      return typeof answer === 'function' ? answer(envelope) : answer
    },
  }
}

/** A mail as readable text. */
export const plainMail: MailComposer = {
  compose: async (mail: OutgoingMail) => new TextEncoder().encode(textOf(mail)),
}

function textOf({ id, recipient, subject, text, attachments }: OutgoingMail): string {
  return [id, recipient, subject, text, ...attachments.map(({ filename }) => filename)].join('\n')
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
