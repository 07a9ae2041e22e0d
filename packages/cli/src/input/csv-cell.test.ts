import { contractDocument } from '@entrygo/sdk/contract/document'
import { expect, it } from 'vitest'
import { cellValue } from './csv-cell.ts'

interface Field {
  readonly path: string
  readonly type: string
}

/** Every leaf of a schema of the contract, as a CSV column would name it. */
function* leaves(schema: unknown, path: string, depth = 0): Generator<Field> {
  if (depth > 8 || !isObject(schema)) return
  const { $ref, properties, items, type, allOf } = schema
  if (typeof $ref === 'string') yield* leaves(found($ref), path, depth + 1)
  if (Array.isArray(allOf)) for (const part of allOf) yield* leaves(part, path, depth + 1)
  if (isObject(properties)) {
    for (const [name, child] of Object.entries(properties)) {
      yield* leaves(child, path === '' ? name : `${path}.${name}`, depth + 1)
    }
  }
  if (items !== undefined) yield* leaves(items, `${path}.0`, depth + 1)
  if (typeof type === 'string' && properties === undefined && items === undefined) yield { path, type }
}

function found(ref: string): unknown {
  return ref
    .split('/')
    .slice(1)
    .reduce<unknown>((node, name) => (isObject(node) ? node[name] : undefined), contractDocument)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

it.each(['OrderInput', 'ProductInput', 'WarehouseInput', 'BrokerInput'])(
  'each field of %s is read as the type that the contract gives it',
  (name) => {
    const fields = [...leaves(found(`#/components/schemas/${name}`), '')].filter(
      ({ path }) => !/(?:^|\.)metadata/.test(path),
    )
    expect(fields.length).toBeGreaterThan(5)
    const wrong = fields.filter(({ path, type }) => {
      const text = type === 'boolean' ? 'true' : '1'
      const expected = type === 'integer' ? 'number' : type
      return expected !== 'object' && typeof cellValue(path, text, 'row 2') !== expected
    })
    expect(wrong).toEqual([])
  },
)
