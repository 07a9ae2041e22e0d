import { centsText } from '../../customs/money.ts'
import type { ExportFacts } from '../export-facts.ts'
import { placeInRecord } from '../facts.ts'
import { type ExportPredicate, nothing, textListArgument, wholeNumberArgument } from '../predicate.ts'
import { adCvdFacts, adCvdOrders } from './ad-cvd.ts'
import { isOver, valueOfLines } from './shipment.ts'

/**
 * The units of the export are entered as the type that is wished for. Without a wish nothing is to be said; types that
 * another rule refuses are left to it. 03 is open to all goods, so that wish is always kept.
 */
export const entryTypeWishKept: ExportPredicate = {
  codes: () => ['CHECK'],
  args: ['upToUsd', 'refused'],
  reads: () => ['shipment.entryType', 'profile.importer.isUsIor', ...adCvdFacts, ...valueOfLines],
  bind: (args) => {
    const upToUsd = wholeNumberArgument(args, 'upToUsd')
    const refused = textListArgument(args, 'refused')
    return (facts) => {
      const wish = facts.inputs.shipment.entryType
      if (wish === undefined || wish === '03' || refused.includes(wish)) return nothing
      const reasons = reasonsAgainst(wish, facts, upToUsd)
      if (facts.products.length === 0 || reasons.length === 0) return nothing
      const planned = formalTypes(facts)
      const [only = ''] = planned
      return [
        {
          code: 'CHECK',
          field: 'entryType',
          place: placeInRecord('shipment', 'entryType'),
          values: { value: wish, planned: planned.join(' and '), reason: reasons.join('; ') },
          ...(planned.length === 1 ? { expected: planned, example: only } : {}),
        },
      ]
    }
  },
}

function reasonsAgainst(wish: string, facts: ExportFacts, upToUsd: number): string[] {
  const { inputs, valueCents } = facts
  const isInformal = wish === '11'
  const against: readonly (readonly [boolean, string])[] = [
    [wish === '06', 'this version plans no entry from a foreign-trade zone'],
    [
      adCvdOrders(facts).includes(true),
      'goods that may be under an antidumping or countervailing duty order need type 03',
    ],
    [isInformal && isOver(facts, upToUsd), `the shipment is worth ${centsText(valueCents)} USD, over ${upToUsd} USD`],
    [isInformal && inputs.profile.importer?.isUsIor !== true, 'the importer is not known to be a US importer'],
  ]
  return against.filter(([holds]) => holds).map(([, reason]) => reason)
}

/** What the orders are entered as when informal entry is not open: those with AD/CVD goods apart. */
function formalTypes(facts: ExportFacts): string[] {
  return [...new Set(adCvdOrders(facts).map((isCandidate) => (isCandidate ? '03' : '01')))].sort()
}
