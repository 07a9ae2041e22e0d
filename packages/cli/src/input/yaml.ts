import { parseDocument } from 'yaml'
import { inputError } from '../errors.ts'

/** One YAML 1.2 document, as data: no tags that make objects. Errors name file, line and column. */
export function parseYamlText(text: string, name: string): unknown {
  const document = parseDocument(text, { prettyErrors: false, uniqueKeys: true })
  const [error] = document.errors
  if (error === undefined) return document.toJS({ maxAliasCount: 100 })
  const before = text.slice(0, error.pos[0]).split('\n')
  const column = (before.at(-1) ?? '').length + 1
  throw inputError(`${name} line ${before.length}, column ${column} is not YAML: ${error.message}.`, 'file')
}
