import type { PlanInputs } from '../../domain/rules/plan-inputs.ts'

/**
 * Rule, what is wrong, the inputs, and "severity code pointer" of what the rule finds on them, on 2026-11-21 where no
 * other day of entry is given.
 */
export type ActingCase = readonly [
  ruleId: string,
  wrong: string,
  inputs: PlanInputs,
  found: readonly string[],
  day?: string,
]

/** Rule, what is right, and inputs close to those that the rule acts on. */
export type QuietCase = readonly [ruleId: string, right: string, inputs: PlanInputs]

/** Pointers to the records of the complete inputs. */
export const productAt = '/products/prod_1'
export const orderAt = '/orders/ord_1'
export const lineAt = '/orders/ord_1/items/0'
