import { contractDocument } from '@entrygo/sdk/contract/document'
import { exitCodeByErrorCode, exitCodes } from '../exit-codes.ts'
import type { DescribedCommand } from './describe.ts'
import { type JsonSchema, localOutputs } from './local-outputs.ts'

/**
 * The schemas by name that the given ones refer to, those included: the contract's own components, and those of the command
 * line. References read `#/$defs/Name`.
 */
export function definitionsOf(names: readonly string[]): Readonly<Record<string, JsonSchema>> {
  const all = everySchema()
  const found: Record<string, JsonSchema> = {}
  const open = [...names]
  for (let name = open.pop(); name !== undefined; name = open.pop()) {
    if (name in found) continue
    const schema = all[name]
    if (schema === undefined)
      throw new Error(`There is no schema ${name}: name one of the contract or of local-outputs.ts.`)
    found[name] = schema
    open.push(...namesIn(schema))
  }
  return Object.fromEntries(Object.entries(found).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** What `--json` prints for a command that ends well. */
export function answerSchemaOf({ outputs, isWrite }: DescribedCommand): JsonSchema {
  const data = outputs.map((name) => ({ $ref: `#/$defs/${name}` }))
  const [only = {}] = data
  return {
    type: 'object',
    required: ['data', 'next'],
    properties: {
      data: data.length > 1 ? { anyOf: data } : only,
      next: { $ref: '#/$defs/Next' },
      ...(isWrite && { idempotencyKey: { $ref: '#/$defs/IdempotencyKey' } }),
    },
    additionalProperties: false,
  }
}

/** Schemas that every command shares; they stand beside those that an output names. */
export const sharedSchemas = ['Failure', 'StreamLine', 'Next', 'ExitCode', 'IdempotencyKey', 'Help', 'Version'] as const

function everySchema(): Readonly<Record<string, JsonSchema>> {
  return { ...contractSchemas(), ...localOutputs(), ...shared() }
}

/** The contract's components, whose references are turned to where they stand here. */
function contractSchemas(): Readonly<Record<string, JsonSchema>> {
  const text = JSON.stringify(contractDocument['components']).replaceAll('"#/components/schemas/', '"#/$defs/')
  const { schemas } = JSON.parse(text)
  return schemas
}

function namesIn(schema: JsonSchema): string[] {
  return [...JSON.stringify(schema).matchAll(/"#\/\$defs\/([^"/]+)"/g)].map(([, name = '']) => name)
}

function shared(): Readonly<Record<string, JsonSchema>> {
  const next = { $ref: '#/$defs/Next' }
  return {
    ExitCode: { enum: exitCodes.map(({ code }) => code) },
    Next: {
      type: 'array',
      description: 'Commands that lead on, as argument lists. No program runs one with userActionRequired by itself.',
      items: {
        type: 'object',
        required: ['argv', 'reason'],
        properties: {
          argv: { type: 'array', minItems: 2, items: { type: 'string' } },
          reason: { type: 'string' },
          userActionRequired: { const: true },
        },
        additionalProperties: false,
      },
    },
    Failure: failure(),
    StreamLine: {
      description: 'A line of a stream: the version first, then events, then `end` or `error`.',
      oneOf: [
        line({ type: { const: 'version' }, version: { const: 1 }, data: {} }, ['version']),
        line({ type: { enum: ['event', 'forwarded', 'record'] }, data: {} }, ['data']),
        line({ type: { const: 'end' }, data: {}, next }, ['data', 'next']),
        failure({ type: { const: 'error' } }),
      ],
    },
  }
}

function line(properties: Readonly<Record<string, JsonSchema>>, required: readonly string[]): JsonSchema {
  return { type: 'object', required: ['type', ...required], properties, additionalProperties: false }
}

function failure(more: Readonly<Record<string, JsonSchema>> = {}): JsonSchema {
  return {
    type: 'object',
    description: 'Every failure. What a server or a file said stands under `data` alone.',
    required: [...Object.keys(more), 'errorCode', 'message', 'exitCode'],
    properties: {
      ...more,
      errorCode: { enum: Object.keys(exitCodeByErrorCode) },
      message: { type: 'string', minLength: 1 },
      exitCode: { $ref: '#/$defs/ExitCode' },
      field: { type: 'string' },
      status: { type: 'integer' },
      requestId: { type: 'string' },
      retryable: { type: 'boolean' },
      idempotencyKey: { $ref: '#/$defs/IdempotencyKey' },
      next: { $ref: '#/$defs/Next' },
      data: { type: 'object' },
    },
    additionalProperties: false,
  }
}
