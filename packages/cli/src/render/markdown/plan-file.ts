import type { ShownPlanFile } from '../plan-file.ts'
import { code, prose } from './text.ts'

/** What a plan file says of itself, above the plan in it. */
export function markdownPlanFile({ file, intact, checks, accountId, validThrough }: ShownPlanFile): string {
  const verdict =
    intact === null
      ? '⚠️ cannot be checked: it has no snapshot'
      : intact
        ? '✅ intact: its planHash names what it holds'
        : '⛔ ALTERED: do not rely on it'
  return [
    `File ${code(file)}: ${verdict}`,
    ...checks.filter(({ ok }) => !ok).map(({ check, detail }) => `- ${prose(check)}: ${prose(detail)}`),
    ...(accountId === null ? [] : [`- account ${code(accountId)}`]),
    ...(validThrough === null ? [] : [`- valid through ${prose(validThrough)}`]),
    '',
  ].join('\n')
}
