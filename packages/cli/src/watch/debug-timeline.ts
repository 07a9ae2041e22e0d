import { retryStatuses } from '@entrygo/sdk'
import { isRecord } from '../input/record.ts'
import type { OutputStream } from '../terminal.ts'
import { version } from '../version.ts'
import { sharedHeadersOf, sharedQueryOf } from './allow-lists.ts'
import { callOf, type Exchange, type Listener } from './exchange.ts'
import type { Secrets } from './secrets.ts'

/** The timeline of `--debug`, line by line on stderr; every line begins with `debug`. */
export interface DebugTimeline extends Listener {
  end(exitCode: number): void
}

interface Parts {
  readonly stderr: OutputStream
  readonly secrets: Secrets
  readonly now: () => number
}

export function debugTimeline({ stderr, secrets, now }: Parts): DebugTimeline {
  const start = now()
  /** The last request of each call that could be sent again. */
  const open = new Map<string, Exchange>()
  let requests = 0
  const say = (text: string): void => {
    const seconds = ((now() - start) / 1000).toFixed(3).padStart(8)
    stderr.write(`debug ${seconds}  ${secrets.removedFrom(text).replace(/[^\x20-\x7e]/g, '?')}\n`)
  }
  say(`entrygo ${version}, Node ${process.versions.node}, ${process.platform} ${process.arch}`)
  return {
    began: (exchange) => {
      requests += 1
      open.delete(callOf(exchange))
      say(beginningOf(exchange))
    },
    ended: (exchange) => {
      const { text, isOpen } = endingOf(exchange)
      if (isOpen) open.set(callOf(exchange), exchange)
      say(text)
    },
    end: (exitCode) => {
      for (const { number, attempt } of open.values()) {
        say(`#${number} given up after attempt ${attempt}: attempts, retry budget or time are spent`)
      }
      say(`exit ${exitCode}, ${requests} request${requests === 1 ? '' : 's'}`)
    },
  }
}

function beginningOf({ number, method, url, headers, attempt, delayMs }: Exchange): string {
  const query = sharedQueryOf(url).map(({ name, value }) => `${name}=${value}`)
  const key = headers.get('idempotency-key')
  return [
    `#${number} > ${method} ${url.pathname}${query.length === 0 ? '' : `?${query.join('&')}`}`,
    attempt === 1 ? 'attempt 1' : `attempt ${attempt} after ${Math.round(delayMs)} ms`,
    `request id ${headers.get('x-request-id') ?? 'none'}`,
    ...(key === null ? [] : [`idempotency key ${key}`]),
  ].join(', ')
}

function endingOf(exchange: Exchange): { readonly text: string; readonly isOpen: boolean } {
  const { number, startedAt, answered, ended } = exchange
  const ms = Math.round((ended?.at ?? startedAt) - startedAt)
  const { decision, isOpen, code } = decisionOn(exchange)
  const answer = answered === undefined ? 'no answer' : `${answered.status}${code === null ? '' : ` ${code}`}`
  const failure = ended?.failure == null ? '' : ` (${ended.failure})`
  const headers = answered === undefined ? [] : sharedHeadersOf(answered.headers)
  const shown = headers.map(({ name, value }) => `${name}: ${value}`).join('; ')
  return {
    text: `#${number} < ${answer}${failure} in ${ms} ms, ${decision}${shown === '' ? '' : ` [${shown}]`}`,
    isOpen,
  }
}

interface Decision {
  readonly decision: string
  readonly isOpen: boolean
  readonly code: string | null
}

/** What the SDK does after such an answer: its rules go by the envelope, and by the status where there is none. */
function decisionOn({ answered, ended }: Exchange): Decision {
  if (answered === undefined || ended?.bytes === undefined || ended.bytes === null) {
    const isOver = ended?.failure === 'Interruption' || ended?.failure === 'AbortError'
    return isOver
      ? { decision: 'ended by this side', isOpen: false, code: null }
      : { decision: 'may be sent again', isOpen: true, code: null }
  }
  const { status } = answered
  if (status >= 200 && status < 300) return { decision: 'done', isOpen: false, code: null }
  const { errorCode, retryable } = envelopeIn(ended.bytes)
  const code = typeof errorCode === 'string' && /^[A-Z_]{1,60}$/.test(errorCode) ? errorCode : null
  if (code === 'IDEMPOTENCY_IN_PROGRESS') return { decision: 'asked again until it has an answer', isOpen: true, code }
  const isOpen = code !== 'IDEMPOTENCY_CONFLICT' && (retryable === true || (retryable !== false && isPassing(status)))
  return { decision: isOpen ? 'may be sent again' : 'final, not sent again', isOpen, code }
}

function isPassing(status: number): boolean {
  return retryStatuses.includes(status)
}

function envelopeIn(bytes: Uint8Array): { readonly errorCode?: unknown; readonly retryable?: unknown } {
  try {
    const value: unknown = JSON.parse(new TextDecoder().decode(bytes))
    return isRecord(value) ? { errorCode: value['errorCode'], retryable: value['retryable'] } : {}
  } catch {
    return {}
  }
}
