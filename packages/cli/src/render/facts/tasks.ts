import type { ExportPlan, Finding } from '@entrygo/sdk/contract'

/** One fact that somebody has to supply or look at, with all who wait for it; or one that is only to be known. */
export interface Task {
  readonly finding: Finding
  /** By which `plan --explain` is asked about it: its place among the plan's findings. */
  readonly number: number
  readonly kind: 'BLOCK' | 'REVIEW' | 'INFO'
  readonly orders: readonly string[]
  readonly products: readonly string[]
}

/** What one kind of person has to do. */
export interface TasksOfPerson {
  readonly who: string
  readonly tasks: readonly Task[]
}

export interface Tasks {
  readonly people: readonly TasksOfPerson[]
  readonly toKnow: readonly Task[]
  readonly blocking: number
  readonly reviews: number
}

export type FoundPlan = Pick<ExportPlan, 'validationMessages' | 'missing_data' | 'treatments'>

/** Equal findings are one task; who has to block or look comes in the order of the plan, what blocks comes first. */
export function tasksOf(plan: FoundPlan): Tasks {
  const tasks = [...gathered(plan)]
  const open = tasks.filter(({ kind }) => kind !== 'INFO')
  const people = [...new Set(open.map(({ finding }) => finding.fix.who))].map((who) => {
    const own = open.filter(({ finding }) => finding.fix.who === who)
    return {
      who,
      tasks: [...own.filter(({ kind }) => kind === 'BLOCK'), ...own.filter(({ kind }) => kind !== 'BLOCK')],
    }
  })
  const blocking = open.filter(({ kind }) => kind === 'BLOCK').length
  return { people, toKnow: tasks.filter(({ kind }) => kind === 'INFO'), blocking, reviews: open.length - blocking }
}

/** `2 block, 3 for review (owner 4, broker 1)`, or that nobody has to do anything. */
export function tasksInWords({ people, blocking, reviews }: Tasks): string {
  if (people.length === 0) return 'nothing'
  const counts = [...(blocking > 0 ? [`${blocking} block`] : []), ...(reviews > 0 ? [`${reviews} for review`] : [])]
  return `${counts.join(', ')} (${people.map(({ who, tasks }) => `${who} ${tasks.length}`).join(', ')})`
}

interface OpenTask extends Task {
  readonly orders: string[]
  readonly products: string[]
  readonly seen: Set<string>
}

function gathered(plan: FoundPlan): Iterable<Task> {
  const ordersByProduct = new Map<string, Set<string>>()
  for (const { order_id, product_id } of plan.treatments) {
    const orders = ordersByProduct.get(product_id)
    if (orders === undefined) ordersByProduct.set(product_id, new Set([order_id]))
    else orders.add(order_id)
  }
  const released = new Map(plan.missing_data.map(({ pointer, releases }) => [pointer, releases]))
  const tasks = new Map<string, OpenTask>()
  for (const [index, finding] of plan.validationMessages.entries()) {
    const { severity, ruleId, fix, order_id, product_id, pointer, message } = finding
    const key = [severity, ruleId, fix.who, fix.field, message].join('|')
    const task = tasks.get(key) ?? {
      finding,
      number: index + 1,
      kind: kindOf(finding),
      orders: [],
      products: [],
      seen: new Set(),
    }
    tasks.set(key, task)
    if (product_id !== undefined) addOnce(task, task.products, product_id)
    const waiting =
      order_id !== undefined ? [order_id] : (released.get(pointer) ?? ordersByProduct.get(product_id ?? ''))
    for (const id of waiting ?? []) addOnce(task, task.orders, id)
  }
  return tasks.values()
}

function addOnce({ seen }: OpenTask, list: string[], id: string): void {
  if (seen.has(id)) return
  seen.add(id)
  list.push(id)
}

/** What refuses execute blocks, whatever its severity; what a newer server calls otherwise is looked at. */
function kindOf({ severity, at_execute }: Finding): Task['kind'] {
  if (severity === 'BLOCK' || at_execute !== undefined) return 'BLOCK'
  return severity === 'INFO' ? 'INFO' : 'REVIEW'
}
