import type { DecidedFinding, Finding as WireFinding } from '@entrygo/sdk/contract'
import { compareText, type Finding } from '../rules/findings.ts'

/** A finding as the contract has it. */
export function wireFinding(finding: Finding): WireFinding {
  const { code, severity, message, ruleId, ruleRevision, pointer, fix, citation, confidence } = finding
  return {
    code,
    severity,
    message,
    ruleId,
    ruleRevision,
    pointer,
    ...(finding.orderId === undefined ? {} : { order_id: finding.orderId }),
    ...(finding.productId === undefined ? {} : { product_id: finding.productId }),
    ...(finding.lineId === undefined ? {} : { line_id: finding.lineId }),
    ...(finding.expected === undefined ? {} : { expected: finding.expected.join(', ') }),
    ...(finding.at_execute === undefined ? {} : { at_execute: finding.at_execute }),
    fix,
    citation,
    confidence,
  }
}

/** Findings as they are hashed: what was decided, without a word of how it is said, in an order that wording cannot move. */
export function decidedFindings(findings: readonly Finding[]): DecidedFinding[] {
  return findings
    .map(({ code, pointer, ruleId, ruleRevision, severity }) => ({ code, pointer, ruleId, ruleRevision, severity }))
    .sort(compareDecided)
}

function compareDecided(a: DecidedFinding, b: DecidedFinding): number {
  return (
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.pointer, b.pointer) ||
    compareText(a.severity, b.severity) ||
    compareText(a.code, b.code) ||
    compareText(a.ruleRevision, b.ruleRevision)
  )
}
