import { packageView } from '../domain/export/view.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { jsonReply } from './operation.ts'
import { packageNotFound } from './refusals.ts'

export interface PackageParams {
  readonly id: string
}

export async function getCustomsPackage({ id }: PackageParams, caller: Caller, ports: Ports): Promise<Reply | Refusal> {
  const found = await ports.store.findPackage(caller.accountId, id)
  const history = found === null ? null : await ports.store.loadExport(caller.accountId, found.exportId)
  return history === null ? packageNotFound(id) : jsonReply(200, packageView(history))
}
