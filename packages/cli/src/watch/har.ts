import { version } from '../version.ts'
import { type SharedValue, sharedBody, sharedHeadersOf, sharedQueryOf } from './allow-lists.ts'
import type { Exchange } from './exchange.ts'
import type { Secrets } from './secrets.ts'

/** A name with `_` is our own, as the format allows. */
export interface HarEntry {
  readonly _number: number
  readonly [member: string]: unknown
}

/** An archive of requests as HAR 1.2 has it; what its allow-lists do not name is not in it. */
export interface HttpArchive {
  readonly log: {
    readonly version: '1.2'
    readonly creator: { readonly name: string; readonly version: string }
    readonly entries: readonly HarEntry[]
    readonly comment: string
  }
}

/** An archive of these entries; no secret in it, in any form. */
export function httpArchiveOf(entries: readonly HarEntry[], secrets: Secrets): HttpArchive {
  const archive = {
    log: {
      version: '1.2',
      creator: { name: 'entrygo', version },
      entries,
      comment: 'Headers, parameters and members of bodies by allow-list; made to be shared.',
    },
  } as const
  return secrets.removedFromAll(archive)
}

/** A request as the archive has it; one without an answer has status 0. */
export function harEntryOf(exchange: Exchange): HarEntry {
  const { startedAt, answered, ended, attempt, delayMs, number } = exchange
  const end = ended?.at ?? answered?.at ?? startedAt
  const wait = (answered?.at ?? end) - startedAt
  const receive = end - (answered?.at ?? end)
  return {
    startedDateTime: new Date(startedAt).toISOString(),
    time: wait + receive,
    request: requestOf(exchange),
    response: responseOf(exchange),
    cache: {},
    timings: { blocked: -1, dns: -1, connect: -1, ssl: -1, send: 0, wait, receive },
    _number: number,
    _attempt: attempt,
    _delayMs: Math.round(delayMs),
    ...(ended?.failure != null && { _failure: ended.failure }),
  }
}

function requestOf({ method, url, headers, body }: Exchange): object {
  const queryString = sharedQueryOf(url)
  const query = queryString.map(({ name, value }) => `${name}=${encodeURIComponent(value)}`).join('&')
  return {
    method,
    url: `${url.origin}${url.pathname}${query === '' ? '' : `?${query}`}`,
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: sharedHeadersOf(headers),
    queryString,
    headersSize: -1,
    bodySize: body === null ? 0 : Buffer.byteLength(body),
    ...(body !== null && {
      postData: { mimeType: headers.get('content-type') ?? '', params: [], text: sharedText(body) },
    }),
  }
}

function responseOf({ answered, ended }: Exchange): object {
  const bytes = ended?.bytes ?? null
  const mimeType = (answered?.headers.get('content-type') ?? '').replace(/[^\x20-\x7e]/g, ' ')
  const isJson = /^application\/(?:[\w.+-]+\+)?json\b/.test(mimeType)
  return {
    status: answered?.status ?? 0,
    statusText: answered?.statusText.replace(/[^A-Za-z -]/g, '') ?? '',
    httpVersion: 'HTTP/1.1',
    cookies: [],
    headers: answered === undefined ? [] : sharedHeadersOf(answered.headers),
    content: {
      size: bytes?.byteLength ?? 0,
      mimeType: /^[\w.+-]+\/[\w.+-]+/.exec(mimeType)?.[0] ?? '',
      ...(bytes !== null && isJson && { text: sharedText(new TextDecoder().decode(bytes)) }),
    },
    redirectURL: '',
    headersSize: -1,
    bodySize: bytes?.byteLength ?? -1,
  }
}

function sharedText(body: string): string {
  return JSON.stringify(sharedIn(body))
}

function sharedIn(body: string): SharedValue {
  try {
    return sharedBody(JSON.parse(body)) ?? null
  } catch {
    return null
  }
}
