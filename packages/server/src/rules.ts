/** Rules without a server, for tools that check data offline. Only `loadRulePack` reads files. */
export { displayHtsNumber, normalizeHtsNumber, parseHtsNumber } from './domain/customs/hts-number.ts'
export { easternDate } from './domain/dates.ts'
export type { CodeListRow } from './domain/lists/code-lists.ts'
export { isInForce } from './domain/lists/dated-records.ts'
export { describeRule } from './domain/planning/describe-rule.ts'
export { wireFinding } from './domain/planning/wire-findings.ts'
export {
  evaluateExport,
  evaluateOrders,
  evaluateProduct,
  type OrderEvaluation,
  type ProductEvaluation,
} from './domain/rules/evaluate.ts'
export { lawDateOf } from './domain/rules/facts.ts'
export { compareFindings, distinctFindings, type Finding } from './domain/rules/findings.ts'
export type { PlanInputs } from './domain/rules/plan-inputs.ts'
export { type RulePackFiles, readRulePack } from './domain/rules/read-rule-pack.ts'
export { type ResolvedRules, type RulePack, resolveRules } from './domain/rules/rule-pack.ts'
export { rulePackDigest } from './domain/rules/rule-pack-digest.ts'
export { RulePackError, type RulePackProblem } from './domain/rules/rule-pack-error.ts'
export { productReader, type ReadProduct } from './product-input.ts'
export { loadRulePack, shippedRulePackFolder } from './rule-pack-files.ts'
