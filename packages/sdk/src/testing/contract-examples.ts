import { contractDocument } from '../contract/document.ts'
import type { ErrorCode } from '../contract/index.ts'

/** A named example of the contract (`components.examples`), a fresh copy. Throws when there is none of that name. */
export function exampleNamed(name: string): unknown {
  return structuredClone(found(['components', 'examples', name, 'value'], `the example ${name}`))
}

/** The example of a response body for one media type. Throws when the contract has none. */
export function exampleOfMedia(path: string, mediaType: string): unknown {
  const examples = found(['paths', path, 'get', 'responses', '200', 'content', mediaType, 'examples'], mediaType)
  const first = objectOf(Object.values(objectOf(examples))[0])
  const [, name] = /^#\/components\/examples\/(\w+)$/.exec(String(first['$ref'])) ?? []
  return name === undefined ? structuredClone(first['value']) : exampleNamed(name)
}

/** The status with which the contract answers an error code. */
export function statusOf(code: ErrorCode): number {
  for (const [status, response] of refusals()) if (JSON.stringify(response).includes(`"${code}"`)) return status
  throw new Error(`The contract has no response for ${code}.`)
}

function refusals(): [status: number, response: unknown][] {
  const responses = objectOf(found(['components', 'responses'], 'the responses'))
  const used = Object.values(objectOf(contractDocument['paths'])).flatMap((item) =>
    Object.values(objectOf(item)).flatMap((operation) => Object.entries(objectOf(objectOf(operation)['responses']))),
  )
  return used.flatMap(([status, response]): [number, unknown][] => {
    const [, name] = /^#\/components\/responses\/(\w+)$/.exec(String(objectOf(response)['$ref'])) ?? []
    return name === undefined ? [] : [[Number(status), responses[name]]]
  })
}

function found(path: readonly string[], what: string): unknown {
  const value = path.reduce<unknown>((node, key) => objectOf(node)[key], contractDocument)
  if (value === undefined) throw new Error(`The contract has no ${path.join('.')}: ${what} is missing.`)
  return value
}

function objectOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {}
}
