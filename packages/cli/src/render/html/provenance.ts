import type { Export, ExportPlan } from '@entrygo/sdk/contract'
import { becauseInWords } from '../facts/headline.ts'
import { entriesTable } from './headline.ts'
import { type Html, html } from './html-text.ts'

/** Which plan, under which law, of what: enough to check the report against the plan. */
export function provenance(plan: ExportPlan | Export): Html {
  const { planHash, rulePack, warehouseId, brokerId, strategy, policy, flags } = plan
  const { id, version, asOf, validFrom, validThrough, digest, groups } = rulePack
  const partial = flags.includes('RULES_PARTIAL') ? ' Groups that are not listed were not looked at.' : ''
  const facts: readonly (readonly [string, Html])[] = [
    ['Plan hash', html`<code class="hash">${planHash}</code>`],
    ['Rule pack', html`${id}-${version} <code class="hash">${digest}</code>`],
    ['Law as of', html`${asOf} <span class="soft">the pack covers ${validFrom} to ${validThrough}</span>`],
    ['Looked at', html`${groups.join(', ')}.${partial}`],
    ['Flags', html`${flags.length === 0 ? 'none' : flags.join(', ')}`],
    [
      'Approval',
      html`${policy.requiresApproval ? `needed: ${policy.because.map(becauseInWords).join('; ')}` : 'the account asks for none'}`,
    ],
    ['Strategy', html`${strategy.hint}: ${strategy.reasons.join(' ')}`],
    ['Warehouse', html`<code>${warehouseId}</code>`],
    ['Broker', html`<code>${brokerId}</code>`],
  ]
  return html`<section class="provenance"><h2>Where this comes from</h2>
${entriesTable(plan)}
<dl class="wide">
${facts.map(([label, value]) => html`<div><dt>${label}</dt><dd>${value}</dd></div>\n`)}</dl></section>`
}
