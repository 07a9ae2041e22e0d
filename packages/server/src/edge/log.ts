import { type DestinationStream, destination, pino, stdTimeFunctions } from 'pino'
import type { Log } from '../ports.ts'

export const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

export interface ServerLog extends Log {
  /** One line for a request; `facts` is a closed set without secrets, so nothing is looked for and left out. */
  request(facts: object): void
  /** Writes what is buffered; to be called before the process ends. */
  flush(): void
}

/** JSON lines on standard error, or on `stream`. Secrets are left out by name and control characters are escaped. */
export function openLog({ level, stream }: { level: LogLevel; stream?: DestinationStream }): ServerLog {
  // A small buffer keeps the write call out of most requests; it is flushed on stop and after a second at the latest.
  const sink = stream ?? destination({ dest: 2, sync: false, minLength: 4096, periodicFlush: 1000 })
  const logger = pino(
    {
      level,
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters,
      redact: { paths: secretPaths, censor: '[secret]' },
      serializers: { error: describedError },
    },
    escapingStream(sink),
  )
  const requests = pino({ level, base: null, timestamp: stdTimeFunctions.isoTime, formatters }, sink)
  return {
    request: (facts) => requests.info(facts, 'request'),
    info: (facts, message) => logger.info(facts, message),
    warn: (facts, message) => logger.warn(facts, message),
    error: (facts, message) => logger.error(facts, message),
    flush: () => {
      if ('flushSync' in sink && typeof sink.flushSync === 'function') sink.flushSync()
    },
  }
}

const formatters = { level: (label: string): object => ({ level: label }) }
const secretNames = ['apiKey', 'authorization', 'Authorization', 'secret', 'password', 'token']
const secretPaths = secretNames.flatMap((name) => [name, `*.${name}`, `*.*.${name}`])

function describedError(error: unknown): unknown {
  return error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : String(error)
}

// JSON escapes C0 alone. C1 and bidirectional controls from data could still steer a terminal or hide text.
const steering = /[\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g

function escapingStream(sink: DestinationStream): DestinationStream {
  return {
    write: (line) => {
      sink.write(
        line.search(steering) < 0
          ? line
          : line.replace(steering, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`),
      )
    },
  }
}
