import fc from 'fast-check'
import { at, contract, follow, isNode, type Node } from './contract.ts'
import type { Random } from './random.ts'

/** Ids of records that exist, so that generated requests get past the first check. */
export type KnownValues = Readonly<Record<string, readonly unknown[]>>

/** A random value that fits a schema of the contract; optional properties come and go. */
export function valueFor(schema: unknown, random: Random, known: KnownValues): unknown {
  const name = isNode(schema) && typeof schema['$ref'] === 'string' ? schema['$ref'].split('/').at(-1) : undefined
  const candidates = name === undefined ? undefined : known[name]
  if (candidates !== undefined && candidates.length > 0 && random.chance(0.9)) return random.pick(candidates)
  const node = follow(schema)
  if (!isNode(node)) return null
  if ('const' in node) return node['const']
  if (Array.isArray(node['enum'])) return random.pick(node['enum'])
  if (Array.isArray(node['oneOf'])) return valueFor(random.pick(node['oneOf']), random, known)
  if (Array.isArray(node['allOf'])) return valueFor(node['allOf'][0], random, known)
  if (node['type'] === 'object') return objectFor(node, random, known)
  if (node['type'] === 'array') return arrayFor(node, random, known)
  return scalarFor(node, random)
}

function objectFor(node: Node, random: Random, known: KnownValues): unknown {
  const required = Array.isArray(node['required']) ? node['required'] : []
  const made: Record<string, unknown> = {}
  const properties = node['properties']
  if (!isNode(properties)) return random.chance(0.5) ? { note: 'kept as given', n: random.below(1000) } : {}
  for (const [key, schema] of Object.entries(properties)) {
    if (required.includes(key) || random.chance(0.35)) made[key] = valueFor(schema, random, known)
  }
  return made
}

function arrayFor(node: Node, random: Random, known: KnownValues): unknown[] {
  const least = Number(node['minItems'] ?? 0)
  const most = Math.min(Number(node['maxItems'] ?? 3), least + 2)
  const length = least + random.below(most - least + 1)
  return Array.from({ length }, () => valueFor(node['items'], random, known))
}

function scalarFor(node: Node, random: Random): unknown {
  if (node['type'] === 'boolean') return random.chance(0.5)
  if (node['type'] === 'integer') {
    const least = Number(node['minimum'] ?? 0)
    return least + random.below(Math.min(Number(node['maximum'] ?? 100) - least, 50) + 1)
  }
  if (node['type'] === 'number') return random.pick([0.01, 1, 3, 12.5, 24.9999, 1000, 99999.99])
  return stringFor(node, random)
}

const pools = new Map<string, readonly string[]>()

function stringFor(node: Node, random: Random): string {
  if (node['format'] === 'date') return `2026-${random.pick(['10', '11', '12'])}-${random.pick(['01', '15', '28'])}`
  if (node['format'] === 'date-time') return '2026-11-21T12:00:00Z'
  if (node['format'] === 'email') return random.pick(['desk@shop.example', 'a.b@c.example'])
  if (node['format'] === 'uri') return 'https://hooks.example/in'
  const pattern = typeof node['pattern'] === 'string' ? node['pattern'] : '^[a-z ]*$'
  return random.pick(poolFor(pattern, Number(node['minLength'] ?? 0), Number(node['maxLength'] ?? 100)))
}

function poolFor(pattern: string, least: number, most: number): readonly string[] {
  const name = `${pattern} ${least} ${most}`
  const ready = pools.get(name)
  if (ready !== undefined) return ready
  const fits = fc.stringMatching(new RegExp(pattern)).filter((text) => {
    return text.length >= least && text.length <= most && text.isWellFormed()
  })
  const pool = fc.sample(fits, { seed: 7, numRuns: 40 })
  pools.set(name, pool)
  return pool
}

/** The schema of an operation's request body, or undefined. */
export function bodySchema(path: string, method: string): unknown {
  const operation = at(contract, 'paths', path, method.toLowerCase())
  const content = at(operation, 'requestBody', 'content', 'application/json')
  return isNode(content) ? content['schema'] : undefined
}
