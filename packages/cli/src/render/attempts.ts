import type { Attempt } from '@entrygo/sdk/contract'
import { durationInWords, evidenceInWords, outcomeInWords } from './facts/attempt-words.ts'
import type { Style } from './style.ts'
import { wrap } from './text.ts'

/** One line an attempt: number, time, outcome, and what was seen in words. */
export function renderAttempts(attempts: readonly Attempt[], style: Style, indent = '  '): string[] {
  return attempts.flatMap((attempt) => {
    const { n, started_at, outcome, evidence } = attempt
    const mark = outcome === null ? style.warn : (marks(style)[outcome] ?? style.warn)
    const said = outcomeInWords(outcome)
    const took = durationInWords(attempt)
    const seen = evidence === null ? '' : `: ${evidenceInWords(evidence)}`
    const line = `#${n} ${started_at.slice(0, 19)}Z${took === '' ? '' : `, ${took}`}  ${said}${seen}`
    return wrap(line, `${indent}   `, indent).map((text) => text.replace(said, mark(said)))
  })
}

function marks({ good, bad, warn }: Style): Readonly<Record<string, (text: string) => string>> {
  return { accepted: good, rejected: bad, not_sent: warn, unknown: bad }
}
