import createClient from 'openapi-fetch'

/** A request as openapi-fetch takes it. */
export interface BareRequest {
  readonly method: string
  /** With {names} where `parts` go. */
  readonly path: string
  readonly parts: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: object | undefined
  readonly isFile: boolean
  readonly signal?: AbortSignal
}

export type BareClient = (request: BareRequest) => Promise<{ data?: unknown; error?: unknown; response: Response }>

/** openapi-fetch as it comes: the library that the SDK builds addresses with, and the peer that it is measured beside. */
export function bareClient({ baseUrl, apiKey }: { baseUrl: string; apiKey: string }): BareClient {
  const client = createClient({ baseUrl, headers: { Authorization: `Bearer ${apiKey}` } })
  return ({ method, path, parts, query, body, isFile, signal }) => {
    const init = {
      params: { path: parts, query },
      parseAs: isFile ? 'arrayBuffer' : 'json',
      ...(body !== undefined && { body }),
      ...(signal !== undefined && { signal }),
    }
    return Reflect.apply(client.request, client, [method, path, init])
  }
}
