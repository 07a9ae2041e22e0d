import type { Export, PlanSnapshot } from '@entrygo/sdk/contract'
import { approvalLines } from './approvals.ts'
import { renderNext, type ShownCommand } from './command-line.ts'
import { renderMoments } from './events.ts'
import { stateInWords } from './facts/headline.ts'
import { seenGoodsOf } from './facts/seen-goods.ts'
import { timelineOf } from './facts/timeline.ts'
import { renderToDo } from './findings.ts'
import { readinessMark, renderScope } from './plan.ts'
import type { Style } from './style.ts'
import { renderNotifications, renderSubmission, renderWarnings } from './submission.ts'
import { moreOf, plain, table } from './text.ts'

/** So many moments are shown, the newest. */
const shownMoments = 40

interface Shown {
  readonly style: Style
  readonly next: readonly ShownCommand[]
  readonly now: number
  /** What planning saw, for the caller's own names, where it is at hand. */
  readonly snapshot?: PlanSnapshot
}

/** Where an export stands: state, what is urgent, scope, what happened when and by whom, documents, and the next command. */
export function renderExport(found: Export, { style, next, now, snapshot }: Shown): string {
  const { exportId, state, planHash, readinessState } = found
  const goods = seenGoodsOf(snapshot)
  return [
    `${style.bold('Export')} ${plain(exportId)}`,
    style.dim(`  ${plain(planHash)}`),
    `  ${style.bold(markOf(state, style)(plain(state)))}: ${stateInWords(state)}`,
    ...renderWarnings(found, style),
    ...renderScope(found, style),
    `  Planned   ${readinessMark(readinessState, style)(plain(readinessState))}`,
    ...(found.status === 'executed' ? [] : renderToDo(found, { style, goods })),
    ...approvals(found, style, now),
    ...timeline(found, style),
    ...renderSubmission(found, style),
    ...renderNotifications(found.notifications, style),
    ...documents(found, style),
    ...renderNext(next, style),
  ].join('\n')
}

function timeline(found: Export, style: Style): string[] {
  const moments = timelineOf(found)
  const earlier = moments.length - shownMoments
  return [
    '',
    style.bold('Timeline'),
    ...moreOf(earlier, `entrygo exports events ${plain(found.exportId)}`).map((line) => `  ${line}`),
    ...(moments.length === 0 ? ['  nothing has happened'] : renderMoments(moments.slice(-shownMoments), style)),
  ]
}

function markOf(state: string, style: Style): (text: string) => string {
  if (state === 'completed' || state === 'executable') return style.good
  return state === 'blocked' || state === 'needs_action' ? style.bad : style.warn
}

function approvals({ approvals: given, planHash }: Export, style: Style, now: number): string[] {
  return given.length === 0 ? [] : ['', style.bold('Approvals'), ...approvalLines(given, { planHash, style, now })]
}

function documents({ customs_package: found }: Export, style: Style): string[] {
  if (found === null) return []
  const head = [{ title: 'Document' }, { title: 'Bytes', align: 'right' as const }, { title: 'SHA-256' }]
  const rows = found.artifacts.map(({ filename, size, sha256 }) => [filename, String(size), `${sha256.slice(0, 16)}…`])
  const [titles = '', ...lines] = table(head, rows)
  return [
    '',
    `${style.bold('Customs package')} ${plain(found.packageNumber)} (${plain(found.state)})`,
    `  ${plain(found.id)}`,
    `  ${style.dim(titles)}`,
    ...lines.map((line) => `  ${line}`),
  ]
}
