import type { RuleRecord } from '@entrygo/sdk/contract'

/** Day on which the rules of the engine were recorded. */
export const engineRuleRevision = '2026-11-21'
export const engineCitation = 'EntryGo protocol, planning rules'

const common = {
  variant: null,
  group: 'PLAN',
  effectiveFrom: null,
  effectiveTo: null,
  recordedAt: engineRuleRevision,
} as const

/** The rules that `engine-rules.ts` decides, as records like those of a pack. */
export const engineRules: readonly RuleRecord[] = [
  {
    ...common,
    ruleId: 'PLAN-01',
    scope: 'order',
    severity: 'BLOCK',
    messages: {
      NOT_ALLOWED: 'The order goes to {value} and the plan to {destination}; leave it out or correct its destination.',
    },
    fix: { field: 'destinationCountry', example: 'US', who: 'owner' },
    reads: ['destinationCountry'],
    citation: engineCitation,
    confidence: 'H',
  },
  {
    ...common,
    ruleId: 'PLAN-02',
    scope: 'order',
    severity: 'REVIEW',
    messages: {
      CHECK: 'The order left with export {export} already; leave it out unless it is to be exported twice.',
    },
    fix: { field: 'orderIds', example: 'orderIds without the order', who: 'warehouse' },
    reads: ['executedExport'],
    citation: engineCitation,
    confidence: 'H',
  },
  {
    ...common,
    ruleId: 'PLAN-03',
    scope: 'export',
    severity: 'INFO',
    messages: {
      NOTICE: 'The law changes on {date}, before the entry on {entryDate}: {change} Plan again after that day.',
    },
    fix: { field: 'estimatedEntryDate', example: '2026-11-24', who: 'owner' },
    reads: ['shipment.estimatedEntryDate'],
    citation: 'The source that the rule pack names for the change.',
    confidence: 'M',
  },
]
