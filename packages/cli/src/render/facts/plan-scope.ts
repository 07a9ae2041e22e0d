import type { ExportPlan } from '@entrygo/sdk/contract'

/** What is read of a plan for its first lines: orders in and out, value, who has something to do, and the law. */
export type PlanScope = Pick<
  ExportPlan,
  | 'included_order_ids'
  | 'excluded_order_ids'
  | 'export_units'
  | 'validationMessages'
  | 'missing_data'
  | 'treatments'
  | 'rulePack'
  | 'policy'
>
