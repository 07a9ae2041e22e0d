import { describeRule } from '../domain/planning/describe-rule.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { jsonReply } from './operation.ts'
import { ruleNotFound } from './refusals.ts'

export interface RuleParams {
  readonly ruleId: string
  /** `YYYY-MM-DD`. */
  readonly asOf?: string
}

/** Every record of one rule of the pack in use or of the engine; with `asOf` those in force on that day. */
export async function getRule({ ruleId, asOf }: RuleParams, _: Caller, ports: Ports): Promise<Reply | Refusal> {
  const data = describeRule(ports.rulePack, ruleId, asOf)
  return data === null ? ruleNotFound(ruleId) : jsonReply(200, { data })
}
