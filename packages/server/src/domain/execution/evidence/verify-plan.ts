import { canonicalJson } from '@entrygo/sdk/canonical-json'
import { sha256Hex } from '../../fingerprint.ts'
import { isRecord } from '../../rules/record-reader.ts'
import { lineIdAt } from '../package-line.ts'
import { type Json, numberIn, objectIn, objectsIn, textIn, textsIn } from '../read-json.ts'
import { type Check, checkOf } from './verify-report.ts'

/** The hash of a plan's snapshot, made anew from its RFC 8785 canonical JSON, against the hash that the plan names. */
export function planHashCheck(plan: Json | null): Check {
  const check = 'plan hash of the snapshot'
  const snapshot = plan?.['snapshot']
  if (plan === null || !isRecord(snapshot)) return { check, ok: false, detail: 'There is no plan with a snapshot.' }
  const recomputed = hashOf(snapshot)
  const problem = `the snapshot has the hash ${recomputed}, the plan says ${textIn(plan, 'planHash')}`
  return checkOf(check, recomputed === plan['planHash'] ? [] : [problem], recomputed ?? '')
}

/** Orders, lines, quantities and prices of the package are those of the plan's snapshot. */
export function followsPlanCheck(plan: Json, invoice: Json): Check {
  const snapshot = objectIn(plan, 'snapshot')
  const orders = objectIn(objectIn(snapshot, 'inputs'), 'orders')
  const included = [...textsIn(objectIn(snapshot, 'decision'), 'included')].sort()
  const invoices = objectsIn(invoice, 'invoices')
  const invoiced = invoices.map((order) => textIn(order, 'orderId') ?? '').sort()
  const problems =
    JSON.stringify(included) === JSON.stringify(invoiced) ? [] : ['its orders are not those that the plan includes']
  for (const order of invoices) {
    const orderId = textIn(order, 'orderId') ?? ''
    problems.push(
      ...lineProblems(objectsIn(objectIn(orders, orderId), 'items'), order).map((problem) => `${orderId}: ${problem}`),
    )
  }
  return checkOf('customs package against the plan', problems, `${included.length} orders as they were planned`)
}

function lineProblems(planned: readonly Json[], order: Json): string[] {
  const lines = objectsIn(order, 'lines')
  if (lines.length !== planned.length) return [`it has ${lines.length} lines, planned ${planned.length}`]
  return planned.flatMap((item, index) => {
    const line = lines[index] ?? {}
    const isSame =
      lineIdAt(item, index) === line['lineId'] &&
      numberIn(item, 'quantity') === Number(line['quantity']) &&
      numberIn(item, 'unitValueUsd') === Number(line['unitValueUsd'])
    return isSame ? [] : [`line ${lineIdAt(item, index)} is not as it was planned`]
  })
}

function hashOf(snapshot: Json): string | null {
  try {
    return `sha256:${sha256Hex(canonicalJson(snapshot))}`
  } catch {
    return null
  }
}
