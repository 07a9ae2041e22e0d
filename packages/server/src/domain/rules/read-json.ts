import type { RulePackProblem } from './rule-pack-error.ts'

/** The value of a JSON file of a pack, or undefined with a problem. */
export function readJson(texts: ReadonlyMap<string, string>, file: string, problems: RulePackProblem[]): unknown {
  const text = texts.get(file)
  if (text === undefined) {
    problems.push({ file, reason: 'is missing' })
    return undefined
  }
  try {
    return JSON.parse(text)
  } catch (error) {
    problems.push({ file, reason: `is not JSON: ${error instanceof Error ? error.message : String(error)}` })
    return undefined
  }
}
