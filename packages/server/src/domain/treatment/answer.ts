/** What a test says of goods: yes, no, or open with the facts that would answer it. */
export type Answer = 'yes' | 'no' | Open

export interface Open {
  /** Dotted names of product fields, in the order in which they are best asked: `metals.aluminum.cast`. */
  readonly asks: readonly string[]
}

export function open(...asks: string[]): Open {
  return { asks }
}

export function yesIf(condition: boolean): Answer {
  return condition ? 'yes' : 'no'
}

/** All must hold: one no decides, else what is open stays open. */
export function allOf(answers: Iterable<Answer>): Answer {
  const asks: string[] = []
  for (const answer of answers) {
    if (answer === 'no') return 'no'
    if (answer !== 'yes') asks.push(...answer.asks)
  }
  return asks.length === 0 ? 'yes' : { asks: [...new Set(asks)] }
}

/** One that holds is enough. */
export function anyOf(answers: Iterable<Answer>): Answer {
  const asks: string[] = []
  for (const answer of answers) {
    if (answer === 'yes') return 'yes'
    if (answer !== 'no') asks.push(...answer.asks)
  }
  return asks.length === 0 ? 'no' : { asks: [...new Set(asks)] }
}

export function not(answer: Answer): Answer {
  return answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : answer
}
