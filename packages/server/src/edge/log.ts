import { type DestinationStream, destination, pino, stdTimeFunctions } from 'pino'
import type { Log } from '../ports.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent'

export interface ServerLog extends Log {
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
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths: secretPaths, censor: '[secret]' },
      serializers: { error: describedError },
    },
    escapingStream(sink),
  )
  return {
    info: (facts, message) => logger.info(facts, message),
    warn: (facts, message) => logger.warn(facts, message),
    error: (facts, message) => logger.error(facts, message),
    flush: () => {
      if ('flushSync' in sink && typeof sink.flushSync === 'function') sink.flushSync()
    },
  }
}

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
