import { readFileSync } from 'node:fs'
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { parse } from 'yaml'

/** The wire contract of the `borderbuddy` submission type, as its file says it. */
export const brokerContract: unknown = parse(
  readFileSync(new URL('./border-buddy.openapi.yaml', import.meta.url), 'utf8'),
)

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema({ $id: 'contract', ...Object(brokerContract) })

/** Follows keys and `$ref`s through the contract; undefined where it has no such place. */
export function contractAt(...keys: readonly string[]): unknown {
  let at: unknown = brokerContract
  for (const key of keys) at = followed(memberOf(followed(at), key))
  return at
}

export function schemaNamed(name: string): ValidateFunction {
  return ajv.compile({ $ref: `contract#/components/schemas/${name}` })
}

/** What is wrong with a body that the contract names for this operation and status; a status it does not name is wrong. */
export function bodyProblems(
  operation: readonly [path: string, method: string],
  status: number,
  body: unknown,
): string[] {
  const schema = contractAt('paths', ...operation, 'responses', String(status), 'content', 'application/json', 'schema')
  if (schema === undefined) return [`${operation.join(' ')} has no answer ${status}`]
  const validate = ajv.compile(rooted(schema))
  return validate(body) ? [] : [ajv.errorsText(validate.errors)]
}

/** Every media type object with an example, by its place. */
export function examples(): { place: string; schema: object; example: unknown }[] {
  const found: { place: string; schema: object; example: unknown }[] = []
  const visit = (value: unknown, place: string): void => {
    if (typeof value !== 'object' || value === null) return
    const { schema, example }: Partial<Record<string, unknown>> = { ...value }
    if (schema !== undefined && example !== undefined) found.push({ place, schema: rooted(schema), example })
    for (const [key, member] of Object.entries(value)) visit(member, `${place}/${key}`)
  }
  visit(brokerContract, '')
  return found
}

export function isValid(schema: object, value: unknown): boolean {
  return ajv.validate(schema, value)
}

function followed(value: unknown): unknown {
  const reference = memberOf(value, '$ref')
  return typeof reference === 'string' && !reference.includes('/schemas/')
    ? contractAt(...reference.slice(2).split('/'))
    : value
}

function memberOf(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined
}

/** A schema outside its document, with references that still find their place. */
function rooted(schema: unknown): object {
  const text = JSON.stringify(schema).replaceAll('"#/', '"contract#/')
  return Object(JSON.parse(text))
}
