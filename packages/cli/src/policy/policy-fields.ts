import type { GatePolicy } from '@entrygo/sdk'
import { flags, readinessStates } from '@entrygo/sdk/contract'
import { CommandError } from '../errors.ts'
import { isRecord } from '../input/record.ts'
import { type PlacedFields, readPlacedFields } from './policy-text.ts'

/** The policy in a text of JSON or YAML. Throws `POLICY_INVALID` with the line and the field. */
export function policyIn(text: string, name: string): GatePolicy {
  const fields = readPlacedFields(text, name)
  for (const [field, value] of fields.values) {
    if (field === '$schema') continue
    const problem = isField(field) ? checks[field](value) : `is no field of a policy: use ${policyFields.join(', ')}`
    if (problem !== undefined) throw invalid(`${placeOf(fields, field)}: ${quoted(field)} ${problem}.`, nameOf(field))
  }
  const policy = Object.fromEntries([...fields.values].filter(([field]) => field !== '$schema'))
  if (isChecked(policy)) return policy
  throw new Error('The policy was not checked.')
}

/** What each field must be; the text of what is wrong, or nothing. */
type FieldCheck = (value: unknown) => string | undefined

const checks: Readonly<Record<keyof GatePolicy, FieldCheck>> = {
  allowedReadiness: (value) =>
    listProblem(value, (one) => {
      if (one === 'BLOCKED') return 'names BLOCKED, which never passes: leave it out'
      return readinessStates.some((known) => known === one)
        ? undefined
        : `names ${quoted(one)}: use READY or REVIEW_REQUIRED`
    }),
  maxValueUsd: (value) =>
    typeof value === 'number' && Number.isFinite(value) && value >= 0
      ? undefined
      : 'must be a number of US dollars, 0 or more, such as 2500',
  brokerIds: (value) =>
    listProblem(value, (one) =>
      /^br_[A-Za-z0-9_-]{1,58}$/.test(one) ? undefined : `names ${quoted(one)}: a broker id begins with br_`,
    ),
  allowedFlags: (value) => listProblem(value, flagProblem),
  personFlags: (value) => listProblem(value, flagProblem),
  allowExclusions: (value) => (typeof value === 'boolean' ? undefined : 'must be true or false'),
}

export const policyFields: readonly string[] = Object.keys(checks)

function isField(name: string): name is keyof GatePolicy {
  return Object.hasOwn(checks, name)
}

/** Every field went through its check. */
function isChecked(policy: object): policy is GatePolicy {
  return Object.entries(policy).every(([field, value]) => isField(field) && checks[field](value) === undefined)
}

function listProblem(value: unknown, problemOf: (one: string) => string | undefined): string | undefined {
  if (!Array.isArray(value)) return 'must be a list'
  const items: readonly unknown[] = value
  if (items.length > maxItems) return `has ${items.length} items: at most ${maxItems} are read`
  for (const item of items) {
    if (typeof item !== 'string')
      return `must be a list of texts, and holds ${isRecord(item) ? 'an object' : 'something else'}`
    const problem = problemOf(item)
    if (problem !== undefined) return problem
  }
  return undefined
}

const maxItems = 1000

/** A flag with a typing error would ask nobody, so it has to be one that a plan can carry. */
function flagProblem(pattern: string): string | undefined {
  const [stem = '', rest] = pattern.split('*', 2)
  if (rest === undefined) {
    return flags.some((flag) => flag === pattern) ? undefined : `names ${quoted(pattern)}, which no plan carries`
  }
  if (!pattern.endsWith('*') || pattern.indexOf('*') !== pattern.length - 1) {
    return `names ${quoted(pattern)}: * stands at the end alone`
  }
  return flags.some((flag) => flag.startsWith(stem)) ? undefined : `names ${quoted(pattern)}, which no flag begins with`
}

/** A name is shown; any other text stays in its file, so that no message speaks with words from elsewhere. */
function quoted(text: string): string {
  return /^[\w*.$-]{1,60}$/.test(text) ? `"${text}"` : 'a text'
}

function nameOf(field: string): string {
  return /^[\w.$-]{1,60}$/.test(field) ? field : '--policy'
}

function placeOf({ name, lines }: PlacedFields, field: string): string {
  const line = lines.get(field)
  return line === undefined ? name : `${name} line ${line}`
}

function invalid(message: string, field: string): CommandError {
  return new CommandError('POLICY_INVALID', message, { field })
}
