import { enumListName, enumSchemas } from './enums-source.ts'
import { type JsonObject, schemasOf } from './json.ts'

const taken = new Set(['Operation', 'OperationId', 'OperationTypes', 'components', 'operations', 'paths'])

/** `index.ts`: one short type name for each schema of the contract, and the lists and tables beside them. */
export function indexSource(contract: JsonObject): string {
  const names = schemasOf(contract).map(([name]) => name)
  for (const name of names) {
    if (taken.has(name) || !/^[A-Z][A-Za-z0-9]*$/.test(name)) {
      throw new Error(`components.schemas.${name}: the name is taken or is no PascalCase name; choose another one.`)
    }
  }
  const lists = enumSchemas(contract).map(([name]) => enumListName(name))
  const enumExport =
    lists.length === 0
      ? ''
      : `export {\n${[...lists]
          .sort()
          .map((name) => `  ${name},\n`)
          .join('')}} from './enums.ts'\n`
  return `import type { components } from './types.ts'

${enumExport}export { type Operation, type OperationId, operations } from './operations.ts'
export type { components, operations as OperationTypes, paths } from './types.ts'

${names.map((name) => `export type ${name} = components['schemas']['${name}']\n`).join('')}`
}
