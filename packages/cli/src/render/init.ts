import type { Style } from './style.ts'
import { plain } from './text.ts'

export interface ShownInit {
  readonly path: string
  readonly apiKeyFile: string | null
  readonly health: { readonly accountId: string; readonly service: string; readonly version: string }
}

/** What was written, and what the server said. */
export function renderInit({ path, apiKeyFile, health }: ShownInit, style: Style): string {
  return [
    `${style.good('Ready')}: ${plain(health.service)} ${plain(health.version)} knows ${plain(health.accountId)}`,
    `  settings  ${plain(path)}`,
    apiKeyFile === null ? '  key       stays in ENTRYGO_API_KEY' : `  key       ${plain(apiKeyFile)} (yours alone)`,
    '',
    `Next    ${style.link('entrygo config explain')}`,
  ].join('\n')
}
