import { type OperationId, operations } from '@entrygo/sdk/contract'
import { DevRefusal } from '../dev-refusal.ts'
import { type Fault, type Receiver, type ReceiverFault, receivers } from './fault.ts'

/** Every switch with what it does, as the documentation lists them. */
export const faultSwitches: readonly (readonly [spec: string, meaning: string])[] = [
  [
    'lost-reply:executeExport*1',
    'the request is committed, then its connection is destroyed; any operation of the contract',
  ],
  ['timeout-after-commit:planExport*2', 'the request is committed, then nothing is answered'],
  ['smtp:cut-before-dot*1', 'the mail server breaks off before the mail was given over, and keeps nothing'],
  ['smtp:cut-after-dot*1', 'the mail server keeps the mail, then breaks off without an answer'],
  ['smtp:451*3', 'the mail server answers this code, 400 to 599, and keeps nothing'],
  ['borderbuddy:503*2', 'the stand-in answers this status, 300 to 599, and keeps nothing'],
  ['borderbuddy:lost-reply*1', 'the stand-in keeps the submission, then breaks off without an answer'],
  ['borderbuddy:garbage*1', 'the stand-in keeps the submission and answers 200 with what is no JSON'],
  [
    'borderbuddy:slow*1',
    'the stand-in keeps the submission and answers after 45 s, which is too late; `slow=5s` after 5 s',
  ],
  ['webhook:410*1', 'the receiver answers this status, 300 to 599, and keeps nothing'],
  [
    'webhook:lost-reply*1',
    'the receiver keeps the message, then breaks off without an answer; `webhook:slow` as above',
  ],
  ['warehouse-smtp:451*1', 'as `smtp`, for the mail to the warehouse; `smtp` itself strikes mail to brokers alone'],
  ['warehouse-webhook:503*1', "as `webhook`, for the warehouse's; `webhook` itself strikes the broker's alone"],
  ['clock:+2h', "the server's clock is 2 h ahead of the machine's; `ms`, `s`, `m`, `h` and `d`, `-` for behind"],
  ['disk-full:on', 'the disk has no room left, until the switch is taken away'],
]

const example = 'lost-reply:executeExport*1,smtp:cut-after-dot*1'

/**
 * Reads parts that are divided by commas or line breaks; what follows a `#` is a comment. A JSON list of such parts is read
 * too. Throws a {@link DevRefusal} of the setting `faults` that names the part, what is known and an example.
 */
export function parseFaults(text: string): Fault[] {
  return partsOf(text).map(parsePart)
}

function partsOf(text: string): string[] {
  if (text.trimStart().startsWith('[')) return jsonPartsOf(text)
  const lines = text.split('\n').map((line) => line.replace(/#.*/, ''))
  return lines.flatMap((line) => line.split(',').map((part) => part.trim())).filter((part) => part !== '')
}

function jsonPartsOf(text: string): string[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw refused(`The faults are not valid JSON (${String(error)})`, 'a list of texts')
  }
  const texts = Array.isArray(value) ? value.filter((part) => typeof part === 'string') : []
  if (!Array.isArray(value) || texts.length < value.length) {
    throw refused('The faults are JSON, but not a list of texts', 'a list of texts')
  }
  return texts.map((part) => part.trim())
}

function parsePart(part: string): Fault {
  const [, point = '', kind = '', times] = /^([a-z-]+):([^*\s]+)(?:\*([1-9]\d{0,5}))?$/.exec(part) ?? []
  if (point === '') throw refused(`"${part}" is no fault`, 'name:kind, or name:kind*times with times from 1 to 999999')
  const counted = { text: part, count: times === undefined ? Number.POSITIVE_INFINITY : Number(times) }
  if (point === 'lost-reply' || point === 'timeout-after-commit') {
    if (isOperation(kind)) return { ...counted, point: 'answer', operation: kind, effect: point }
    throw refused(`"${part}" names no operation`, Object.keys(operations).join(', '))
  }
  const receiver = receivers.find((name) => name === point)
  if (receiver !== undefined) return { ...counted, point: 'receiver', receiver, effect: effectOf(part, receiver, kind) }
  if (point !== 'clock' && point !== 'disk-full') throw refused(`"${part}" begins with no switch`, points.join(', '))
  if (times !== undefined)
    throw refused(`"${part}" has a count, but ${point} is on or off`, `${point} without *${times}`)
  if (point === 'clock') return { ...counted, point, offsetMs: offsetOf(part, kind) }
  if (kind !== 'on') throw refused(`"${part}" is no state of the disk`, 'disk-full:on; take the part away to end it')
  return { ...counted, point }
}

const points = ['lost-reply', 'timeout-after-commit', ...receivers, 'clock', 'disk-full']

function effectOf(part: string, receiver: Receiver, kind: string): ReceiverFault {
  const isMail = receiver.endsWith('smtp')
  const least = isMail ? 400 : 300
  const status = /^\d{3}$/.test(kind) ? Number(kind) : 0
  if (status >= least && status <= 599) return { fault: 'status', status }
  if (isMail && (kind === 'cut-before-dot' || kind === 'cut-after-dot')) return { fault: kind }
  if (!isMail && kind === 'lost-reply') return { fault: kind }
  if (receiver === 'borderbuddy' && kind === 'garbage') return { fault: kind }
  const [, after] = (isMail ? null : /^slow(?:=(.+))?$/.exec(kind)) ?? [null, null]
  if (after === undefined) return { fault: 'slow', ms: slowMs }
  if (after !== null) return { fault: 'slow', ms: durationOf(part, after) }
  const web = receiver === 'borderbuddy' ? 'lost-reply, garbage, slow, slow=5s' : 'lost-reply, slow, slow=5s'
  const known = isMail ? 'cut-before-dot, cut-after-dot' : web
  throw refused(`"${part}" is nothing that ${receiver} can do`, `${known}, or a code from ${least} to 599`)
}

/** Longer than the 30 s that an attempt over HTTP may last. */
const slowMs = 45_000

function offsetOf(part: string, kind: string): number {
  const [, sign, duration = ''] = /^([+-])(.+)$/.exec(kind) ?? []
  if (sign === undefined) throw refused(`"${part}" has no direction`, 'clock:+2h or clock:-30m')
  return (sign === '-' ? -1 : 1) * durationOf(part, duration)
}

function durationOf(part: string, duration: string): number {
  const [, amount, unit] = /^(\d{1,6})(ms|s|m|h|d)$/.exec(duration) ?? []
  const ms = units.get(unit ?? '')
  if (ms === undefined) throw refused(`"${part}" has no duration`, 'a whole number with ms, s, m, h or d, such as 90s')
  return Number(amount) * ms
}

const units = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
])

function isOperation(name: string): name is OperationId {
  return Object.hasOwn(operations, name)
}

function refused(fact: string, known: string): DevRefusal {
  return new DevRefusal('faults', `${fact}. Known: ${known}. Example: ${example}`)
}
