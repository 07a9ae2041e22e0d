import type { Health, LoadedScreeningList } from '@entrygo/sdk/contract'
import type { Refusal } from '../domain/refusal.ts'
import type { LoadedList } from '../domain/screening/party-screening.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { jsonReply, type NoParams } from './operation.ts'

/** Of packages/server/package.json; a test keeps them equal. */
export const serverVersion = '0.1.0'

/** Of openapi.yaml; a test keeps them equal. */
export const contractVersion = '1.0.0'

/** The key is good, and this server serves under these rules and lists. */
export async function getHealth(_params: NoParams, caller: Caller, ports: Ports): Promise<Reply | Refusal> {
  const { id, version } = ports.rulePack
  const restoration = await ports.store.restoration()
  const health: Health = {
    status: 'ok',
    service: 'entrygo-server',
    version: serverVersion,
    contractVersion,
    rulePack: `${id}-${version}`,
    accountId: caller.accountId,
    scopes: [...caller.scopes],
    screeningLists: (ports.screening?.lists ?? []).map(shownList),
    ...(restoration?.isQuarantined === true ? { quarantine: true } : {}),
  }
  return jsonReply(200, health)
}

function shownList({ title, date, datedBy, entries }: LoadedList): LoadedScreeningList {
  return { name: title, date, dateSource: datedBy === 'lists.json' ? 'operator' : 'file', entries }
}
