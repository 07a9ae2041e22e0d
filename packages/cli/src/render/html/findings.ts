import type { SeenGoods } from '../facts/seen-goods.ts'
import type { Task, Tasks, TasksOfPerson } from '../facts/tasks.ts'
import { count, someOf } from '../text.ts'
import { type Html, html } from './html-text.ts'

/** So many are told to one kind of person; the plan as JSON has them all. */
const shownTasks = 60

/** What has to be supplied or looked at, by who can do it. */
export function findingSections({ people }: Tasks, goods: SeenGoods): Html {
  if (people.length === 0) {
    return html`<section><h2>What to do</h2><p class="calm">Nothing: no finding asks for data or for a decision.</p></section>`
  }
  return html`<section><h2>What to do</h2>
${people.map((person) => personCard(person, goods))}</section>`
}

function personCard({ who, tasks }: TasksOfPerson, goods: SeenGoods): Html {
  const more = tasks.length - shownTasks
  return html`<section class="person"><h3>${who} <span class="soft">${toDo(tasks)}</span></h3>
<ol class="tasks">
${tasks.slice(0, shownTasks).map((task) => taskItem(task, goods))}</ol>
${more > 0 ? html`<p class="soft">… and ${count(more, 'fact')} more in the plan as JSON.</p>` : null}</section>
`
}

function toDo(tasks: readonly Task[]): string {
  const blocking = tasks.filter(({ kind }) => kind === 'BLOCK').length
  const reviews = tasks.length - blocking
  return [...(blocking > 0 ? [`${blocking} block`] : []), ...(reviews > 0 ? [`${reviews} for review`] : [])].join(', ')
}

function taskItem({ finding, number, kind, orders, products }: Task, goods: SeenGoods): Html {
  const { ruleId, message, fix, citation, confidence, expected } = finding
  const names = someOf(
    orders.map((id) => goods.orderName(id)),
    8,
  )
  const of = someOf(
    products.map((id) => goods.productName(id)),
    5,
  )
  return html`<li class="${kind === 'BLOCK' ? 'bad' : 'warn'}">
<p class="ask"><span class="badge">${kind}</span> <code>${fix.field}</code> <span class="rule">${ruleId} · #${number}</span></p>
<p>${message}</p>
<dl class="facts"><div><dt>For example</dt><dd><code>${fix.example}</code></dd></div>
<div><dt>Waits for it</dt><dd>${orders.length === 0 ? 'the whole export' : names}</dd></div>
${of === '' ? null : html`<div><dt>Product</dt><dd>${of}</dd></div>\n`}${
  expected === undefined ? null : html`<div><dt>Would clear it</dt><dd>${expected}</dd></div>\n`
}</dl>
<p class="authority soft">Authority: ${citation} (${confidences[confidence] ?? confidence})</p>
</li>
`
}

const confidences: Readonly<Record<string, string>> = {
  H: 'the official text was read',
  M: 'an excerpt, or a source that cites it',
  L: 'general knowledge',
}

/** What asks for nothing. */
export function toKnowSection({ toKnow }: Tasks, goods: SeenGoods): Html | null {
  if (toKnow.length === 0) return null
  const more = toKnow.length - shownTasks
  const items = toKnow.slice(0, shownTasks).map(({ finding: { ruleId, message, citation }, number, products }) => {
    const of =
      products.length === 0
        ? ''
        : ` ${someOf(
            products.map((id) => goods.productName(id)),
            5,
          )}.`
    return html`<li><p><span class="rule">${ruleId} · #${number}</span> ${message}${of} <span class="soft">${citation}</span></p></li>\n`
  })
  return html`<section><h2>To know</h2>
<ul class="known">
${items}</ul>
${more > 0 ? html`<p class="soft">… and ${count(more, 'finding')} more in the plan as JSON.</p>` : null}</section>`
}
