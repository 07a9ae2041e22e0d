import type { Refusal } from '../domain/refusal.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { jsonReply, type NoParams } from './operation.ts'

export async function getAccountProfile(_params: NoParams, caller: Caller, ports: Ports): Promise<Reply | Refusal> {
  const { doc } = await ports.store.loadProfile(caller.accountId)
  return jsonReply(200, doc)
}
