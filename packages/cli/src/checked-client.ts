import { type EntryGo, EntryGoError } from '@entrygo/sdk/client'
import { answerFields } from './answer-fields.ts'
import { createSecrets, type Secrets } from './watch/secrets.ts'

/**
 * The client, whose answers have at least the properties that the contract promises at their top: whatever answers 200 with
 * other JSON is no EntryGo server, and must not be told as a success. Neither an answer nor a refusal says the key, in
 * whatever form a server or something before it repeats the headers that it was sent, or a record holds it by mistake. Files
 * are left as they are, since they are kept by their digest.
 */
export function checkedClient(client: EntryGo, apiKey: string): EntryGo {
  const secrets = createSecrets()
  secrets.add(apiKey)
  return new Proxy(client, { get: (target, name) => checked(Reflect.get(target, name), secrets) })
}

function checked(member: unknown, secrets: Secrets): unknown {
  if (isCall(member)) {
    const withMeta = checkedCall(member, secrets)
    return Object.assign(async (...given: unknown[]) => (await withMeta(...given)).data, {
      operation: member.operation,
      withMeta,
      safe: checkedSafe(withMeta),
    })
  }
  if (typeof member !== 'object' || member === null) return member
  return new Proxy(member, { get: (target, name) => checked(Reflect.get(target, name), secrets) })
}

interface Answered {
  readonly data: unknown
  readonly meta: { readonly status: number; readonly requestId: string; readonly idempotencyKey: string | null }
}

interface AnyCall {
  readonly operation: string
  readonly withMeta: (...given: unknown[]) => Promise<Answered>
  readonly safe: (...given: unknown[]) => Promise<unknown>
}

function isCall(member: unknown): member is AnyCall {
  return typeof member === 'function' && 'operation' in member && 'withMeta' in member && 'safe' in member
}

function checkedCall({ operation, withMeta }: AnyCall, secrets: Secrets): AnyCall['withMeta'] {
  const names = answerFields[operation]?.split(' ') ?? []
  return async (...given) => {
    const answered = await withMeta(...given).catch((error: unknown) => {
      throw withoutKey(error, secrets)
    })
    const data = secrets.removedFromAnswer(answered.data)
    const requestId = secrets.removedFrom(answered.meta.requestId)
    const meta = { ...answered.meta, requestId }
    if (hasAll(data, names)) return { data, meta }
    const { status, idempotencyKey } = meta
    throw new EntryGoError({
      kind: 'parse',
      code: 'INVALID_RESPONSE',
      message: `${operation} was answered with JSON that lacks what the contract promises (${names.join(', ')}): is baseUrl an EntryGo server?`,
      ...{ status, requestId, idempotencyKey, mayHaveHappened: idempotencyKey !== null },
    })
  }
}

function withoutKey(error: unknown, secrets: Secrets): unknown {
  if (!(error instanceof EntryGoError)) return error
  const { message, code, field, details, requestId, attempts } = error
  return Object.assign(error, secrets.removedFromAll({ message, code, field, details, requestId, attempts }))
}

/** The union of a call that does not throw; a code that is not known stays what the server sent. */
function checkedSafe(withMeta: AnyCall['withMeta']): AnyCall['safe'] {
  return async (...given) => {
    try {
      const answered = await withMeta(...given)
      return { ok: true, status: answered.meta.status, ...answered }
    } catch (error) {
      if (!(error instanceof EntryGoError)) throw error
      return { ok: false, status: error.status, code: error.code, error }
    }
  }
}

function hasAll(data: unknown, names: readonly string[]): boolean {
  return typeof data === 'object' && data !== null && names.every((name) => Object.hasOwn(data, name))
}
