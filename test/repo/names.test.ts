import { expect, it } from 'vitest'
import { codeOnly, isTest, type Source, typeScriptSources, withoutComments } from './sources.ts'

interface Habit {
  readonly title: string
  readonly pattern: RegExp
  readonly instead: string
  /** Files in which it is allowed. */
  readonly except?: (path: string) => boolean
}

const everywhere: readonly Habit[] = [
  {
    title: 'no enum',
    pattern: /^\s*(?:export\s+)?(?:const\s+)?enum\s+\w/,
    instead: 'use a union of literals',
  },
  {
    title: 'no default export',
    pattern: /^\s*export\s+default\b|\bas\s+default\b/,
    instead: 'export it by its name',
    except: (path) => path.endsWith('.config.ts'),
  },
  {
    title: 'no any',
    pattern: /[:<|,(]\s*any\b(?!\s*:)|\bas\s+any\b|\bany\[\]/,
    instead: 'use unknown and check, or the type of the contract',
  },
  {
    title: 'no non-null assertion',
    pattern: /[\w)\]]!(?=[.;,)\]\s[]|$)(?!\s*=)/,
    instead: 'check for undefined and say what is wrong',
  },
  {
    title: 'no empty word in a name of a type or function',
    pattern: /\b(?:class|interface|type|function)\s+\w*(?:Manager|Service|Helper|Utils?|Impl|Info)\b/,
    instead: 'name it by what it is or does',
  },
  {
    title: 'no I before the name of an interface',
    pattern: /\binterface\s+I[A-Z][a-z]/,
    instead: 'name it by its noun',
  },
  {
    title: 'no function that is called process or handle',
    pattern: /\bfunction\s+(?:process|handle)\s*\(/,
    instead: 'say what it does',
  },
  {
    title: 'no focused and no skipped test',
    pattern: /\b(?:it|test|describe)\.(?:only|skip|todo)\b/,
    instead: 'run it, or remove it',
  },
]

const inProducts: readonly Habit[] = [
  {
    title: 'no assertion of a type but as const',
    pattern: /[\w)\]}'"`]\s+as\s+(?!const\b)(?=[A-Za-z{[(])/,
    instead: 'check the value with a schema or a type guard, and say "after the check" in a comment on the line before',
  },
]

const sources = typeScriptSources()
const products = sources.filter(({ path }) => /^packages\/[^/]+\/src\//.test(path) && !isTest(path))

it.each(everywhere)('$title', (habit) => {
  expect(sources.flatMap((source) => findings(habit, source))).toEqual([])
})

it.each(inProducts)('$title', (habit) => {
  expect(products.flatMap((source) => findings(habit, source))).toEqual([])
})

it('nothing is left for later', () => {
  const words = new RegExp(
    `\\b(?:${['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'].join('|')})\\b|not implemented`,
  )
  const left = sources.flatMap(({ path, text }) =>
    text.split('\n').flatMap((line, index) => (words.test(line) ? [`${path}:${index + 1} ${line.trim()}`] : [])),
  )
  expect(left.filter((line) => !line.startsWith('test/repo/names.test.ts'))).toEqual([])
})

it.each([
  ['no enum', 'export enum Colour {'],
  ['no default export', 'export default run'],
  ['no any', 'function f(x: any) {'],
  ['no non-null assertion', 'const a = list[0]!'],
  ['no assertion of a type but as const', 'const a = value as Plan'],
  ['no empty word in a name of a type or function', 'class PlanManager {'],
])('the rule "%s" finds %s', (title, text) => {
  const habit = [...everywhere, ...inProducts].find((one) => one.title === title)
  expect(habit && findings(habit, { path: 'packages/a/src/a.ts', text })).toHaveLength(1)
})

it.each(["import { a as b } from './a.ts'", 'const a = [1] as const', 'if (a !== b) return', "it('any one', f)"])(
  'no rule finds anything in: %s',
  (text) => {
    const source = { path: 'packages/a/src/a.ts', text }
    expect([...everywhere, ...inProducts].flatMap((habit) => findings(habit, source))).toEqual([])
  },
)

function findings({ title, pattern, instead, except }: Habit, { path, text }: Source): string[] {
  if (except?.(path) === true) return []
  const lines = withoutComments(text).split('\n')
  const code = codeOnly(text).split('\n')
  return code.flatMap((line, index) => {
    if (!pattern.test(line) || /^\s*(?:import|export)\b.*\bfrom\b/.test(lines[index] ?? '')) return []
    if (instead.includes('after the check') && /after the check/.test(text.split('\n')[index - 1] ?? '')) return []
    return [`${path}:${index + 1} ${(lines[index] ?? '').trim()}: ${title}; ${instead}.`]
  })
}
