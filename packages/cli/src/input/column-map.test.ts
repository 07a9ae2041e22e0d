import { readFile } from 'node:fs/promises'
import { contractDocument } from '@entrygo/sdk/contract/document'
import { describe, expect, it } from 'vitest'
import { columnMapOf } from './column-map.ts'
import { shippedMapNames, shippedMapsFolder } from './shipped-maps.ts'
import { parseYamlText } from './yaml.ts'

const map = (text: string): unknown => columnMapOf(parseYamlText(text, 'my.yaml'), 'my.yaml')

describe('a map that is wrong', () => {
  it.each([
    ['[]', 'my.yaml is no object'],
    ['{}', 'my.yaml columnMap: say 1'],
    ['columnMap: 1', 'my.yaml fields: write <field>: <column>'],
    ['columnMap: 1\ncolumns: {}', 'my.yaml "columns": is not known here; there are columnMap, about'],
    ['columnMap: 1\nfields: { a b: X }', 'my.yaml fields."a b": give a wire name'],
    ['columnMap: 1\nfields: { __proto__x.y: X }', 'give a wire name'],
    ['columnMap: 1\nfields: { a: { as: usd } }', 'my.yaml fields.a: name a column, firstOf, joined or a value.'],
    ['columnMap: 1\nfields: { a: { column: X, as: money } }', 'my.yaml fields.a as: is one of wire, text, code'],
    ['columnMap: 1\nfields: { a: { column: X, kind: 1 } }', 'my.yaml fields.a "kind": is not known here'],
    ['columnMap: 1\nrecords: invoices\nfields: { a: X }', 'my.yaml records: is one of orders, products'],
    ['columnMap: 1\nfields: { a: X }\nskip: [{ column: Y, is: [x] }]', 'my.yaml skip[0] because: say why'],
    ['columnMap: 1\nfields: { a: X }\nskip: [{ column: Y, because: b }]', 'say one of is, isNot and isFilled'],
    ['columnMap: 1\nfields: { a: X }\nusdPer: { CAD: 0.73 }', 'my.yaml usdPer."CAD": write the rate in quotes'],
    ['columnMap: 1\nfields: { a: X }\nlists: [{ path: charges, fields: { a: X } }]', 'my.yaml lists[0] needs'],
  ])('%j: %s', (text, message) => {
    expect(() => map(text)).toThrow(message)
  })
})

it('the map of the guide is one', async () => {
  const guide = await readFile(new URL('../../../../docs/guides/import-orders.md', import.meta.url), 'utf8')
  const [, text = ''] = /```yaml\n([\s\S]*?)```/.exec(guide) ?? []
  expect(map(text)).toMatchObject({ records: 'orders', decimalMark: ',', skip: [{ is: ['void', 'test'] }, {}] })
})

const inputs = { orders: 'OrderInput', products: 'ProductInput', warehouses: 'WarehouseInput', brokers: 'BrokerInput' }

describe.each(await shippedMapNames())('the map %s', (name) => {
  const read = async () => {
    const text = await readFile(`${shippedMapsFolder}/${name}.yaml`, 'utf8')
    return columnMapOf(parseYamlText(text, name), name)
  }

  it('names fields of the contract alone', async () => {
    const { fields, lists, records } = await read()
    const paths = [
      ...fields.map(([path]) => path),
      ...lists.flatMap(({ path, fields: parts }) => parts.map(([part]) => `${path}.0.${part}`)),
    ]
    const unknown = paths.filter((path) => !isKnown(inputs[records], path.split('.')))
    expect(unknown.filter((path) => !/^(?:metadata\.|items\.sku$)/.test(path))).toEqual([])
  })

  it('says what it is for and which columns it needs', async () => {
    const { about, needs } = await read()
    expect([about === '', needs?.length === 0]).toEqual([false, false])
  })
})

/** Whether a schema of the contract has a property, found through references and lists. */
function isKnown(name: string, [property = '', ...rest]: readonly string[]): boolean {
  const { components } = contractDocument
  const schemas = isObject(components) ? components['schemas'] : undefined
  return has(schemas, isObject(schemas) ? schemas[name] : undefined, [property, ...rest])
}

function has(schemas: unknown, schema: unknown, path: readonly string[]): boolean {
  if (!isObject(schema)) return false
  const { $ref, allOf, items, properties } = schema
  if (typeof $ref === 'string') return has(schemas, isObject(schemas) && schemas[$ref.split('/').at(-1) ?? ''], path)
  if (Array.isArray(allOf)) return allOf.some((part: unknown) => has(schemas, part, path))
  const [property, ...rest] = path
  if (property === undefined) return true
  if (items !== undefined) return has(schemas, items, /^\d+$/.test(property) ? rest : path)
  return isObject(properties) && Object.hasOwn(properties, property) && has(schemas, properties[property], rest)
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
