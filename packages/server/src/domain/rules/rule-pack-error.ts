import { type JsonStep, jsonLine } from './json-lines.ts'

/** One reason why a rule pack cannot be used. */
export interface RulePackProblem {
  /** Path inside the pack. */
  readonly file: string
  /** Line in the file, from 1, where the row or record begins; absent when it is the whole file. */
  readonly line?: number
  /** The rule ("INV-16 (textiles)", or its position), the record of a measure or the list that the row is of. */
  readonly at?: string
  readonly reason: string
}

/** A problem as a reader of JSON finds it: `path` leads to the record, from which the line is told. */
export interface FoundProblem extends RulePackProblem {
  readonly path?: readonly JsonStep[]
}

/** The problems with the lines of their records. */
export function locateProblems(
  problems: readonly FoundProblem[],
  texts: ReadonlyMap<string, string>,
): RulePackProblem[] {
  return problems.map(({ path, ...problem }) => {
    const text = texts.get(problem.file)
    return path === undefined || text === undefined ? problem : { ...problem, line: jsonLine(text, path) }
  })
}

/** A broken rule pack: nothing is planned with it. Names every problem, each with file, line, rule or list, and reason. */
export class RulePackError extends Error {
  override readonly name = 'RulePackError'
  readonly problems: readonly RulePackProblem[]

  constructor(problems: readonly RulePackProblem[]) {
    super(`The rule pack cannot be used.\n${problems.map(lineOf).join('\n')}`)
    this.problems = problems
  }
}

function lineOf({ file, line, at, reason }: RulePackProblem): string {
  const place = line === undefined ? file : `${file}:${line}`
  return `${place}${at === undefined ? '' : `, ${at}`}: ${reason}`
}
