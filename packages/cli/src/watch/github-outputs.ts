import { randomUUID } from 'node:crypto'
import { isRecord } from '../input/record.ts'
import type { Heard } from './github.ts'

/** Names and values of the outputs of a step, always all of them: what is not known is empty. */
export function outputsOf(
  heard: Heard,
  { exitCode, planFile = '' }: { readonly exitCode: number; readonly planFile: string | undefined },
): readonly (readonly [string, string])[] {
  const sources = sourcesOf(heard)
  const text = (name: string): string => {
    const found = sources.map((source) => source[name]).find((value) => typeof value === 'string')
    return typeof found === 'string' ? found : ''
  }
  const submission = sources.map((source) => source['broker_submission']).find(isRecord)
  const gate = sources.map((source) => source['gate']).find(isRecord)
  return [
    ['exit-code', String(exitCode)],
    ['error-code', heard.failure?.errorCode ?? ''],
    ['export-id', text('exportId')],
    ['plan-hash', text('planHash')],
    ['readiness', text('readinessState')],
    ['requires-approval', requiresApproval(heard, sources)],
    ['decision', typeof gate?.['decision'] === 'string' ? gate['decision'] : text('decision')],
    ['state', text('state')],
    ['submission-status', typeof submission?.['status'] === 'string' ? submission['status'] : ''],
    ['customs-package-id', text('customs_package_id')],
    ['idempotency-key', heard.failure?.idempotencyKey ?? heard.answer?.idempotencyKey ?? ''],
    ['plan-file', planFile],
  ]
}

/** The answer, and what a `run` answers each step with; of a failure the facts behind it. */
export function sourcesOf({ answer, failure }: Heard): readonly Readonly<Record<string, unknown>>[] {
  const data: unknown = failure === undefined ? answer?.data : failure.data
  if (!isRecord(data)) return []
  return [data, data['export'], data['plan'], data['execution']].filter(isRecord)
}

/** Whether somebody has to approve before it can be executed. */
function requiresApproval({ failure }: Heard, sources: readonly Readonly<Record<string, unknown>>[]): string {
  if (failure?.errorCode === 'APPROVAL_REQUIRED') return 'true'
  const gate = sources.map((source) => source['gate']).find(isRecord)
  if (gate?.['decision'] === 'ask') return 'true'
  const state = sources.map((source) => source['state']).find((value) => typeof value === 'string')
  if (state !== undefined) return String(state === 'awaiting_approval')
  const policy = sources.map((source) => source['policy']).find(isRecord)
  return policy === undefined ? '' : String(policy['requiresApproval'] === true)
}

/** One output as the file of a step takes it: nobody who writes the value knows its end. */
export function fileCommand(name: string, value: string): string {
  const end = `entrygo_${randomUUID()}`
  return `${name}<<${end}\n${value}\n${end}\n`
}
