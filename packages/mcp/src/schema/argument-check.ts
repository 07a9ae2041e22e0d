import { Ajv, addFormats } from '@modelcontextprotocol/server/validators/ajv'
import { isObject, type JsonObject } from './json.ts'

/** One thing that is wrong with the arguments: where, and what is expected there. */
export interface ArgumentIssue {
  readonly pointer: string
  readonly message: string
}

/** Compiles a check of arguments; it answers with at most 20 issues, none when they are as the schema says. */
export function argumentCheck(schema: JsonObject): (value: unknown) => readonly ArgumentIssue[] {
  let check: ReturnType<typeof ajv.compile> | undefined
  return (value) => {
    // Compiled at the first call: a server that lists its tools needs no check.
    check ??= ajv.compile(schema)
    if (check(value)) return []
    return (check.errors ?? []).slice(0, maxIssues).map(issueOf)
  }
}

const maxIssues = 20
const ajv = addFormats(new Ajv({ strict: false, allErrors: false, validateSchema: false }))

interface SchemaError {
  readonly instancePath: string
  readonly message?: string
  readonly params: unknown
}

function issueOf({ instancePath, message = 'is not as the schema says', params }: SchemaError): ArgumentIssue {
  const { additionalProperty, allowedValues } = isObject(params) ? params : {}
  if (typeof additionalProperty === 'string') {
    return { pointer: shown(`${instancePath}/${additionalProperty}`), message: 'is no property of this tool' }
  }
  const values = Array.isArray(allowedValues) ? `: ${allowedValues.slice(0, 20).join(', ')}` : ''
  return { pointer: shown(instancePath), message: `${message}${values}` }
}

/** Names that an agent gives may come from elsewhere: one that looks like no name is not repeated. */
function shown(pointer: string): string {
  return /^[\w~/-]{0,120}$/.test(pointer) ? pointer : '/…'
}
