import { renderError } from '../../../packages/cli/src/render/error.ts'
import { plainStyle } from '../../../packages/cli/src/render/style.ts'
import { clip, table, wrap } from '../../../packages/cli/src/render/text.ts'
import { openLog } from '../../../packages/server/src/edge/log.ts'

/** Control characters, and marks that turn the reading direction: what steers a terminal or hides what it shows. */
const steering = /[^\P{Cc}\n]|[\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/u

/** The log says the text on one line of JSON, without a byte that steers, and reads back equal. */
export function faultsOfLog(text: string): string[] {
  const lines: string[] = []
  const log = openLog({ level: 'info', stream: { write: (line) => lines.push(line) } })
  log.warn({ field: text, nested: { path: text }, error: new Error(text) }, text)
  const [line = ''] = lines
  const read: unknown = JSON.parse(line)
  const { field, nested, msg } = Object(read)
  const isEqual = field === text && Object(nested).path === text && msg === text
  const isOneLine = lines.length === 1 && line.endsWith('\n') && !line.slice(0, -1).includes('\n')
  const shown = JSON.stringify(text)
  return [
    ...(isEqual ? [] : [`the log does not read back ${shown}`]),
    ...(isOneLine ? [] : [`the log says ${shown} on several lines`]),
    ...(steering.test(line.slice(0, -1)) ? [`the log holds raw characters of ${shown}`] : []),
  ]
}

/** What the command line prints of the text holds no character that steers, and as many lines as it meant to. */
export function faultsOfTerminal(text: string): string[] {
  const next = [{ argv: ['entrygo', 'inspect', text], reason: text }]
  const data = { message: text, details: { issues: [{ path: text, message: text }] }, reasons: [{ quoted: [text] }] }
  const known = { errorCode: text, message: text, field: text, requestId: text, idempotencyKey: text }
  const printed = {
    'an error': renderError({ ...known, data, next, exitCode: 1 }, plainStyle),
    'a table': table([{ title: 'a' }, { title: 'b' }], [[text, 'x']]).join('\n'),
    'a paragraph': wrap(text, '  ').join('\n'),
    'a cell': clip(text, 40),
  }
  const rows = printed['a table'].split('\n').length
  return [
    ...Object.entries(printed).flatMap(([name, output]) =>
      steering.test(output) ? [`${name} prints raw characters of ${JSON.stringify(text)}`] : [],
    ),
    ...(rows === 2 && !printed['a cell'].includes('\n') ? [] : [`a row breaks at ${JSON.stringify(text)}`]),
  ]
}
