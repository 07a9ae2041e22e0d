import type { Answer } from './api.ts'
import { Breach } from './breach.ts'

/** What stands at a dotted path of any value; undefined where there is nothing. */
export function at(value: unknown, path: string): unknown {
  if (path === '') return value
  return path.split('.').reduce<unknown>((node, name) => members(node)[name], value)
}

/** The members of an object or a list; none of anything else. */
export function members(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {}
}

/** The text at a path of an answer; its absence is a breach. */
export function textIn(answer: Answer, path: string): string {
  const found = at(answer.value, path)
  if (typeof found === 'string') return found
  throw new Breach({ answer, expected: `a text at ${path}`, got: found })
}

/** The list at a path of an answer; its absence is a breach. */
export function listIn(answer: Answer, path: string): readonly unknown[] {
  const found = at(answer.value, path)
  if (Array.isArray(found)) return found
  throw new Breach({ answer, expected: `a list at ${path}`, got: found })
}

/** The texts at a path of each item of a list. */
export function textsIn(answer: Answer, list: string, path = ''): readonly string[] {
  return listIn(answer, list).map((item) => {
    const found = at(item, path)
    if (typeof found === 'string') return found
    throw new Breach({ answer, expected: `a text at ${path || 'each place'} of every item of ${list}`, got: found })
  })
}

/** The number at a path of an answer; its absence is a breach. */
export function numberIn(answer: Answer, path: string): number {
  const found = at(answer.value, path)
  if (typeof found === 'number') return found
  throw new Breach({ answer, expected: `a number at ${path}`, got: found })
}
