import { checks } from './checks.ts'
import { failureOf, unanswered } from './failure.ts'
import type { ConformanceResult } from './report.ts'
import type { Need, Requirement } from './requirement.ts'
import type { ConformanceSettings } from './run.ts'
import type { Trial, World } from './world.ts'

/**
 * Tries one after the other. A server that answers nothing to some of them in a row is not asked any more: each further one
 * would take the time of a request to say the same.
 */
export async function tryAll(
  asked: readonly Requirement[],
  world: World,
  settings: ConformanceSettings,
): Promise<{ readonly results: readonly ConformanceResult[]; readonly stopped: string | null }> {
  const results: ConformanceResult[] = []
  let silent: readonly string[] = []
  for (const requirement of asked) {
    settings.signal?.throwIfAborted()
    const heard = world.answers.length
    const because = silent.length < mostSilent ? undefined : `the server answered nothing to ${silent.join(', ')}`
    const result: ConformanceResult =
      because === undefined
        ? await tried(requirement, world, settings)
        : { ...requirement, outcome: 'skipped', ms: 0, because }
    const isUnheard = result.failure?.expected === unanswered && world.answers.length === heard
    if (isUnheard) silent = [...silent, requirement.id]
    else if (result.outcome !== 'skipped') silent = []
    results.push(result)
    settings.onResult?.(result)
  }
  const isStopped = silent.length >= mostSilent
  return { results, stopped: isStopped ? `The server answered nothing to ${silent.join(', ')}.` : null }
}

/** A server that restarts is away for one or two. */
const mostSilent = 3

async function tried(
  requirement: Requirement,
  world: World,
  settings: ConformanceSettings,
): Promise<ConformanceResult> {
  const lacking = (requirement.needs ?? []).filter((need) => !isGiven(need, settings))
  if (lacking.length > 0) {
    const because = `needs ${lacking.map((need) => wanted[need]).join(' and ')}`
    return { ...requirement, outcome: 'skipped', ms: 0, because }
  }
  const check = checks[requirement.id]
  if (check === undefined) throw new Error(`${requirement.id} has no check`)
  const started = performance.now()
  const since = (): number => Math.round(performance.now() - started)
  const trial: Trial = {
    ...world,
    requirement: requirement.id,
    name: (of) => `${world.prefix}-${requirement.id}-${of}`,
  }
  try {
    await check(trial)
    return { ...requirement, outcome: 'holds', ms: since() }
  } catch (error) {
    world.signal.throwIfAborted()
    const secrets = [settings.apiKey, settings.otherApiKey ?? '', settings.readApiKey ?? ''].filter((key) => key !== '')
    return { ...requirement, outcome: 'fails', ms: since(), failure: failureOf(error, secrets) }
  }
}

/** How the command line names what is needed. */
export const wanted: Readonly<Record<Need, string>> = {
  execute: '--allow-execute',
  'other-account': '--other-api-key-file',
  'read-key': '--read-api-key-file',
  'webhook-url': '--webhook-url',
}

/** Whether the settings have what is needed. */
export function isGiven(need: Need, { allowsExecute, otherApiKey, readApiKey, webhook }: ConformanceSettings): boolean {
  if (need === 'execute') return allowsExecute === true
  return { 'other-account': otherApiKey, 'read-key': readApiKey, 'webhook-url': webhook }[need] !== undefined
}
