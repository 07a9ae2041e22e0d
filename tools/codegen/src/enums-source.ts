import { type JsonObject, schemasOf } from './json.ts'

/** `enums.ts`: the values of every named string enum, as a list to loop over and to check membership with. */
export function enumsSource(contract: JsonObject): string {
  const lists = enumSchemas(contract).map(
    ([name, values]) =>
      `export const ${enumListName(name)} = [\n${values.map((value) => `  ${JSON.stringify(value)},\n`).join('')}] as const\n`,
  )
  return lists.length === 0 ? 'export {}\n' : lists.join('\n')
}

export function enumSchemas(contract: JsonObject): [name: string, values: string[]][] {
  return schemasOf(contract).flatMap(([name, schema]) => {
    const values = schema.enum
    if (!Array.isArray(values) || !values.every((value) => typeof value === 'string')) return []
    return [[name, values]]
  })
}

/** `ErrorCode` → `errorCodes`, `ExportStatus` → `exportStatuses`, `Severity` → `severities`. */
export function enumListName(schemaName: string): string {
  const noun = schemaName.charAt(0).toLowerCase() + schemaName.slice(1)
  if (/(s|x|ch|sh)$/.test(noun)) return `${noun}es`
  if (/[^aeiou]y$/.test(noun)) return `${noun.slice(0, -1)}ies`
  return `${noun}s`
}
