import { renderNext, type ShownCommand } from './command-line.ts'
import { renderSettings, type ShownSetting } from './settings.ts'
import type { Style } from './style.ts'
import { wrap } from './text.ts'

export interface ShownDiagnosis {
  readonly exitCode: number
  readonly checks: readonly {
    readonly check: string
    readonly status: 'ok' | 'warn' | 'fail'
    readonly detail: string
    readonly remedy?: string
  }[]
  readonly settings: readonly ShownSetting[]
}

/** Each check with its verdict, what to do about it below, then where each setting comes from. */
export function renderDiagnosis(
  { exitCode, checks, settings }: ShownDiagnosis,
  { style, next }: { readonly style: Style; readonly next: readonly ShownCommand[] },
): string {
  const mark = { ok: style.good, warn: style.warn, fail: style.bad } as const
  const of = (status: string): number => checks.filter((check) => check.status === status).length
  return [
    ...checks.flatMap(({ check, status, detail, remedy }) => [
      ...wrap(detail, indent, `${status.padEnd(4)}  ${check.padEnd(10)}`.padEnd(indent.length)).map((line, index) =>
        index === 0 ? `${mark[status](line.slice(0, 4))}${line.slice(4)}` : line,
      ),
      ...(remedy === undefined ? [] : wrap(remedy, `${indent}   `, `${indent}-> `)),
    ]),
    '',
    style.bold('Settings'),
    renderSettings(settings, style),
    '',
    `${of('ok')} ok, ${of('warn')} to look at, ${of('fail')} failed: exit ${exitCode}`,
    ...renderNext(next, style),
  ].join('\n')
}

const indent = ' '.repeat(18)
