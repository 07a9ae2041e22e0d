import type { Style } from './style.ts'
import { plain, wrap } from './text.ts'

export interface ShownPlanFile {
  readonly file: string
  readonly intact: boolean | null
  readonly checks: readonly { readonly check: string; readonly ok: boolean; readonly detail: string }[]
  readonly accountId: string | null
  readonly validThrough: string | null
}

/** What a file says of itself, before the plan in it. */
export function renderPlanFile({ file, intact, checks, accountId, validThrough }: ShownPlanFile, style: Style): string {
  const failed = checks.filter(({ ok }) => !ok)
  return [
    `${style.bold('File')}  ${plain(file)}`,
    `  ${verdict(intact, style)}`,
    ...failed.flatMap(({ check, detail }) => wrap(`- ${check}: ${detail}`, '    ', '  ')),
    ...(accountId === null ? [] : [`  account ${plain(accountId)}`]),
    ...(validThrough === null ? [] : [`  valid through ${plain(validThrough)}`]),
  ].join('\n')
}

function verdict(intact: boolean | null, style: Style): string {
  if (intact === null) return style.warn('cannot be checked: it has no snapshot')
  return intact ? style.good('intact: its planHash names what it holds') : style.bad('ALTERED: do not rely on it')
}
