import type { AccountProfileInput } from '@entrygo/sdk/contract'
import type { Refusal } from '../domain/refusal.ts'
import { profileOf } from '../domain/setup/profile.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { idempotently } from './idempotently.ts'
import { jsonReply, type WriteRequest } from './operation.ts'

/** Replaces the account's profile as a whole; the same profile again writes nothing. */
export function putAccountProfile(
  request: WriteRequest<AccountProfileInput>,
  caller: Caller,
  ports: Ports,
): Promise<Reply | Refusal> {
  const decide: Parameters<typeof idempotently>[0]['decide'] = async () => {
    const existing = await ports.store.loadProfile(caller.accountId)
    const profile = profileOf(request.body, existing)
    return {
      reply: jsonReply(200, profile.doc),
      writes: profile === existing ? [] : [{ write: 'profile', profile }],
    }
  }
  return idempotently({ operation: 'putAccountProfile', request, decide }, caller, ports)
}
