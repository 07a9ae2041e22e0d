import type { ShownGate } from '../gate.ts'
import { code, prose } from './text.ts'

/** What the policy says, and why, above the plan. */
export function markdownGate({ policyFile, decision, reasons }: ShownGate): string {
  const sign = { proceed: '✅', ask: '⚠️' }[decision] ?? '⛔'
  return [
    `> ${sign} **${prose(decision)}** by the policy ${code(policyFile)}`,
    ...reasons.map(({ message }) => `> - ${prose(message)}`),
    '',
    '',
  ].join('\n')
}
