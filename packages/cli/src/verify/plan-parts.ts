import type { PlanSnapshot } from '@entrygo/sdk/contract'
import { isRecord } from '../input/record.ts'
import type { PlanCheck } from './plan-checks.ts'

/** The units as shown against those that were hashed: their orders, their entry type, and the value of their orders. */
export function unitsCheck(told: unknown, { decision, inputs }: PlanSnapshot): PlanCheck[] {
  if (told === undefined) return []
  const shown = (Array.isArray(told) ? told : []).map((unit) =>
    isRecord(unit) ? unitText(unit['entry_type'], unit['order_ids']) : 'no unit',
  )
  const hashed = (Array.isArray(decision.units) ? decision.units : []).map((unit) =>
    unitText(unit['entryType'], unit['orders']),
  )
  const units = { check: 'export units', field: 'export_units' }
  const wrong = firstDifference(shown, hashed)
  if (wrong !== undefined) return [{ ...units, ok: false, detail: wrong }]
  const values = (Array.isArray(told) ? told : []).flatMap((unit) => valueProblem(unit, inputs.orders))
  const value = { check: 'value of the units', field: 'export_units' }
  return [
    { ...units, ok: true, detail: `${hashed.length} hashed` },
    { ...value, ok: values.length === 0, detail: values[0] ?? 'the sum of their orders' },
  ]
}

function unitText(entryType: unknown, orders: unknown): string {
  return `type ${String(entryType)} of ${Array.isArray(orders) ? [...orders].map(String).sort().join(', ') : 'nothing'}`
}

/** The stored totals of the orders, which are hashed; a line with a customs value of its own has another rule. */
function valueProblem(unit: unknown, orders: PlanSnapshot['inputs']['orders']): string[] {
  if (!isRecord(unit) || !Array.isArray(unit['order_ids'])) return []
  let cents = 0
  for (const id of unit['order_ids'].map(String)) {
    const { totalValueUsd, items } = orders[id] ?? {}
    if (typeof totalValueUsd !== 'number' || !Array.isArray(items)) return []
    if (items.some((item) => isRecord(item) && item['customsValueUsd'] !== undefined)) return []
    cents += Math.round(totalValueUsd * 100)
  }
  if (Math.round(Number(unit['value_usd']) * 100) === cents) return []
  return [`the file says ${String(unit['value_usd'])} USD, and the hashed orders sum up to ${cents / 100} USD`]
}

/** The treatments as shown, without their words and without what else was possible, against those that were hashed. */
export function treatmentsCheck(told: unknown, hashed: PlanSnapshot['decision']['treatments']): PlanCheck[] {
  if (told === undefined) return []
  const shown = (Array.isArray(told) ? told : []).map(textOf)
  const wrong = firstDifference(shown, hashed.map(textOf))
  const named = { check: 'treatments', field: 'treatments' }
  return [{ ...named, ok: wrong === undefined, detail: wrong ?? `${hashed.length} lines` }]
}

const words: readonly string[] = ['why', 'citation', 'asks', 'alternatives']

/** One text for values that are equal, whatever the order of their members. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_name, member: unknown) =>
    isRecord(member)
      ? Object.fromEntries(
          Object.entries(member)
            .filter(([name]) => !words.includes(name))
            .sort(([a], [b]) => (a < b ? -1 : 1)),
        )
      : member,
  )
}

function firstDifference(shown: readonly string[], hashed: readonly string[]): string | undefined {
  if (shown.length !== hashed.length) return `the file has ${shown.length}, and the hashed value ${hashed.length}`
  const index = shown.findIndex((text, at) => text !== hashed[at])
  return index < 0 ? undefined : `the file says ${clip(shown[index])}, and the hashed value ${clip(hashed[index])}`
}

function clip(text = ''): string {
  return text.length > 160 ? `${text.slice(0, 159)}…` : text
}
