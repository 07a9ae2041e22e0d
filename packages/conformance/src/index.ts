export { CannotBegin } from './cannot-begin.ts'
export { junitXml } from './report/junit.ts'
export type { ConformanceCounts, ConformanceFailure, ConformanceReport, ConformanceResult } from './report.ts'
export { groupOf, groups, type Need, needs, type Requirement } from './requirement.ts'
export { requirements } from './requirements.ts'
export { type ConformanceSettings, chosen, runConformance } from './run.ts'
export type { WebhookPlace } from './webhook-listener.ts'

/** The version of this package. */
export const version = '0.1.0'
