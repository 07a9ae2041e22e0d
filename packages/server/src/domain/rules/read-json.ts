import { jsonFaultLine } from './json-lines.ts'
import type { FoundProblem } from './rule-pack-error.ts'

/** The value of a JSON file of a pack, or undefined with a problem that names the line. */
export function readJson(texts: ReadonlyMap<string, string>, file: string, problems: FoundProblem[]): unknown {
  const text = texts.get(file)
  if (text === undefined) {
    problems.push({ file, reason: 'is missing' })
    return undefined
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    const reason = `is not JSON: ${error instanceof Error ? error.message : String(error)}`
    problems.push({ file, line: jsonFaultLine(text), reason })
    return undefined
  }
}
