import type { ExportPlan } from '@entrygo/sdk/contract'

/** One screen for a person: worth, questions with their remedy and source, and how each line is treated. */
export function showReview(title: string, plan: ExportPlan): void {
  const { validationMessages, treatments, export_units, flags, policy, planHash } = plan
  const worth = export_units.map(({ value_usd }) => value_usd).join(' + ')
  console.log(`${title}\n${'─'.repeat(title.length)}`)
  console.log(`${plan.included_order_ids.length} order(s), ${worth} USD, ${planHash}`)
  console.log(`A person is asked because of ${policy.because.join(', ')}; flags ${flags.join(', ')}`)
  for (const { severity, ruleId, message, citation } of validationMessages) {
    if (severity === 'REVIEW') console.log(`  ${ruleId}  ${message}\n          ${citation}`)
  }
  for (const { line_id, htsCode, countryOfOrigin, trade_actions } of treatments) {
    console.log(`  line ${line_id}: HTSUS ${htsCode ?? 'not known'}, origin ${countryOfOrigin ?? 'not known'}`)
    for (const { heading, program, status, rate } of trade_actions) {
      if (status === 'applies') console.log(`    ${heading ?? 'no heading'}  ${program}  ${rate}`)
    }
  }
}
