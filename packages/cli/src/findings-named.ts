import type { Finding } from '@entrygo/sdk/contract'
import { usageError } from './errors.ts'

/**
 * The findings that a text names: `#3` by their number in the list that `plan` shows, `INV-07` by their rule, `/products/…`
 * by their pointer, or `INV-07 /products/…` by both. Throws a usage error when there are none.
 */
export function findingsNamed(findings: readonly Finding[], text: string): readonly Finding[] {
  const number = /^#(\d{1,7})$/.exec(text.trim())?.[1]
  const found = number === undefined ? byRuleAndPointer(findings, text) : at(findings, Number(number))
  if (found.length > 0) return found
  const rules = [...new Set(findings.map(({ ruleId }) => ruleId))]
  const known =
    findings.length === 0 ? 'it has no findings' : `it has #1 to #${findings.length}, of the rules ${rules.join(', ')}`
  throw usageError(`The plan has no finding ${JSON.stringify(text)}: ${known}.`, '--explain')
}

function at(findings: readonly Finding[], number: number): readonly Finding[] {
  return findings.filter((_, index) => index === number - 1)
}

function byRuleAndPointer(findings: readonly Finding[], text: string): readonly Finding[] {
  const words = text.trim().split(/\s+/)
  const pointer = words.find((word) => word.startsWith('/'))
  const ruleId = words.find((word) => !word.startsWith('/'))?.toUpperCase()
  if (words.length > 2 || ruleId === '') {
    throw usageError(`--explain is "${text}": give a rule, a rule and a pointer, or #n of the list.`, '--explain')
  }
  return findings.filter(
    (finding) =>
      (ruleId === undefined || finding.ruleId === ruleId) && (pointer === undefined || finding.pointer === pointer),
  )
}
