import type { ReadinessState, Strategy } from '@entrygo/sdk/contract'
import { centsText } from '../customs/money.ts'
import { type Grouping, informalLimitCents } from './export-units.ts'

/** What the choice of a strategy rests on. */
export interface StrategyGround {
  readonly readiness: ReadinessState
  readonly excludedCount: number
  readonly grouping: Grouping
  /** Rules with a BLOCK on the shipment as a whole. */
  readonly blockingRuleIds: readonly string[]
  readonly importer: { readonly name?: string | undefined; readonly isUsIor?: boolean | undefined }
  readonly consigneeCount: number
  /** AD/CVD cases that the included goods may be under, as far as they are named. */
  readonly cases: readonly string[]
  /** The entry type that the shipment asks for. */
  readonly wish: string | undefined
}

/**
 * How the goods could be entered: the first in the order HOLD, SPLIT, FORMAL_03, INFORMAL_11, FORMAL_01_CONSOLIDATED
 * whose condition holds, the last when none does (protocol §3.2); never duty-free entry of small shipments. The reasons
 * state every condition that holds, not only the one that decides; they are for people and never hashed.
 */
export function strategyOf(ground: StrategyGround): Strategy {
  const { readiness, excludedCount, grouping } = ground
  const { units } = grouping
  if (units.length === 0) return { hint: 'HOLD', reasons: [heldReason(excludedCount)] }
  const left = excludedCount === 0 ? [] : [splitReason(excludedCount)]
  const reasons = [...left, ...entryReasons(ground)]
  if (readiness === 'BLOCKED') return { hint: 'HOLD', reasons: [shipmentReason(ground), ...reasons] }
  if (excludedCount > 0) return { hint: 'SPLIT', reasons }
  const types = new Set(units.map(({ entryType }) => entryType))
  if (types.has('03')) return { hint: 'FORMAL_03', reasons }
  return { hint: types.has('11') ? 'INFORMAL_11' : 'FORMAL_01_CONSOLIDATED', reasons }
}

function heldReason(excludedCount: number): string {
  return excludedCount === 1
    ? 'The only order is blocked; none is left that could be entered.'
    : `All ${excludedCount} orders are blocked; none is left that could be entered.`
}

function splitReason(excludedCount: number): string {
  return `${excludedCount} blocked ${excludedCount === 1 ? 'order is' : 'orders are'} left out; the rest goes on.`
}

function shipmentReason({ blockingRuleIds }: StrategyGround): string {
  return `A finding about the whole shipment blocks the entry: ${blockingRuleIds.join(', ')}.`
}

function entryReasons(ground: StrategyGround): string[] {
  return [...adCvdReasons(ground), valueReason(ground), ...consigneeReasons(ground)]
}

function adCvdReasons({ grouping, cases, wish }: StrategyGround): string[] {
  if (grouping.adCvd.length > 0) {
    const named = cases.length === 0 ? '' : ` (${cases.slice(0, maxNamed).join(', ')})`
    return [
      `Goods may be under an antidumping or countervailing duty order${named}: they are entered as type 03, never informally.`,
    ]
  }
  return wish === '03' ? ['The shipment asks for entry type 03.'] : []
}

function valueReason({ grouping, importer, wish }: StrategyGround): string {
  const { valueCents, adCvd } = grouping
  const value = `The shipment of ${centsText(valueCents)} USD is`
  const limit = '2,500.00 USD'
  if (valueCents > informalLimitCents) return `${value} over ${limit}: formal entry, with a bond.`
  const within = `${value} within ${limit}`
  if (importer.isUsIor === undefined) return `${within}, but nothing says whether the importer is a US importer.`
  if (!importer.isUsIor) return `${within}, but the importer is not a US importer: formal entry.`
  if (adCvd.length > 0) return `${within}, but goods under such an order are never entered informally.`
  if (wish !== undefined && wish !== '11') return `${within}, but another entry type than 11 is asked for.`
  return `${within} and the importer is a US importer.`
}

function consigneeReasons({ importer, consigneeCount }: StrategyGround): string[] {
  if (consigneeCount < 2) return []
  const who = importer.name === undefined ? '' : `, ${importer.name},`
  return [`One importer of record${who} enters for ${consigneeCount} consignees.`]
}

// A reason stays readable; the findings name every case.
const maxNamed = 10
