import type { ExportPlan, Finding } from '@entrygo/sdk/contract'
import type { Style } from './style.ts'
import { count, wrap } from './text.ts'

interface Task {
  readonly finding: Finding
  /** By which `plan --explain` is asked about it: its place among the plan's findings. */
  readonly number: number
  readonly orders: Set<string>
  readonly products: Set<string>
}

type FoundPlan = Pick<
  ExportPlan,
  'validationMessages' | 'missing_data' | 'treatments' | 'included_order_ids' | 'excluded_order_ids'
>

/** The findings by who has to act: each fact once, with the orders that wait for it; then what is only to be known. */
export function renderFindings(
  plan: FoundPlan,
  style: Style,
  { isOpenOnly = false }: { readonly isOpenOnly?: boolean } = {},
): string[] {
  const tasks = tasksOf(plan)
  const open = tasks.filter(({ finding }) => finding.severity !== 'INFO')
  const people = [...new Set(open.map(({ finding }) => finding.fix.who))]
  const info = isOpenOnly ? [] : tasks.filter(({ finding }) => finding.severity === 'INFO')
  return [
    ...people.flatMap((who) => [
      '',
      style.bold(`To do: ${who}`),
      ...open.filter(({ finding }) => finding.fix.who === who).flatMap((task) => taskLines(task, style)),
    ]),
    ...(info.length === 0 ? [] : ['', style.bold('To know')]),
    ...info.flatMap((task) => infoLines(task)),
  ]
}

function tasksOf(plan: FoundPlan): readonly Task[] {
  const ordersByProduct = new Map<string, Set<string>>()
  for (const { order_id, product_id } of plan.treatments) {
    ordersByProduct.set(product_id, (ordersByProduct.get(product_id) ?? new Set()).add(order_id))
  }
  const released = new Map(plan.missing_data.map(({ pointer, releases }) => [pointer, releases]))
  const tasks = new Map<string, Task>()
  for (const [index, finding] of plan.validationMessages.entries()) {
    const { severity, ruleId, fix, order_id, product_id, pointer, message } = finding
    const key = [severity, ruleId, fix.who, fix.field, message].join('|')
    const task = tasks.get(key) ?? {
      finding,
      number: index + 1,
      orders: new Set<string>(),
      products: new Set<string>(),
    }
    tasks.set(key, task)
    if (product_id !== undefined) task.products.add(product_id)
    const waiting =
      order_id !== undefined ? [order_id] : (released.get(pointer) ?? ordersByProduct.get(product_id ?? ''))
    for (const id of waiting ?? []) task.orders.add(id)
  }
  return [...tasks.values()]
}

function taskLines({ finding, number, orders, products }: Task, style: Style): string[] {
  const { severity, ruleId, message, fix, at_execute } = finding
  const mark = severity === 'BLOCK' || at_execute !== undefined ? style.bad('BLOCK ') : style.warn('REVIEW')
  const [first = '', ...rest] = wrap(`#${number} ${ruleId}: ${message}`, '         ')
  return [
    `  ${mark} ${first.trim()}`,
    ...rest,
    ...wrap(`field ${fix.field}, for example ${fix.example}`, '           ', '         '),
    ...wrap(`${namesOf('product', products)}${waitingOf(orders)}`, '           ', '         ').map((line) =>
      style.dim(line),
    ),
  ]
}

function infoLines({ finding: { ruleId, message }, number, products }: Task): string[] {
  const many = products.size > 1 ? ` (${count(products.size, 'product')})` : ''
  return wrap(`#${number} ${ruleId}: ${message}${many}`, '    ', '  ')
}

function waitingOf(orders: ReadonlySet<string>): string {
  return orders.size === 0 ? 'for the whole export' : `for ${count(orders.size, 'order')}: ${someOf(orders)}`
}

function namesOf(noun: string, ids: ReadonlySet<string>): string {
  return ids.size === 0 ? '' : `${noun} ${someOf(ids)}, `
}

function someOf(ids: ReadonlySet<string>): string {
  const shown = [...ids].slice(0, 3).join(', ')
  return ids.size > 3 ? `${shown} and ${ids.size - 3} more` : shown
}
