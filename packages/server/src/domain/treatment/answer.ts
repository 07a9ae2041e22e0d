/** What a test says of goods: yes, no, or open with the facts that would answer it. */
export type Answer = 'yes' | 'no' | Open

export interface Open {
  /**
   * Dotted names of product fields, in the order in which they are best asked: `metals.aluminum.cast`. Empty when no
   * fact of the owner would answer it, because the pack cannot tell: still open, never a yes.
   */
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
  const opens: Open[] = []
  for (const answer of answers) {
    if (answer === 'no') return 'no'
    if (answer !== 'yes') opens.push(answer)
  }
  return opens.length === 0 ? 'yes' : openFor(opens)
}

/** One that holds is enough. */
export function anyOf(answers: Iterable<Answer>): Answer {
  const opens: Open[] = []
  for (const answer of answers) {
    if (answer === 'yes') return 'yes'
    if (answer !== 'no') opens.push(answer)
  }
  return opens.length === 0 ? 'no' : openFor(opens)
}

export function not(answer: Answer): Answer {
  return answer === 'yes' ? 'no' : answer === 'no' ? 'yes' : answer
}

function openFor(opens: readonly Open[]): Open {
  return { asks: [...new Set(opens.flatMap(({ asks }) => asks))] }
}
