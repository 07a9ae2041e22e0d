import type { ReadinessState, Strategy } from '@entrygo/sdk/contract'
import { centsText } from '../customs/money.ts'
import type { Grouping } from './export-units.ts'

/**
 * How the goods could be entered: the first in the order HOLD, SPLIT, FORMAL_03, INFORMAL_11, FORMAL_01_CONSOLIDATED
 * whose condition holds, the last when none does (protocol §3.2). The reasons are for people and never hashed.
 */
export function strategyOf(
  readiness: ReadinessState,
  excludedCount: number,
  { units, valueCents }: Grouping,
): Strategy {
  const value = `${centsText(valueCents)} USD`
  if (units.length === 0) return hint('HOLD', 'No order is left that could be entered.')
  if (readiness === 'BLOCKED') return hint('HOLD', 'A finding about the whole shipment blocks the entry.')
  if (excludedCount > 0)
    return hint(
      'SPLIT',
      `${excludedCount} blocked ${excludedCount === 1 ? 'order is' : 'orders are'} left out; the rest goes on.`,
    )
  const types = new Set(units.map(({ entryType }) => entryType))
  if (types.has('03')) return hint('FORMAL_03', 'Goods may be under an antidumping or countervailing duty order.')
  if (types.has('11'))
    return hint('INFORMAL_11', `The shipment of ${value} is within 2,500.00 USD and the importer is a US importer.`)
  return hint('FORMAL_01_CONSOLIDATED', `One importer enters the shipment of ${value} formally.`)
}

function hint(name: Strategy['hint'], reason: string): Strategy {
  return { hint: name, reasons: [reason] }
}
