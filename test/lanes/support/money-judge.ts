import { dollars, type ExpectedInvoice } from './money-oracle.ts'

/** The amounts of a customs package as its JSON document shows them. */
export interface ShownInvoice {
  readonly externalId: string | null
  readonly lines: readonly { readonly lineValueUsd: string; readonly customsValueUsd: string | null }[]
  readonly charges: readonly { readonly amountUsd: string }[]
  readonly assists: readonly { readonly amountUsd: string }[]
  readonly totals: ShownTotals
}

export interface ShownTotals {
  readonly goodsValueUsd: string
  readonly chargesUsd: string
  readonly invoiceTotalUsd: string
  readonly enteredValueUsd: string
}

const totalNames = ['goodsValueUsd', 'chargesUsd', 'invoiceTotalUsd', 'enteredValueUsd'] as const

/** Every amount of an invoice that is not what the oracle says. */
export function faultsOfInvoice(shown: ShownInvoice | undefined, expected: ExpectedInvoice): string[] {
  const faults: string[] = []
  const same = (name: string, found: string | null | undefined, wanted: string | null): void => {
    if (found !== wanted) faults.push(`${expected.externalId} ${name} is ${found}, not ${wanted}`)
  }
  if (shown === undefined) return [`${expected.externalId} has no invoice`]
  same('number of lines', String(shown.lines.length), String(expected.lines.length))
  expected.lines.forEach((line, index) => {
    same(`lines.${index}.lineValueUsd`, shown.lines[index]?.lineValueUsd, line.lineValueUsd)
    same(`lines.${index}.customsValueUsd`, shown.lines[index]?.customsValueUsd, line.customsValueUsd)
  })
  for (const [index, amount] of expected.charges.entries())
    same(`charges.${index}`, shown.charges[index]?.amountUsd, amount)
  for (const [index, amount] of expected.assists.entries())
    same(`assists.${index}`, shown.assists[index]?.amountUsd, amount)
  for (const name of totalNames) same(name, shown.totals[name], expected[name])
  return faults
}

/** The totals over all invoices, from the oracle's cents. */
export function expectedTotals(invoices: readonly ExpectedInvoice[]): ShownTotals {
  const sum = (of: (invoice: ExpectedInvoice) => bigint): string =>
    dollars(invoices.reduce((cents, invoice) => cents + of(invoice), 0n))
  return {
    goodsValueUsd: sum(({ goods }) => goods),
    chargesUsd: sum(({ outside }) => outside),
    invoiceTotalUsd: sum(({ goods, outside }) => goods + outside),
    enteredValueUsd: sum(({ entered }) => entered),
  }
}

export function faultsOfTotals(shown: ShownTotals, expected: ShownTotals): string[] {
  return totalNames.flatMap((name) =>
    shown[name] === expected[name] ? [] : [`${name} of the package is ${shown[name]}, not ${expected[name]}`],
  )
}
