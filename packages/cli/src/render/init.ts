import type { ExportPlan } from '@entrygo/sdk/contract'
import { renderNext, type ShownCommand } from './command-line.ts'
import type { Style } from './style.ts'
import { plain, wrap } from './text.ts'

export interface ShownInit {
  readonly path: string
  readonly config: Readonly<Record<string, string>>
  readonly apiKeyFile: string | null
  readonly health: { readonly accountId: string; readonly service: string; readonly version: string }
  /** Null where the configuration alone was wanted. */
  readonly first: {
    readonly orders: string
    readonly shipment: string
    readonly planFile: string
    /** Sample records that were made. */
    readonly made: readonly string[]
    readonly asOf: string | null
    readonly plan: Pick<ExportPlan, 'exportId' | 'planHash' | 'readinessState' | 'missing_data'>
  } | null
}

/** What was written, what the server said, and what comes next. */
export function renderInit(
  { path, apiKeyFile, health, first }: ShownInit,
  { style, next }: { readonly style: Style; readonly next: readonly ShownCommand[] },
): string {
  return [
    `${style.good('Set up')}: ${plain(health.service)} ${plain(health.version)} knows ${plain(health.accountId)}`,
    `  settings  ${plain(path)}`,
    apiKeyFile === null ? '  key       stays in ENTRYGO_API_KEY' : `  key       ${plain(apiKeyFile)} (yours alone)`,
    ...(first === null ? [] : firstLines(first, style)),
    ...renderNext(next, style),
  ].join('\n')
}

function firstLines(
  { orders, shipment, planFile, made, asOf, plan }: NonNullable<ShownInit['first']>,
  style: Style,
): string[] {
  const mark = { READY: style.good, REVIEW_REQUIRED: style.warn, BLOCKED: style.bad }[plan.readinessState]
  return [
    `  order     ${plain(orders)}`,
    `  shipment  ${plain(shipment)}`,
    `  plan      ${plain(planFile)}`,
    ...(made.length === 0 ? [] : wrap(`Made as samples: ${made.join(', ')}`, '  ', '  ')),
    '',
    `${style.bold('First plan')} ${plain(plan.exportId)}: ${mark(plain(plan.readinessState))}`,
    ...(asOf === null
      ? []
      : wrap(`Under the law of ${asOf}, the last day that the rule pack of the server knows.`, '  ', '  ')),
    ...(plan.missing_data.length === 0 ? [] : [`  ${plan.missing_data.length} facts are missing: see the plan`]),
  ]
}
