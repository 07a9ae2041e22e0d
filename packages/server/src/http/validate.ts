import type { Issue, OperationId } from '@entrygo/sdk/contract'
import { type Refusal, refuseIssues } from '../domain/refusal.ts'
import { bodyValidator, type Parameter, parametersOf } from './contract-validators.ts'
import { issuesOf } from './issues.ts'
import { shortened, shownValue } from './readable-text.ts'

/** Null when the body satisfies the contract, else a refusal that names every issue, 1,000 at the most. */
export function refuseInvalidBody(operation: OperationId, body: unknown): Refusal | null {
  const errors = bodyValidator(operation)?.(body) ?? []
  return errors.length === 0 ? null : validationRefusal(issuesOf(errors))
}

export interface GivenParameters {
  readonly path: Readonly<Record<string, string>>
  /** As it was sent, without its question mark. */
  readonly query: string
  readonly header: (name: string) => string | null
}

export type ParameterValues = Readonly<Record<string, string | number | readonly string[]>>

/**
 * Path and query parameters by name, numbers as numbers, defaults filled in; headers are checked and not listed. A query
 * parameter that is unknown is refused, since a mistyped filter would silently answer too much, and so is one that stands
 * twice without being a list, or whose bytes are no text.
 */
export function readParameters(operation: OperationId, given: GivenParameters): ParameterValues | Refusal {
  const parameters = parametersOf(operation)
  const values: Record<string, string | number | readonly string[]> = {}
  const unreadable = encodingIssues(given.query)
  if (unreadable.length > 0) return validationRefusal(unreadable)
  const query = new URLSearchParams(given.query)
  const issues: Issue[] = queryIssues(parameters, query)
  for (const parameter of parameters) {
    const text = textOf(parameter, given, query)
    if (text === null) {
      if (typeof parameter.initial === 'number' || typeof parameter.initial === 'string') {
        values[parameter.name] = parameter.initial
      } else if (parameter.isRequired) {
        const { name } = parameter
        issues.push({ path: name, message: `Required. Send ${name}.`, code: 'invalid_type' })
      }
      continue
    }
    const value = readValue(parameter, text, query)
    const errors = parameter.validate(value)
    if (errors.length > 0) issues.push(...issuesOf(errors, parameter.name))
    else if (parameter.in !== 'header') values[parameter.name] = value
  }
  return issues.length === 0 ? values : validationRefusal(issues)
}

export function validationRefusal(issues: readonly Issue[]): Refusal {
  return refuseIssues('VALIDATION_ERROR', 'Request validation failed.', issues)
}

function readValue(
  { name, isInteger, isList }: Parameter,
  text: string,
  query: URLSearchParams,
): string | number | string[] {
  if (isList) return query.getAll(name)
  return isInteger && /^-?\d{1,16}$/.test(text) ? Number(text) : text
}

function textOf(
  { in: place, name }: Parameter,
  { path, header }: GivenParameters,
  query: URLSearchParams,
): string | null {
  if (place === 'path') return path[name] ?? null
  return place === 'query' ? query.get(name) : header(name)
}

const maxQueryIssues = 20

/** `URLSearchParams` would read a stray percent sign as text, and bytes that are no UTF-8 as U+FFFD. */
function encodingIssues(query: string): Issue[] {
  if (!query.includes('%')) return []
  const unreadable = query.split('&').filter((pair) => decoded(pair) === null)
  return unreadable.slice(0, maxQueryIssues).map((pair) => {
    const [name = '', ...value] = pair.split('=')
    const path = shortened(decoded(name) ?? name)
    const message = `The query parameter ${path} is ${shownValue(value.join('='))}, which is not UTF-8 in percent-encoding. Encode it as é is %C3%A9 and % is %25.`
    return { path, message, code: 'invalid_string' }
  })
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}

function queryIssues(parameters: readonly Parameter[], query: URLSearchParams): Issue[] {
  const inQuery = parameters.filter((parameter) => parameter.in === 'query')
  const known = inQuery.map(({ name }) => name)
  const lists = inQuery.filter(({ isList }) => isList).map(({ name }) => name)
  const issues: Issue[] = []
  const seen = new Set<string>()
  for (const name of query.keys()) {
    if (issues.length === maxQueryIssues) break
    const path = shortened(name)
    if (!known.includes(name)) {
      const message = `The query parameter ${path} is not known here. Remove it; known are ${known.join(', ') || 'none'}.`
      issues.push({ path, message, code: 'unrecognized_keys' })
    } else if (seen.has(name) && !lists.includes(name)) {
      issues.push({ path, message: `The query parameter ${path} stands twice. Send it once.`, code: 'duplicate' })
    }
    seen.add(name)
  }
  return issues
}
