import type { SeenGoods } from './facts/seen-goods.ts'
import { type FoundPlan, type Task, type TasksOfPerson, tasksOf } from './facts/tasks.ts'
import type { Style } from './style.ts'
import { clip, columns, moreOf, plain, someOf, wrap } from './text.ts'

/** So many are told to one kind of person, and so many are only to be known; JSON has them all. */
const shownTasks = 15

interface Shown {
  readonly style: Style
  readonly goods: SeenGoods
}

/** The findings by who has to act: each fact once, with the orders that wait for it. */
export function renderToDo(plan: FoundPlan, shown: Shown): string[] {
  return tasksOf(plan).people.flatMap((person) => personLines(person, shown))
}

/** The findings that ask for nothing. */
export function renderToKnow(plan: FoundPlan, style: Style): string[] {
  const { toKnow } = tasksOf(plan)
  return toKnow.length === 0 ? [] : ['', style.bold('To know'), ...toKnowLines(toKnow, style)]
}

function personLines({ who, tasks }: TasksOfPerson, shown: Shown): string[] {
  return [
    '',
    shown.style.bold(`To do: ${who}`),
    ...tasks.slice(0, shownTasks).flatMap((task) => taskLines(task, shown)),
    ...moreOf(tasks.length - shownTasks).map((line) => `  ${line}`),
  ]
}

/** What is asked for on the first line, why and for whom below it. */
function taskLines({ finding, number, kind, orders, products }: Task, { style, goods }: Shown): string[] {
  const { ruleId, message, fix } = finding
  const start = `  ${`#${number}`.padEnd(4)} ${kind.padEnd(6)}  ${clip(ruleId, 16)}  `
  const field = clip(fix.field, columns - start.length)
  const mark = kind === 'BLOCK' ? style.bad : style.warn
  const indent = '       '
  const waiting = orders.length === 0 ? 'the whole export' : someOf(orders.map((id) => goods.orderName(id)))
  const of = products.length === 0 ? '' : ` (${someOf(products.map((id) => goods.productName(id)))})`
  return [
    start.replace(kind, mark(kind)) + style.bold(field),
    ...wrap(message, indent),
    ...wrap(`${field === plain(fix.field) ? '' : `${fix.field}, `}for example ${fix.example}`, `${indent}  `, indent),
    ...wrap(`for ${waiting}${of}`, `${indent}  `, indent).map((line) => style.dim(line)),
  ]
}

function toKnowLines(tasks: readonly Task[], style: Style): string[] {
  const width = Math.max(...tasks.slice(0, shownTasks).map(({ finding }) => clip(finding.ruleId, 16).length))
  return [
    ...tasks.slice(0, shownTasks).flatMap(({ finding: { ruleId, message }, number, products }) => {
      const start = `  ${`#${number}`.padEnd(4)} ${clip(ruleId, 16).padEnd(width)}  `
      const many = products.length > 1 ? ` (${products.length} products)` : ''
      const [first = '', ...rest] = wrap(plain(message) + many, ' '.repeat(start.length), start)
      return [style.dim(start) + first.slice(start.length), ...rest]
    }),
    ...moreOf(tasks.length - shownTasks).map((line) => `  ${line}`),
  ]
}
