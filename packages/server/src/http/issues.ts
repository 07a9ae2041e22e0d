import type { Issue, IssueCode } from '@entrygo/sdk/contract'
import type { ErrorObject } from 'ajv/dist/2020.js'
import { pathText, shortened, shownValue } from './readable-text.ts'
import { maxIssues } from './schema-keywords.ts'

/** What is wrong with a value, in the order it was found: each place and kind once, at most {@link maxIssues}. */
export function issuesOf(errors: readonly ErrorObject[], root = ''): Issue[] {
  const issues = new Map<string, Issue>()
  for (const error of errors) {
    if (issues.size === maxIssues) break
    // Each refused property name comes twice: from its own schema, and as `propertyNames` with the object's path.
    if (error.propertyName !== undefined) continue
    const issue = issueOf(error, root)
    const key = `${issue.path} ${issue.code}`
    if (!issues.has(key)) issues.set(key, issue)
  }
  return [...issues.values()]
}

function issueOf(error: ErrorObject, root: string): Issue {
  const { code, message, below = '' } = (faults[error.keyword] ?? otherFault)(error)
  const path = [root, ...pointerNames(error.instancePath), below].filter((name) => name !== '').join('.')
  return { path: pathText(path), message, code }
}

interface Fault {
  readonly code: IssueCode
  readonly message: string
  /** The property or item below the error's own place. */
  readonly below?: string
}

const faults: Readonly<Record<string, (error: ErrorObject) => Fault>> = {
  required: ({ params }) => ({
    code: 'invalid_type',
    message: `Required. Send ${shortened(String(params['missingProperty']))}.`,
    below: String(params['missingProperty']),
  }),
  type: ({ params, data }) => ({
    code: 'invalid_type',
    message: `Expected ${params['type']}, received ${received(data)}. Send ${article(params['type'])}.`,
  }),
  'x-known-names': ({ params }) => ({
    code: 'unrecognized_keys',
    message: `The property ${shortened(String(params['name']))} is not known here. Remove it; known are ${listed(params['known'])}.`,
    below: String(params['name']),
  }),
  enum: ({ params, data }) => ({
    code: 'invalid_enum_value',
    message: `${shownValue(data)} is not allowed. Send one of ${listed(params['allowedValues'])}.`,
  }),
  const: ({ params, data }) => ({
    code: 'invalid_literal',
    message: `${shownValue(data)} is not allowed. Send ${shownValue(params['allowedValue'])}.`,
  }),
  format: (error) => ({
    code: String(error.params['format']).startsWith('date') ? 'invalid_date' : 'invalid_string',
    message: `${given(error)} is not a valid ${String(error.params['format'])}. ${remedy(error)}`,
  }),
  pattern: (error) => ({ code: 'invalid_string', message: `${given(error)} cannot be read. ${remedy(error)}` }),
  minLength: (error) => ({
    code: 'too_small',
    message: `${given(error)} is shorter than ${error.params['limit']} characters. ${remedy(error)}`,
  }),
  maxLength: (error) => ({
    code: 'too_big',
    message: `The text has more than ${error.params['limit']} characters. Shorten it.`,
  }),
  minItems: ({ params }) => ({
    code: 'too_small',
    message: `The list has fewer than ${params['limit']} items. Give at least ${params['limit']}.`,
  }),
  maxItems: ({ params, data }) => ({
    code: 'too_big',
    message: `The list has ${Array.isArray(data) ? data.length : 'more'} items, at most ${params['limit']} are allowed. Send several requests.`,
  }),
  maxProperties: ({ params }) => ({
    code: 'too_big',
    message: `The object has more than ${params['limit']} properties. Send fewer.`,
  }),
  minimum: ({ params, data }) => ({
    code: 'too_small',
    message: `${shownValue(data)} is less than ${params['limit']}. Give at least ${params['limit']}.`,
  }),
  exclusiveMinimum: ({ params, data, instancePath }) => ({
    code: 'too_small',
    message: `${shownValue(data)} is not greater than ${params['limit']}. Give a ${pointerNames(instancePath).at(-1) ?? 'value'} above ${params['limit']}.`,
  }),
  maximum: ({ params, data }) => ({
    code: 'too_big',
    message: `${shownValue(data)} is more than ${params['limit']}. Give at most ${params['limit']}.`,
  }),
  'x-max-decimals': ({ schema, data }) => ({
    code: 'not_multiple_of',
    message: `${shownValue(data)} has more than ${String(schema)} decimals. Round it to ${String(schema)}.`,
  }),
  multipleOf: ({ params, data }) => ({
    code: 'not_multiple_of',
    message: `${shownValue(data)} is not a multiple of ${params['multipleOf']}. Round it.`,
  }),
  'x-unique': ({ params }) => ({
    code: 'duplicate',
    message: 'The same item stands earlier in the list. Name each once.',
    below: String(params['index']),
  }),
  propertyNames: ({ params }) => ({
    code: 'unrecognized_keys',
    message: `The property ${shortened(String(params['propertyName']))} cannot be read as a name. Rename or remove it.`,
    below: String(params['propertyName']),
  }),
  not: (error) => ({ code: 'custom', message: `${given(error)} is not allowed here. ${remedy(error)}` }),
}

function otherFault(error: ErrorObject): Fault {
  return { code: 'custom', message: `${given(error)} breaks the contract (${error.keyword}). ${remedy(error)}` }
}

// A write-only value must not come back, not even in a refusal.
function given({ data, parentSchema }: ErrorObject): string {
  return parentSchema?.['writeOnly'] === true ? 'The value' : shownValue(data)
}

function remedy({ parentSchema }: ErrorObject): string {
  const { description, examples } = parentSchema ?? {}
  const rule = typeof description === 'string' ? description.replaceAll(/\s+/g, ' ') : 'See /docs/api/openapi.'
  const example =
    Array.isArray(examples) && parentSchema?.['writeOnly'] !== true ? ` Example: ${String(examples[0])}` : ''
  return `Expected: ${rule}${example}`
}

function listed(values: unknown): string {
  const text = Array.isArray(values) ? values.map(String).join(', ') : ''
  return text === '' ? 'none' : shortened(text, 900)
}

function received(value: unknown): string {
  return typeof value === 'object' ? shownValue(value) : `${typeof value} ${shownValue(value)}`
}

function article(type: unknown): string {
  const name = Array.isArray(type) ? type.join(' or ') : String(type)
  return `${/^[aeio]/.test(name) ? 'an' : 'a'} ${name}`
}

function pointerNames(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((name) => name.replaceAll('~1', '/').replaceAll('~0', '~'))
}
