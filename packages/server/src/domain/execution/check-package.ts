import { parseDecimal } from '../customs/decimal.ts'
import { divideHalfUp, sumCents } from '../customs/money.ts'
import { totalCents } from '../planning/entered-value.ts'
import type { PlanBody } from '../records.ts'
import { centsIn } from './cents-in.ts'
import type { FrozenPackage, PackageInvoice, PackageLine } from './frozen-package.ts'

/**
 * Throws when the package breaks what it promises: line value = quantity × unit value rounded half-up once, totals add
 * up at every level and to the value that was planned, and the treatments of the included orders are all carried.
 */
export function checkPackage(frozen: FrozenPackage, body: Pick<PlanBody, 'treatments' | 'included_order_ids'>): void {
  for (const invoice of frozen.invoices) {
    for (const line of invoice.lines) checkLine(invoice, line)
    checkInvoice(invoice)
  }
  for (const name of ['goodsValueUsd', 'chargesUsd', 'invoiceTotalUsd', 'enteredValueUsd'] as const) {
    const sum = frozen.invoices.reduce((cents, { totals }) => cents + centsIn(totals[name]), 0n)
    must(sum === centsIn(frozen.totals[name]), `${name} of the package is not the sum of its invoices`)
  }
  const planned = sumCents(frozen.export_units.map(({ value_usd }) => totalCents(value_usd)))
  must(planned === centsIn(frozen.totals.enteredValueUsd), 'the value for customs is not that of the plan')
  const carried = new Set(
    frozen.invoices.flatMap(({ lines }) => lines.flatMap((line) => [...line.trade_actions, ...line.pga])),
  )
  const included = new Set(body.included_order_ids)
  must(frozen.invoices.length === included.size, 'an included order has no invoice')
  for (const treatment of body.treatments.filter(({ order_id }) => included.has(order_id))) {
    const isWhole = [...treatment.trade_actions, ...treatment.pga].every((action) => carried.has(action))
    must(isWhole, `a treatment of line ${treatment.line_id} of ${treatment.order_id} is not carried`)
  }
}

/** An independent way to the same figure: from the printed texts, not from the wire numbers. */
function checkLine(invoice: PackageInvoice, line: PackageLine): void {
  const [quantity, unitValue] = [parseDecimal(line.quantity), parseDecimal(line.unitValueUsd)]
  const isExact =
    quantity !== null &&
    unitValue !== null &&
    divideHalfUp(quantity * unitValue, 1_000_000n) === centsIn(line.lineValueUsd)
  must(isExact, `line ${line.lineId} of ${invoice.orderId}: value is not quantity × unit value`)
}

function checkInvoice({ orderId, lines, charges, totals }: PackageInvoice): void {
  const goods = lines.reduce((cents, line) => cents + centsIn(line.lineValueUsd), 0n)
  must(goods === centsIn(totals.goodsValueUsd), `goods value of ${orderId} is not the sum of its lines`)
  const added = charges
    .filter(({ included }) => !included)
    .reduce((cents, { type, amountUsd }) => cents + (type === 'discount' ? -1n : 1n) * centsIn(amountUsd), 0n)
  must(goods + added === centsIn(totals.invoiceTotalUsd), `total of ${orderId} is not its goods and charges`)
}

function must(holds: boolean, fact: string): void {
  if (!holds) throw new Error(`Customs package: ${fact}.`)
}
