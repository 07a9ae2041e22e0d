import { expect, it } from 'vitest'
import { contractFiles } from './contract-files.ts'
import { enumListName } from './enums-source.ts'

const contract = `
openapi: 3.1.0
info: { title: Example, version: 1.0.0 }
security: [{ apiKey: [read] }]
paths:
  /livez:
    get: { operationId: getLiveness, security: [], responses: { '200': { description: Alive. } } }
  /api/things/{id}:
    get: { operationId: inspectThing, responses: { '200': { description: The thing. }, '404': { description: None. } } }
    post:
      operationId: makeThing
      security: [{ apiKey: [sync] }]
      requestBody:
        content: { application/json: { schema: { $ref: '#/components/schemas/Thing' } } }
      responses: { '201': { description: Made. }, '200': { description: Made before. } }
components:
  securitySchemes: { apiKey: { type: http, scheme: bearer } }
  schemas:
    Severity: { type: string, enum: [BLOCK, REVIEW] }
    Thing:
      type: object
      required: [name]
      properties: { name: { type: string }, dryRun: { type: boolean, default: false }, facts: { type: object } }
`

async function fileNamed(name: string): Promise<string> {
  return (await contractFiles(contract)).get(name) ?? ''
}

it('the operations table names method, path, scope and success statuses of each operation', async () => {
  const source = await fileNamed('operations.ts')
  expect(source).toContain(`  makeThing: {
    method: 'POST',
    path: '/api/things/{id}',
    isAuthenticated: true,
    scopes: ['sync'],
    isWrite: true,
    successStatuses: [200, 201],
  },`)
  expect(source).toContain(`  getLiveness: {
    method: 'GET',
    path: '/livez',
    isAuthenticated: false,
    scopes: [],
    isWrite: false,
    successStatuses: [200],
  },`)
})

it('an operation without its own security takes the one of the contract', async () => {
  const [, row = ''] = (await fileNamed('operations.ts')).split('inspectThing: {')
  expect(row).toContain("scopes: ['read'],")
})

it('a property with a default may be left out', async () => {
  expect(await fileNamed('types.ts')).toContain('dryRun?: boolean;')
})

it('an object without properties is a record of unknown values', async () => {
  expect(await fileNamed('types.ts')).toContain('facts?: Record<string, unknown>;')
})

it('every schema has a short type name and every string enum a list', async () => {
  expect(await fileNamed('index.ts')).toContain("export type Thing = components['schemas']['Thing']")
  expect(await fileNamed('enums.ts')).toContain('export const severities = [\n  "BLOCK",\n  "REVIEW",\n] as const')
})

it('a schema name that the index already uses is refused by name', async () => {
  await expect(contractFiles(contract.replaceAll(/\bThing\b/g, 'OperationId'))).rejects.toThrow(
    'components.schemas.OperationId',
  )
})

it('the same contract gives the same bytes', async () => {
  expect(await contractFiles(contract)).toEqual(await contractFiles(contract))
})

it.each([
  ['ErrorCode', 'errorCodes'],
  ['ExportStatus', 'exportStatuses'],
  ['Severity', 'severities'],
])('the list of %s is called %s', (schema, list) => {
  expect(enumListName(schema)).toBe(list)
})
