import { accessChecks } from './checks/access.ts'
import { artifactChecks } from './checks/artifacts.ts'
import { errorChecks } from './checks/errors.ts'
import { executeChecks } from './checks/execute.ts'
import { gateChecks } from './checks/gate.ts'
import { idempotencyChecks } from './checks/idempotency.ts'
import { inspectChecks } from './checks/inspect.ts'
import { contractChecks, headChecks, limitChecks } from './checks/limits.ts'
import { pageChecks } from './checks/pages.ts'
import { planChecks } from './checks/plan.ts'
import { replanChecks } from './checks/replan.ts'
import { syncChecks } from './checks/sync.ts'
import { tenantChecks } from './checks/tenants.ts'
import { webhookChecks } from './checks/webhooks.ts'
import type { Checks } from './world.ts'

/** How each requirement is tried. */
export const checks: Checks = {
  ...accessChecks,
  ...syncChecks,
  ...pageChecks,
  ...idempotencyChecks,
  ...planChecks,
  ...replanChecks,
  ...gateChecks,
  ...executeChecks,
  ...artifactChecks,
  ...inspectChecks,
  ...webhookChecks,
  ...tenantChecks,
  ...errorChecks,
  ...limitChecks,
  ...headChecks,
  ...contractChecks,
}
