import { contractDocument } from '@entrygo/sdk/contract/document'

/**
 * The columns in which a missing fact is filled in, by its dotted name: `materials` becomes `materials.0.name` and
 * `materials.0.pct`. What the contract requires of an object is asked for, else all that it has, as
 * of an item of a list. `listed` says how long
 * a list is already: what is missing comes behind it. A field that is no fact of a product has no column.
 */
export function columnsOfFact(field: string, listed: (path: string) => number): string[] {
  const schema = schemaAt(productSchema, field.split('.'))
  return schema === undefined ? [] : leavesOf(schema, field, listed)
}

/** The place of a field in the contract, for the order of columns; unknown ones come last. */
export function rankOfField(field: string): number {
  const [name = ''] = field.split('.')
  const rank = fieldNames.indexOf(name)
  return rank === -1 ? fieldNames.length : rank
}

/** Textiles are often of several materials, and the shares must add up. */
const slots: Readonly<Record<string, number>> = { materials: 3 }

/** What customs asks of a party. */
const partyFields = ['name', 'street', 'city', 'region', 'postalCode', 'country']

function leavesOf(schema: Schema, path: string, listed: (path: string) => number): string[] {
  const { properties, items, required } = schema
  if (items !== undefined) {
    const start = listed(path)
    return Array.from({ length: slots[path] ?? 1 }, (_, at) => `${path}.${start + at}`).flatMap((slot) =>
      leavesOf({ ...resolved(items), required: undefined }, slot, listed),
    )
  }
  if (properties === undefined) return [path]
  const isParty = partyFields.every((name) => name in properties)
  const names = isParty ? partyFields : (required ?? Object.keys(properties))
  return names.flatMap((name) => leavesOf(resolved(properties[name]), `${path}.${name}`, listed))
}

interface Schema {
  readonly type?: unknown
  readonly $ref?: string
  readonly properties?: Readonly<Record<string, unknown>>
  readonly items?: unknown
  readonly required?: readonly string[] | undefined
  readonly additionalProperties?: unknown
}

function schemaAt(schema: Schema, [name, ...rest]: readonly string[]): Schema | undefined {
  if (name === undefined) return schema
  const { type, properties, items, additionalProperties } = schema
  if (items !== undefined) return /^\d+$/.test(name) ? schemaAt(resolved(items), rest) : undefined
  // An object without a list of its members takes any.
  const below =
    properties?.[name] ?? additionalProperties ?? (type === 'object' && properties === undefined ? {} : undefined)
  return isObject(below) ? schemaAt(resolved(below), rest) : undefined
}

function resolved(value: unknown): Schema {
  if (!isObject(value)) return {}
  const { $ref } = value
  if (typeof $ref !== 'string') return value
  const target = $ref
    .split('/')
    .slice(1)
    .reduce<unknown>((node, name) => (isObject(node) ? Reflect.get(node, name) : undefined), contractDocument)
  return resolved(target)
}

function isObject(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null
}

const productSchema = resolved({ $ref: '#/components/schemas/ProductInput' })
const fieldNames = Object.keys(productSchema.properties ?? {})
