import type { PlanBody } from '../records.ts'
import type { Steps } from '../work-in-steps.ts'
import type { Decided } from './snapshot.ts'
import { pushTreatments } from './treatments-text.ts'

/**
 * The body or the decision of a plan as `JSON.stringify` writes it, to the byte and several times as fast: most of it are
 * treatments, whose lists thousands of lines share. Some hundred lines are a step.
 */
export function* planText(part: PlanBody | Decided): Steps<string> {
  const parts: string[] = []
  let before = '{'
  for (const [name, member] of Object.entries(part)) {
    parts.push(`${before}"${name}":`)
    if (member === part.treatments) yield* pushTreatments(parts, part.treatments, JSON.stringify)
    else parts.push(JSON.stringify(member))
    before = ','
    yield
  }
  parts.push('}')
  return parts.join('')
}
