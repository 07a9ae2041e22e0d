import type { OperationId } from '@entrygo/sdk/contract'
import { operations } from '@entrygo/sdk/contract'
import type { Answer } from './api.ts'
import { at, contract, escapePointer, isNode, misfit } from './contract.ts'

export interface Exchange {
  readonly operationId: OperationId
  readonly answer: Answer
  readonly ms: number
}

/** Everything that is wrong with an answer, judged by the contract alone. */
export function faultsOfAnswer({ operationId, answer, ms }: Exchange): string[] {
  const { path, method } = operations[operationId]
  const status = String(answer.status)
  const pointer = `/paths/${escapePointer(path)}/${method.toLowerCase()}/responses/${status}`
  const documented = at(contract, 'paths', path, method.toLowerCase(), 'responses', status)
  const faults: string[] = []
  if (answer.status >= 500) faults.push('5xx')
  if (!isNode(documented)) return [...faults, `status ${status} is not documented`]
  if (ms > 2000) faults.push(`took ${Math.round(ms)} ms`)
  faults.push(...faultsOfHeaders(documented, answer))
  faults.push(...faultsOfBody(documented, pointer, answer))
  if (answer.status >= 400) faults.push(...faultsOfRefusal(answer))
  return faults
}

function faultsOfHeaders(documented: Readonly<Record<string, unknown>>, answer: Answer): string[] {
  const headers = documented['headers']
  if (!isNode(headers)) return []
  const faults: string[] = []
  for (const name of Object.keys(headers)) {
    const header = at(headers, name)
    const value = answer.headers[name.toLowerCase()]
    const schema = isNode(header) ? header['schema'] : undefined
    if (isNode(header) && header['required'] === true && value === undefined) faults.push(`${name} is missing`)
    if (value === undefined || !isNode(schema)) continue
    const read = at(schema, 'type') === 'integer' ? Number(value) : value
    const wrong = misfit(read, `/components/headers/${headerName(headers[name])}/schema`)
    if (wrong !== null) faults.push(`${name}: ${wrong}`)
  }
  return faults
}

function headerName(reference: unknown): string {
  return isNode(reference) && typeof reference['$ref'] === 'string' ? (reference['$ref'].split('/').at(-1) ?? '') : ''
}

function faultsOfBody(documented: Readonly<Record<string, unknown>>, pointer: string, answer: Answer): string[] {
  const type = String(answer.headers['content-type'] ?? '').split(';')[0] ?? ''
  const content = documented['content']
  if (!isNode(content)) return answer.text === '' ? [] : ['a body where none is documented']
  if (!(type in content)) return [`content type ${type} is not documented`]
  if (!type.endsWith('json')) return []
  const referenced = responsePointer(documented, pointer)
  const wrong = misfit(JSON.parse(answer.text), `${referenced}/content/${escapePointer(type)}/schema`)
  return wrong === null ? [] : [wrong]
}

/** Shared responses are validated where they are defined, since `documented` was reached through a reference. */
function responsePointer(documented: unknown, pointer: string): string {
  const shared = at(contract, 'components', 'responses')
  if (!isNode(shared)) return pointer
  const name = Object.keys(shared).find((candidate) => shared[candidate] === documented)
  return name === undefined ? pointer : `/components/responses/${name}`
}

const leaks = [/\bat [\w.<>]+ \(/, /node_modules/, /SQLITE/i, /\bSELECT\b/, /\.ts:\d+/]

function faultsOfRefusal(answer: Answer): string[] {
  const body: unknown = JSON.parse(answer.text)
  if (!isNode(body)) return ['the refusal is not an object']
  const faults: string[] = []
  const needsIssues = body['errorCode'] === 'VALIDATION_ERROR' || answer.status === 422
  const issues = at(body, 'details', 'issues')
  if (needsIssues && !(Array.isArray(issues) && issues.length > 0)) faults.push('no issues')
  if (body['requestId'] !== answer.headers['x-request-id']) faults.push('requestId is not X-Request-Id')
  for (const leak of leaks) if (leak.test(answer.text)) faults.push(`leaks ${leak}`)
  return faults
}
