import { _, type Ajv2020, type AnySchemaObject, type ErrorObject, type KeywordCxt, Name } from 'ajv/dist/2020.js'
import type { DataValidateFunction } from 'ajv/dist/types/index.js'

/** More issues than this are not listed, and looking for them ends. */
export const maxIssues = 1_000

/**
 * Keywords that replace those of JSON Schema whose work or whose list of errors would grow with a hostile body:
 * unknown names are one error each for the first few alone, unique items are compared once, and validation stops at
 * {@link maxIssues}. `x-max-decimals` is the contract's own.
 */
export function addKeywords(ajv: Ajv2020): void {
  ajv.addKeyword({ keyword: 'x-max-decimals', type: 'number', schemaType: 'number', validate: hasAtMostDecimals })
  ajv.addKeyword({
    keyword: 'x-known-names',
    type: 'object',
    schemaType: 'array',
    compile: knowsOnly,
    errors: true,
  })
  ajv.addKeyword({
    keyword: 'x-unique',
    type: 'array',
    schemaType: 'boolean',
    compile: () => uniqueItems,
    errors: true,
  })
  ajv.addKeyword({ keyword: 'x-issue-bound', schemaType: 'boolean', code: stopAtBound })
}

/** Thrown out of a validator that met {@link maxIssues}; holds the errors so far. */
export class TooManyIssues {
  readonly errors: readonly ErrorObject[]
  constructor(errors: readonly ErrorObject[]) {
    this.errors = errors
  }
}

/** The request schema as it is compiled: see {@link addKeywords}. */
export function boundedSchema(schema: unknown, isRepeated = false): unknown {
  if (Array.isArray(schema)) return schema.map((item) => boundedSchema(item))
  if (!isObject(schema)) return schema
  const bounded: Record<string, unknown> = isRepeated ? { 'x-issue-bound': true } : {}
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword === 'additionalProperties' && value === false) {
      bounded['x-known-names'] = Object.keys(isObject(schema['properties']) ? schema['properties'] : {})
    } else if (keyword === 'uniqueItems') {
      bounded['x-unique'] = value
    } else if (keyword === 'items' || keyword === 'additionalProperties' || keyword === 'propertyNames') {
      bounded[keyword] = boundedSchema(value, true)
    } else if (keyword === 'properties' && isObject(value)) {
      bounded[keyword] = Object.fromEntries(Object.entries(value).map(([name, item]) => [name, boundedSchema(item)]))
    } else if (!unreadKeywords.has(keyword)) {
      bounded[keyword] = boundedSchema(value)
    }
  }
  return bounded
}

// Kept in the contract for readers alone. `description` and `examples` stay: messages take their remedy from them.
const unreadKeywords: ReadonlySet<string> = new Set(['example', 'summary'])

// The value was read from a token that survives a double, so the nearest multiple of 10^-n is the number as it was sent.
function hasAtMostDecimals(decimals: number, value: number): boolean {
  const scale = 10 ** decimals
  return Math.round(value * scale) / scale === value || Math.abs(value) > Number.MAX_SAFE_INTEGER
}

const maxUnknownNames = 20

function knowsOnly(known: readonly string[]): DataValidateFunction {
  const knownNames = new Set(known)
  const validate: DataValidateFunction = (data: object) => {
    let unknown: string[] | undefined
    for (const name in data) {
      if (knownNames.has(name)) continue
      unknown ??= []
      if (unknown.length < maxUnknownNames) unknown.push(name)
    }
    if (unknown === undefined) return true
    validate.errors = unknown.map((name) => ({ keyword: 'x-known-names', params: { name, known } }))
    return false
  }
  return validate
}

const uniqueItems: DataValidateFunction = (items: readonly unknown[]) => {
  const seen = new Set<string>()
  const repeated = items.findIndex((item) => {
    const text = JSON.stringify(item)
    if (seen.has(text)) return true
    seen.add(text)
    return false
  })
  if (repeated < 0) return true
  uniqueItems.errors = [{ keyword: 'x-unique', params: { index: repeated } }]
  return false
}

// What Ajv calls them in the functions it writes.
const errorCount = new Name('errors')
const errorList = new Name('vErrors')

function stopAtBound({ gen, it }: KeywordCxt): void {
  const bound = gen.scopeValue('root', { ref: TooManyIssues, code: _`TooManyIssues` })
  if (it.schemaEnv.$async) return
  gen.if(_`${errorCount} >= ${maxIssues}`, () => gen.throw(_`new ${bound}(${errorList})`))
}

function isObject(value: unknown): value is AnySchemaObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
