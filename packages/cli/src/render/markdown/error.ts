import { type ShownError, saidBy } from '../error.ts'
import { markdownNext } from './next.ts'
import { code, mdTable, prose } from './text.ts'

/** A failure for a step summary: what, where, what next. */
export function markdownError(error: ShownError): string {
  const { errorCode, exitCode, field, requestId, idempotencyKey, next = [] } = error
  const { message, done, lines } = saidBy(error)
  return [
    `## ⛔ ${prose(errorCode)} (exit ${exitCode})`,
    '',
    prose(message),
    '',
    ...lines.map((line) => `- ${prose(line)}`),
    ...(lines.length === 0 ? [] : ['']),
    ...mdTable(
      ['', ''],
      [
        ...(done === null ? [] : [['Done', prose(done)]]),
        ...(field === undefined ? [] : [['Field', code(field)]]),
        ...(requestId === undefined ? [] : [['Request id', code(requestId)]]),
        ...(idempotencyKey === undefined ? [] : [['Key (the same write happens once)', code(idempotencyKey)]]),
      ],
    ),
    ...markdownNext(next),
  ].join('\n')
}
