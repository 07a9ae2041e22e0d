import { readFileSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { OperationId } from '@entrygo/sdk/contract'
import type { Log } from '../../ports.ts'
import { DevRefusal } from '../dev-refusal.ts'
import type { AnswerFault, Fault, Receiver, ReceiverFault } from './fault.ts'
import { parseFaults } from './parse-faults.ts'

/** The faults of one development server, each used up by the calls that it strikes. */
export interface ArmedFaults {
  /** From now on the faults strike; before that nothing does, so that the seed is stored whatever is armed. */
  begin(): void
  /** What the receiver is to do to the message that it is about to take, or null. */
  strikeReceiver(receiver: Receiver): ReceiverFault | null
  /** What is to happen to the committed answer of an operation, or null. */
  strikeAnswer(operation: OperationId): AnswerFault | null
  /** How far the server's clock is ahead, in milliseconds. */
  clockOffsetMs(): number
  isDiskFull(): boolean
}

/**
 * Arms a spec, or the faults in a file, which is read again as soon as it changes; a name with a slash or with `.txt` or
 * `.json` at its end is one of a file, which may be missing. Of several faults for one place the first that is not used up
 * strikes. Throws a {@link DevRefusal} for what cannot be read; a file that becomes so later is logged, and what was armed
 * stays.
 */
export function armFaults(given: string, log: Log): ArmedFaults {
  const current = isFaultFile(given) ? fromFile(resolve(given), log) : fromSpec(given)
  let hasBegun = false
  const live = (): readonly Armed[] => (hasBegun ? current().filter(({ left }) => left > 0) : [])
  const strike = (armed: Armed): void => {
    armed.left -= 1
    log.warn({ fault: armed.fault.text, left: Number.isFinite(armed.left) ? armed.left : 'unlimited' }, 'fault strikes')
  }
  return {
    begin: () => {
      hasBegun = true
    },
    strikeReceiver: (receiver) => {
      for (const armed of live()) {
        if (armed.fault.point !== 'receiver' || armed.fault.receiver !== receiver) continue
        strike(armed)
        return armed.fault.effect
      }
      return null
    },
    strikeAnswer: (operation) => {
      for (const armed of live()) {
        if (armed.fault.point !== 'answer' || armed.fault.operation !== operation) continue
        strike(armed)
        return armed.fault.effect
      }
      return null
    },
    clockOffsetMs: () => live().reduce((sum, { fault }) => sum + (fault.point === 'clock' ? fault.offsetMs : 0), 0),
    isDiskFull: () => live().some(({ fault }) => fault.point === 'disk-full'),
  }
}

interface Armed {
  readonly fault: Fault
  left: number
}

/** Whether faults are given by the name of a file and not as they are. */
export function isFaultFile(given: string): boolean {
  return /[/\\]|\.(?:txt|json)$/i.test(given)
}

function fromSpec(spec: string): () => readonly Armed[] {
  const armed = arm(parseFaults(spec))
  return () => armed
}

function fromFile(file: string, log: Log): () => readonly Armed[] {
  let seen = versionOf(file)
  let armed = arm(readFaults(file))
  return () => {
    const version = versionOf(file)
    if (version === seen) return armed
    seen = version
    try {
      armed = arm(readFaults(file))
      log.warn({ file, faults: armed.map(({ fault }) => fault.text) }, 'faults armed')
    } catch (error) {
      log.error({ file, cause: String(error) }, 'the faults cannot be read; those armed before stay')
    }
    return armed
  }
}

function arm(faults: readonly Fault[]): Armed[] {
  return faults.map((fault) => ({ fault, left: fault.count }))
}

function versionOf(file: string): string {
  const stat = statSync(file, { bigint: true, throwIfNoEntry: false })
  return stat === undefined ? 'missing' : `${stat.ino} ${stat.size} ${stat.mtimeNs}`
}

function readFaults(file: string): Fault[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
    throw new DevRefusal('faults', `${file} cannot be read (${String(error)}). Give another file or a spec.`, error)
  }
  return parseFaults(text)
}
