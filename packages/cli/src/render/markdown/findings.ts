import type { SeenGoods } from '../facts/seen-goods.ts'
import { type FoundPlan, type Task, tasksOf } from '../facts/tasks.ts'
import { code, codes, mdMore, mdTable, prose } from './text.ts'

/** So many are told to one kind of person; JSON has them all. */
const shownTasks = 25

/** One table for each kind of person who has to act, and one of what is only to be known. */
export function markdownFindings(plan: FoundPlan, goods: SeenGoods): string[] {
  const { people, toKnow } = tasksOf(plan)
  return [
    ...people.flatMap(({ who, tasks }) => [
      `### To do: ${prose(who)}`,
      '',
      ...mdTable(
        ['No.:', '', 'Rule', 'Give', 'For example', 'Why', 'For'],
        tasks.slice(0, shownTasks).map((task) => taskCells(task, goods)),
      ),
      ...mdMore(tasks.length - shownTasks),
    ]),
    ...(toKnow.length === 0 ? [] : ['### To know', '']),
    ...mdTable(
      ['No.:', 'Rule', ''],
      toKnow
        .slice(0, shownTasks)
        .map(({ number, finding: { ruleId, message } }) => [String(number), code(ruleId), prose(message)]),
    ),
    ...mdMore(toKnow.length - shownTasks),
  ]
}

function taskCells({ finding, number, kind, orders, products }: Task, goods: SeenGoods): string[] {
  const { ruleId, fix, message } = finding
  const waiting = orders.length === 0 ? 'the whole export' : codes(orders.map((order) => goods.orderName(order)))
  const of = products.length === 0 ? '' : ` (${codes(products.map((product) => goods.productName(product)))})`
  const word = kind === 'BLOCK' ? '⛔ BLOCK' : '⚠️ REVIEW'
  return [String(number), word, code(ruleId), code(fix.field), code(fix.example), prose(message), `${waiting}${of}`]
}
