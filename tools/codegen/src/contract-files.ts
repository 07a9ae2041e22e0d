import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript'
import { parse } from 'yaml'
import { enumsSource } from './enums-source.ts'
import { indexSource } from './index-source.ts'
import { type JsonObject, objectAt } from './json.ts'
import { operationsSource } from './operations-source.ts'

const banner = '// Generated from openapi.yaml by tools/codegen. Do not edit: run "pnpm run generate".\n\n'

/** The files of packages/sdk/src/contract by name, a function of the text of openapi.yaml alone. */
export async function contractFiles(contractYaml: string): Promise<Map<string, string>> {
  const document: unknown = parse(contractYaml)
  const contract = objectAt(document, 'openapi.yaml')
  const files = new Map([
    ['types.ts', await typesSource(contract)],
    ['operations.ts', operationsSource(contract)],
    ['enums.ts', enumsSource(contract)],
    ['document.ts', documentSource(contract)],
    ['index.ts', indexSource(contract)],
  ])
  return new Map([...files].map(([name, text]) => [name, banner + text]))
}

async function typesSource(contract: JsonObject): Promise<string> {
  const types = await openapiTS(asOpenApi(contract), {
    emptyObjectsUnknown: true,
    // A default is filled in by the server, so the caller may leave the property out.
    defaultNonNullable: false,
    silent: true,
  })
  return astToString(types)
}

/** Only the version is checked here; the linters judge the rest of the document. */
function asOpenApi(contract: JsonObject): OpenAPI3 {
  const { openapi, info, ...rest } = contract
  if (typeof openapi !== 'string' || !openapi.startsWith('3.1')) {
    throw new Error(`openapi.yaml: openapi is ${JSON.stringify(openapi)}, and this generator reads 3.1 only.`)
  }
  const { title, version } = objectAt(info, 'openapi.yaml: info')
  return { ...structuredClone(rest), openapi, info: { title: String(title), version: String(version) } }
}

function documentSource(contract: JsonObject): string {
  return `/** The whole contract as JSON: what \`/docs/api/openapi\` serves and the validators are compiled from. */
export const contractDocument: Readonly<Record<string, unknown>> = ${JSON.stringify(contract, null, 2)}
`
}
