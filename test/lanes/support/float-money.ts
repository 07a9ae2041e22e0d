import type { ShownInvoice } from './money-judge.ts'
import type { DrawnOrder } from './random-invoices.ts'

/** The same invoice by binary floating point, as programs that get money wrong compute it. */
export function floatInvoice({ externalId, lines, charges, assists }: DrawnOrder): ShownInvoice {
  const values = lines.map(({ quantity, unitValueUsd }) => rounded(Number(quantity) * Number(unitValueUsd)))
  const customs = lines.map(({ customsValueUsd }) =>
    customsValueUsd === null ? null : rounded(Number(customsValueUsd)),
  )
  const amounts = charges.map(({ amountUsd }) => rounded(Number(amountUsd)))
  const goods = values.reduce((sum, value) => sum + value, 0)
  const outside = charges.reduce((sum, { type, included }, index) => {
    if (included) return sum
    return type === 'discount' ? sum - (amounts[index] ?? 0) : sum + (amounts[index] ?? 0)
  }, 0)
  const entered = values.reduce((sum, value, index) => sum + (customs[index] ?? value), 0)
  const shown = (amount: number): string => amount.toFixed(2)
  return {
    externalId,
    lines: values.map((value, index) => {
      const other = customs[index] ?? null
      return { lineValueUsd: shown(value), customsValueUsd: other === null ? null : shown(other) }
    }),
    charges: amounts.map((amount) => ({ amountUsd: shown(amount) })),
    assists: assists.map((amount) => ({ amountUsd: shown(rounded(Number(amount))) })),
    totals: {
      goodsValueUsd: shown(goods),
      chargesUsd: shown(outside),
      invoiceTotalUsd: shown(goods + outside),
      enteredValueUsd: shown(entered),
    },
  }
}

function rounded(amount: number): number {
  return Math.round(amount * 100) / 100
}
