import type { Issue, OperationId } from '@entrygo/sdk/contract'
import { type Refusal, refuseIssues } from '../domain/refusal.ts'
import { bodyValidator, type Parameter, parametersOf } from './contract-validators.ts'
import { issuesOf } from './issues.ts'
import { shortened } from './readable-text.ts'

/** Null when the body satisfies the contract, else a refusal that names every issue, 1,000 at the most. */
export function refuseInvalidBody(operation: OperationId, body: unknown): Refusal | null {
  const errors = bodyValidator(operation)?.(body) ?? []
  return errors.length === 0 ? null : validationRefusal(issuesOf(errors))
}

export interface GivenParameters {
  readonly path: Readonly<Record<string, string>>
  readonly query: URLSearchParams | null
  readonly header: (name: string) => string | null
}

export type ParameterValues = Readonly<Record<string, string | number | readonly string[]>>

/**
 * Path and query parameters by name, numbers as numbers, defaults filled in; headers are checked and not listed. A query
 * parameter that is unknown is refused, since a mistyped filter would silently answer too much, and so is one that stands
 * twice without being a list.
 */
export function readParameters(operation: OperationId, given: GivenParameters): ParameterValues | Refusal {
  const parameters = parametersOf(operation)
  const values: Record<string, string | number | readonly string[]> = {}
  const issues: Issue[] = queryIssues(parameters, given.query)
  for (const parameter of parameters) {
    const text = textOf(parameter, given)
    if (text === null) {
      if (typeof parameter.initial === 'number' || typeof parameter.initial === 'string') {
        values[parameter.name] = parameter.initial
      } else if (parameter.isRequired) {
        const { name } = parameter
        issues.push({ path: name, message: `Required. Send ${name}.`, code: 'invalid_type' })
      }
      continue
    }
    const value = readValue(parameter, text, given)
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
  { query }: GivenParameters,
): string | number | string[] {
  if (isList) return query?.getAll(name) ?? []
  return isInteger && /^-?\d{1,16}$/.test(text) ? Number(text) : text
}

function textOf({ in: place, name }: Parameter, { path, query, header }: GivenParameters): string | null {
  if (place === 'path') return path[name] ?? null
  return place === 'query' ? (query?.get(name) ?? null) : header(name)
}

const maxQueryIssues = 20

function queryIssues(parameters: readonly Parameter[], query: URLSearchParams | null): Issue[] {
  if (query === null) return []
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
