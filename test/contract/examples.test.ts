import { errorCodes } from '@entrygo/sdk/contract'
import { contractDocument } from '@entrygo/sdk/contract/document'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, it } from 'vitest'
import { type ContractExample, contractExamples } from './contract-examples.ts'

// OpenAPI's own keywords (example, discriminator, xml …) are no JSON Schema, so strict mode would refuse the document.
const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema({ ...contractDocument }, 'contract')

const examples = contractExamples()

it('every example of the contract satisfies its schema', () => {
  expect(examples.flatMap(faults)).toEqual([])
})

it('an example of the wrong type is a fault and is named', () => {
  const [first] = examples.filter(({ schemaPointer }) => schemaPointer === '/components/headers/RateLimit/schema')
  expect(first && faults({ ...first, value: { notText: true } })).toEqual([
    '/components/headers/RateLimit/example: example must be string',
  ])
})

it('examples stand in requests, answers, headers, parameters and schemas', () => {
  const pointers = examples.map(({ pointer }) => pointer)
  expect(pointers.filter((pointer) => pointer.includes('/requestBody/')).length).toBeGreaterThanOrEqual(7)
  expect(pointers.filter((pointer) => pointer.startsWith('/components/responses/')).length).toBeGreaterThan(15)
  expect(pointers.filter((pointer) => pointer.startsWith('/components/headers/')).length).toBeGreaterThan(5)
  expect(pointers.filter((pointer) => pointer.startsWith('/components/parameters/')).length).toBeGreaterThan(5)
})

it('every error code is shown in an example of an answer', () => {
  const shown = new Set(
    examples.map(({ value }) => (typeof value === 'object' && value !== null ? Reflect.get(value, 'errorCode') : '')),
  )
  expect(errorCodes.filter((code) => !shown.has(code))).toEqual([])
})

it('an example that breaks its schema is found', () => {
  const document = {
    components: { headers: { Limit: { schema: { type: 'integer' }, example: 'many' } } },
  }
  expect(contractExamples(document)).toEqual([
    {
      pointer: '/components/headers/Limit/example',
      schemaPointer: '/components/headers/Limit/schema',
      value: 'many',
    },
  ])
})

function faults({ pointer, schemaPointer, value }: ContractExample): string[] {
  const validate = ajv.compile({ $ref: `contract#${encodeURI(schemaPointer)}` })
  return validate(value) ? [] : [`${pointer}: ${ajv.errorsText(validate.errors, { dataVar: 'example' })}`]
}
