import { isMap, isScalar, LineCounter, parseDocument } from 'yaml'
import { CommandError, ownOf } from '../errors.ts'
import { parseExact } from '../input/exact-json.ts'
import { isRecord } from '../input/record.ts'
import { parseYamlText } from '../input/yaml.ts'

/** The fields of an object in a file, with the line that each stands on. */
export interface PlacedFields {
  readonly name: string
  readonly values: ReadonlyMap<string, unknown>
  readonly lines: ReadonlyMap<string, number>
}

/**
 * One object of JSON or YAML; JSON is read as YAML once it has been read as JSON. A field that is named twice, an alias
 * that stands for too much, a tag, and a second document are errors that name the line.
 */
export function readPlacedFields(text: string, name: string): PlacedFields {
  const value = valueIn(text.replace(/^\uFEFF/, ''), name)
  if (!isRecord(value)) {
    throw new CommandError('POLICY_INVALID', `${name} holds no object: write fields such as maxValueUsd: 2500.`, {
      field: '--policy',
    })
  }
  return { name, values: new Map(Object.entries(value)), lines: linesIn(text) }
}

function valueIn(text: string, name: string): unknown {
  try {
    return name.toLowerCase().endsWith('.json') ? parseExact(text, name) : parseYamlText(text, name)
  } catch (error) {
    if (!(error instanceof CommandError)) throw error
    throw new CommandError('POLICY_INVALID', error.message, {
      field: '--policy',
      cause: error,
      own: ownOf(error.message),
    })
  }
}

function linesIn(text: string): ReadonlyMap<string, number> {
  const lineCounter = new LineCounter()
  const { contents } = parseDocument(text, { lineCounter, prettyErrors: false })
  const lines = new Map<string, number>()
  if (!isMap(contents)) return lines
  for (const { key } of contents.items) {
    if (isScalar(key) && key.range) lines.set(String(key.value), lineCounter.linePos(key.range[0]).line)
  }
  return lines
}
