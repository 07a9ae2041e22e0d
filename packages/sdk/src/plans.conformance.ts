import type { Export, ExportPlan } from './contract/index.ts'
import { exampleNamed } from './testing/index.ts'

/** The contract's example of a READY plan. */
export function planReady(): ExportPlan {
  return JSON.parse(JSON.stringify(exampleNamed('PlanReady')))
}

/** The same plan with other values, also such as no server of this version sends. */
export function withValues(values: Readonly<Record<string, unknown>>): ExportPlan {
  return JSON.parse(JSON.stringify({ ...planReady(), ...values }))
}

/** The contract's example of an inspected export, with other values. */
export function inspected(values: Readonly<Record<string, unknown>> = {}): Export {
  return JSON.parse(JSON.stringify({ ...JSON.parse(JSON.stringify(exampleNamed('Inspected'))), ...values }))
}
