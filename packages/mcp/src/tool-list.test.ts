import { operations } from '@entrygo/sdk/contract'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, it } from 'vitest'
import { isObject, type JsonObject, objectOf } from './schema/json.ts'
import { toolsOf } from './server.ts'

const offered = toolsOf({})
const everything = toolsOf({ offersSetUp: true, offersDuplicateRisk: true })

describe('the list of tools', () => {
  it('has what an agent needs, and neither approve nor what says where messages go', () => {
    expect(offered.map(({ name }) => name)).toEqual([
      'entrygo_sync_products',
      'entrygo_sync_orders',
      'entrygo_plan',
      'entrygo_execute',
      'entrygo_inspect',
      'entrygo_explain_finding',
      'entrygo_get_artifact',
      'entrygo_list_exports',
      'entrygo_list_events',
      'entrygo_plan_diff',
      'entrygo_get_rule',
      'entrygo_list_products',
      'entrygo_list_orders',
      'entrygo_list_warehouses',
      'entrygo_list_brokers',
    ])
    expect(everything.map(({ name }) => name).filter((name) => /approv|webhook|profile/.test(name))).toEqual([])
  })

  it('takes at most 64 kB of a context, some 16,000 tokens', () => {
    const listed = offered.map(({ call: _, ...tool }) => tool)
    expect(JSON.stringify(listed).length).toBeLessThanOrEqual(64_000)
  })

  it.each(everything)('$name has schemas that stand alone, closed against unknown arguments', (tool) => {
    const ajv = new Ajv2020({ strict: false, allErrors: true })
    expect(tool.inputSchema).toMatchObject({ type: 'object', additionalProperties: false })
    expect(tool.outputSchema).toMatchObject({ type: 'object' })
    for (const schema of [tool.inputSchema, tool.outputSchema]) {
      expect(ajv.validateSchema({ ...schema })).toBe(true)
      ajv.compile({ ...schema })
      expect(everyKey(schema, '$ref').filter((ref) => !String(ref).startsWith('#/$defs/'))).toEqual([])
    }
  })

  it.each(everything)('$name asks nobody for an account, a key, a confirmation or an approval', (tool) => {
    const names = namesIn(tool.inputSchema)
    const forbidden = /^(accountId|idempotencyKey|apiKey|approv\w*|confirm\w*|force|override|bypass|sure|yes)$/i
    expect(names.filter((name) => forbidden.test(name))).toEqual([])
    const risk = names.filter((name) => name === 'acceptDuplicateRisk')
    expect(risk).toEqual(tool.name === 'entrygo_execute' ? ['acceptDuplicateRisk'] : [])
  })

  it('lets execute be asked for an export and its planHash, and for nothing else', () => {
    const execute = offered.find(({ name }) => name === 'entrygo_execute')
    expect(Object.keys(objectOf(execute?.inputSchema['properties']))).toEqual(['batchId', 'planHash'])
    expect(execute?.inputSchema['required']).toEqual(['batchId', 'planHash'])
  })

  it('says of each tool what it does to the world', () => {
    const writing = everything.filter(({ annotations }) => !annotations.readOnlyHint)
    expect(
      writing.map(({ name, annotations: a }) => [name, a.destructiveHint, a.idempotentHint, a.openWorldHint]),
    ).toEqual([
      ['entrygo_sync_warehouses', true, true, false],
      ['entrygo_sync_brokers', true, true, false],
      ['entrygo_sync_products', true, true, false],
      ['entrygo_sync_orders', true, true, false],
      ['entrygo_plan', true, false, false],
      ['entrygo_execute', true, true, true],
    ])
  })

  it('names arguments as the wire does', () => {
    const wire = new Set(Object.keys(operations))
    expect(wire.has('planExport')).toBe(true)
    const plan = offered.find(({ name }) => name === 'entrygo_plan')
    expect(Object.keys(objectOf(plan?.inputSchema['properties']))).toEqual([
      'warehouseId',
      'brokerId',
      'orderIds',
      'destinationCountry',
      'batchId',
      'dryRun',
      'asOf',
      'shipment',
    ])
  })
})

function everyKey(value: unknown, key: string): unknown[] {
  if (Array.isArray(value)) return value.flatMap((one) => everyKey(one, key))
  if (!isObject(value)) return []
  return Object.entries(value).flatMap(([name, member]) => (name === key ? [member] : everyKey(member, key)))
}

/** Every property that the arguments may have, at any depth. */
function namesIn(schema: JsonObject): string[] {
  return everyKey(schema, 'properties').flatMap((properties) => [
    ...Object.keys(objectOf(properties)),
    ...Object.values(objectOf(properties)).flatMap((one) => namesIn(objectOf(one))),
  ])
}
