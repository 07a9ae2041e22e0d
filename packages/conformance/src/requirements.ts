import type { Requirement } from './requirement.ts'
import { accessRequirements, tenantRequirements } from './requirements/access.ts'
import { artifactRequirements, executeRequirements } from './requirements/execute.ts'
import { inspectRequirements, webhookRequirements } from './requirements/inspect.ts'
import { gateRequirements, planRequirements } from './requirements/plan.ts'
import {
  contractRequirements,
  errorRequirements,
  headRequirements,
  limitRequirements,
} from './requirements/refusals.ts'
import { idempotencyRequirements, pageRequirements, syncRequirements } from './requirements/sync.ts'

/** What an implementation of the protocol keeps, in the order in which it is tried. */
export const requirements: readonly Requirement[] = [
  ...accessRequirements,
  ...syncRequirements,
  ...pageRequirements,
  ...idempotencyRequirements,
  ...planRequirements,
  ...gateRequirements,
  ...executeRequirements,
  ...artifactRequirements,
  ...inspectRequirements,
  ...webhookRequirements,
  ...tenantRequirements,
  ...errorRequirements,
  ...limitRequirements,
  ...headRequirements,
  ...contractRequirements,
]
