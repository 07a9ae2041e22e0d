import { isObject, type JsonObject, listOf } from '../schema/json.ts'

/** A list that was cut. */
export interface Cut {
  readonly pointer: string
  readonly total: number
  readonly shown: number
}

export interface Bounded {
  readonly data: JsonObject
  readonly truncated: readonly Cut[]
}

/** An answer for a model: about 40,000 characters of JSON, some 10,000 tokens. */
const maxCharacters = 40_000

/**
 * The answer with its lists cut evenly until it fits into a model's context. What is cut is said; of findings those that
 * block stay first, then those for review.
 */
export function bounded(answer: object): Bounded {
  const data = withWorstFirst({ ...answer })
  for (const most of [1000, 200, 50, 20, 8, 3, 1]) {
    const truncated: Cut[] = []
    const fitting = cutObject(data, { most, pointer: '', truncated })
    if (most === 1 || JSON.stringify(fitting).length <= maxCharacters) return { data: fitting, truncated }
  }
  return { data, truncated: [] }
}

interface Cutting {
  readonly most: number
  readonly pointer: string
  readonly truncated: Cut[]
}

function cutObject(value: JsonObject, at: Cutting): JsonObject {
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name,
      cut(member, { ...at, pointer: `${at.pointer}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}` }),
    ]),
  )
}

function cut(value: unknown, at: Cutting): unknown {
  if (isObject(value)) return cutObject(value, at)
  if (!Array.isArray(value)) return value
  const { most, pointer, truncated } = at
  if (value.length > most) truncated.push({ pointer, total: value.length, shown: most })
  return value.slice(0, most).map((one, index) => cut(one, { ...at, pointer: `${pointer}/${index}` }))
}

const severities = ['BLOCK', 'REVIEW']

function withWorstFirst(answer: JsonObject): JsonObject {
  const { validationMessages } = answer
  if (!Array.isArray(validationMessages)) return answer
  const rank = (finding: unknown): number => {
    const index = severities.indexOf(isObject(finding) ? String(finding['severity']) : '')
    return index < 0 ? severities.length : index
  }
  return { ...answer, validationMessages: listOf(validationMessages).toSorted((a, b) => rank(a) - rank(b)) }
}
