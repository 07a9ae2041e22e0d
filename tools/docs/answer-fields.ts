import { contractDocument } from '../../packages/sdk/src/contract/document.ts'
import { operations } from '../../packages/sdk/src/contract/operations.ts'

/** The source of packages/cli/src/answer-fields.ts: what every answer of an operation has at its top. */
export function answerFieldsSource(): string {
  const rows = Object.entries(operations).flatMap(([operation, { method, path, successStatuses }]) => {
    const names = requiredNames(answerOf({ method, path, status: successStatuses[0] ?? 200 }))
    return names.length === 0 ? [] : [row(operation, names)]
  })
  return [
    '// Generated from the contract. Do not edit: run node --conditions=entrygo-src tools/docs/write-cli-reference.ts',
    '',
    '/** The properties that every JSON answer of an operation has at its top, parted by blanks; one that answers a file is not here. */',
    'export const answerFields: Readonly<Record<string, string>> = {',
    ...rows,
    '}',
    '',
  ].join('\n')
}

/** As the formatter leaves it. */
function row(operation: string, names: readonly string[]): string {
  const text = `'${names.join(' ')}',`
  return `  ${operation}: ${text}`.length > 120 ? `  ${operation}:\n    ${text}` : `  ${operation}: ${text}`
}

interface Answered {
  readonly method: string
  readonly path: string
  readonly status: number
}

function answerOf({ method, path, status }: Answered): unknown {
  const names = [
    'paths',
    path,
    method.toLowerCase(),
    'responses',
    String(status),
    'content',
    'application/json',
    'schema',
  ]
  return names.reduce<unknown>((part, name) => resolved(propertyOf(part, name)), contractDocument)
}

function requiredNames(given: unknown): string[] {
  const schema = resolved(given)
  const all = propertyOf(schema, 'allOf')
  const parts = Array.isArray(all) ? all.flatMap(requiredNames) : []
  const required = propertyOf(schema, 'required')
  return [...new Set([...parts, ...(Array.isArray(required) ? required.map(String) : [])])]
}

function resolved(value: unknown): unknown {
  const reference = propertyOf(value, '$ref')
  if (typeof reference !== 'string') return value
  return resolved(reference.replace('#/', '').split('/').reduce<unknown>(propertyOf, contractDocument))
}

function propertyOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined
}
