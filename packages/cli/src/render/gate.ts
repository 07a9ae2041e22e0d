import type { Style } from './style.ts'
import { plain, wrap } from './text.ts'

export interface ShownGate {
  readonly policyFile: string
  readonly decision: string
  readonly reasons: readonly { readonly message: string; readonly quoted: readonly string[] }[]
}

const verdicts: Readonly<Record<string, string>> = {
  proceed: 'it may go without a person',
  ask: 'a person has to approve it',
  stop: 'it may not go, whoever approves',
}

/** What the policy says, and why. */
export function renderGate({ policyFile, decision, reasons }: ShownGate, style: Style): string {
  const mark = { proceed: style.good, ask: style.warn }[decision] ?? style.bad
  return [
    `${style.bold('Policy')}  ${plain(policyFile)}`,
    `  ${mark(plain(decision))}: ${verdicts[decision] ?? 'this version does not know that word'}`,
    ...reasons.flatMap(({ message, quoted }) => [
      ...wrap(`- ${message}`, '    ', '  '),
      ...quoted.slice(0, shownQuotes).flatMap((text) => wrap(text, '      ', '      ')),
    ]),
  ].join('\n')
}

const shownQuotes = 3
