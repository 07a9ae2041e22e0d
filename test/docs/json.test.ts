import { contractDocument } from '@entrygo/sdk/contract/document'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { expect, it } from 'vitest'
import { type Block, blocksOf, pages, placeOf } from './pages.ts'

const ajv = new Ajv2020({ strict: false, allErrors: true })
addFormats.default(ajv)
ajv.addSchema({ ...contractDocument }, 'contract')

const schemas = new Set(Object.keys(Object(contractDocument.components).schemas))
const blocks = pages.flatMap((page) => blocksOf(page, 'json'))

it('every JSON block of the documentation names its schema and satisfies it', () => {
  expect(blocks.length).toBeGreaterThan(25)
  expect(blocks.flatMap(faultsOf)).toEqual([])
})

it('a block that breaks its schema is named with the fault', () => {
  const block = { page: 'a.md', line: 3, language: 'json', text: '[{"externalId":"A"}]' }
  expect(faultsOf({ ...block, marks: ['OrderInput[]'] })).toEqual([
    "a.md:3: OrderInput/0 must have required property 'destinationCountry'",
    "a.md:3: OrderInput/0 must have required property 'items'",
  ])
  expect(faultsOf({ ...block, marks: [] })).toEqual([
    'a.md:3: write the name of its schema after the word json, for example "json OrderInput[]"',
  ])
})

// Ids are abbreviated in the documentation: `prod_…` stands for one.
function faultsOf(block: Block): string[] {
  const place = placeOf(block)
  const [mark = ''] = block.marks
  const schema = mark.replace(/\[\]$/, '')
  if (!schemas.has(schema)) {
    return [`${place}: write the name of its schema after the word json, for example "json OrderInput[]"`]
  }
  const reference = { $ref: `contract#/components/schemas/${schema}` }
  const validate = ajv.compile(schema === mark ? reference : { type: 'array', items: reference })
  let value: unknown
  try {
    value = JSON.parse(block.text.replaceAll('_…', '_1'))
  } catch (error) {
    return [`${place}: is not JSON: ${String(error)}`]
  }
  if (validate(value)) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${place}: ${schema}${instancePath} ${message}`)
}
