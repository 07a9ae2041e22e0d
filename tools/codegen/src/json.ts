export type JsonObject = Readonly<Record<string, unknown>>

/** The value as an object; throws with its place in the contract when it is anything else. */
export function objectAt(value: unknown, place: string): JsonObject {
  if (isObject(value)) return value
  throw new Error(`${place} must be an object, and it is ${JSON.stringify(value) ?? 'missing'}.`)
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The named schemas of the contract, in the order in which they stand there. */
export function schemasOf(contract: JsonObject): [name: string, schema: JsonObject][] {
  const components = objectAt(contract.components ?? {}, 'components')
  const schemas = objectAt(components.schemas ?? {}, 'components.schemas')
  return Object.entries(schemas).map(([name, schema]) => [name, objectAt(schema, `components.schemas.${name}`)])
}
