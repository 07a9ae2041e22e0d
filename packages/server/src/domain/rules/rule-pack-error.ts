/** One reason why a rule pack cannot be used. */
export interface RulePackProblem {
  /** Path inside the pack. */
  readonly file: string
  /** The rule ("INV-16 (textiles)", or its position) or the row; absent when it is the whole file. */
  readonly at?: string
  readonly reason: string
}

/** A broken rule pack: nothing is planned with it. Names every problem, each with file, rule or row, and reason. */
export class RulePackError extends Error {
  override readonly name = 'RulePackError'
  readonly problems: readonly RulePackProblem[]

  constructor(problems: readonly RulePackProblem[]) {
    const lines = problems.map(({ file, at, reason }) => `${file}${at === undefined ? '' : `, ${at}`}: ${reason}`)
    super(`The rule pack cannot be used.\n${lines.join('\n')}`)
    this.problems = problems
  }
}
