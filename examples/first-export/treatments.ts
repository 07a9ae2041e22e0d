import type { ExportPlan, LineTreatment } from '@entrygo/sdk/contract'
import { check } from './checks.ts'

/** Goods of the shop, and the heading under which customs takes them. */
const expected = [
  { sku: 'KNIFE-CHEF', article: 'a metal product', headings: ['9903.82.09', '9903.05.90'] },
  { sku: 'TEE-NAVY-M', article: 'apparel', headings: ['9903.05.94'] },
  { sku: 'SYRUP-500', article: 'food', headings: ['9903.05.93'] },
  { sku: 'TOY-BLOCKS', article: 'a toy', headings: ['9903.05.94'] },
] as const

/** Shows what the plan decided for four kinds of goods: heading, program, status and why. */
export function showTreatments({ treatments }: ExportPlan, productIds: ReadonlyMap<string, string>): void {
  for (const { sku, article, headings } of expected) {
    const treatment = treatments.find(({ product_id }) => product_id === productIds.get(sku))
    if (treatment === undefined) throw new Error(`The plan has no treatment of ${sku}.`)
    show(sku, treatment)
    const applied = treatment.trade_actions.filter(({ status }) => status === 'applies').map(({ heading }) => heading)
    check(
      headings.every((heading) => applied.includes(heading)),
      `${article} is treated under ${headings.join(' and ')}`,
    )
  }
}

function show(sku: string, { htsCode, countryOfOrigin, trade_actions, pga }: LineTreatment): void {
  console.log(`\n  ${sku}, HTSUS ${htsCode ?? 'not known'}, origin ${countryOfOrigin ?? 'not known'}`)
  for (const { heading, program, status, rate, why } of trade_actions) {
    console.log(`    ${heading ?? 'no heading'}  ${program}  ${status}  ${rate}\n      ${why}`)
  }
  for (const { program, agency, status } of pga) console.log(`    ${agency}  ${program}  ${status}`)
}
