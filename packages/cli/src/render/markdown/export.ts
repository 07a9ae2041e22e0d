import type { Export, PlanSnapshot } from '@entrygo/sdk/contract'
import type { ShownCommand } from '../command-line.ts'
import { stateInWords } from '../facts/headline.ts'
import { seenGoodsOf } from '../facts/seen-goods.ts'
import { timelineOf } from '../facts/timeline.ts'
import { warningsOf } from '../facts/warnings.ts'
import { markdownFindings } from './findings.ts'
import { markdownNext } from './next.ts'
import { markdownScope } from './plan.ts'
import { code, mdTable, prose } from './text.ts'

/** So many moments are shown, the newest. */
const shownMoments = 50

interface Shown {
  readonly next: readonly ShownCommand[]
  readonly snapshot?: PlanSnapshot
}

/** Where an export stands, for a pull request or a step summary. */
export function markdownExport(found: Export, { next, snapshot }: Shown): string {
  const { exportId, state } = found
  const moments = timelineOf(found)
  const earlier = moments.length - shownMoments
  return [
    `## ${signs[state] ?? '❔'} ${prose(state)}: ${stateInWords(state)}`,
    '',
    `Export ${code(exportId)}`,
    '',
    ...warningsOf(found).flatMap(({ title, text }) => [`> ❗ **${title}**: ${text}`, '']),
    ...markdownScope(found),
    ...(found.status === 'executed' ? [] : markdownFindings(found, seenGoodsOf(snapshot))),
    '### Timeline',
    '',
    ...(earlier > 0
      ? [`… and ${earlier.toLocaleString('en-US')} earlier: ${code(`entrygo exports events ${exportId}`)}`, '']
      : []),
    ...mdTable(
      ['No.:', 'Time', 'Who', 'What', ''],
      moments
        .slice(-shownMoments)
        .map(({ seq, at, who, what, facts }) => [
          seq === null ? '' : String(seq),
          prose(at),
          prose(who),
          seq === null ? prose(what) : code(what),
          prose(facts),
        ]),
    ),
    ...documents(found),
    ...markdownNext(next),
  ].join('\n')
}

const signs: Readonly<Record<string, string>> = {
  blocked: '⛔',
  awaiting_approval: '⚠️',
  executable: '✅',
  handing_off: '⏳',
  completed: '✅',
  needs_action: '⛔',
}

function documents({ customs_package: found }: Export): string[] {
  if (found === null) return []
  return [
    `### Customs package ${code(found.packageNumber)}`,
    '',
    ...mdTable(
      ['Document', 'Bytes:', 'SHA-256'],
      found.artifacts.map(({ filename, size, sha256 }) => [code(filename), String(size), code(sha256)]),
    ),
  ]
}
