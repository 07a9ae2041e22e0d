import type { KitServer } from './kit-server.ts'

export interface Asked {
  readonly method: string
  /** With its query. */
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

export interface Told {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer
}

export type Forward = (asked: Asked) => Promise<Told>

/** Our server with one defect: what stands between it and the suite changes requests or answers. */
export interface Mutant {
  readonly name: string
  /** The requirement that has to notice it. */
  readonly caughtBy: string
  /** A fresh one for each run, as some remember what they saw. */
  readonly make: (keys: KitServer['keys']) => (asked: Asked, forward: Forward) => Promise<Told>
}

type Json = Record<string, unknown>

/** A defect of answers alone. */
export function answering(change: (told: Told, asked: Asked) => Told): Mutant['make'] {
  return () => async (asked, forward) => change(await forward(asked), asked)
}

/** A defect of the body of answers, refusals not among them, to requests like these, such as `POST /api/orders/sync`. */
export function bodyOf(requests: RegExp, change: (body: Json, asked: Asked) => unknown): Mutant['make'] {
  return answering((told, asked) => {
    if (told.status >= 400 || !requests.test(`${asked.method} ${asked.path}`)) return told
    const body = read(told.body.toString())
    return body === null ? told : withBody(told, JSON.stringify(change(body, asked) ?? body))
  })
}

/** A defect of refusals with this code: of their `details`. */
export function detailsOf(errorCode: string, change: (details: Json) => Json): Mutant['make'] {
  return answering((told) => {
    const { details, ...body } = read(told.body.toString()) ?? {}
    if (!isObject(details) || body['errorCode'] !== errorCode) return told
    return withBody(told, JSON.stringify({ ...body, details: change(details) }))
  })
}

/** A defect of what is understood of requests alone. */
export function asking(change: (asked: Asked, keys: KitServer['keys']) => Asked): Mutant['make'] {
  return (keys) => (asked, forward) => forward(change(asked, keys))
}

export function withBody(told: Told, text: string): Told {
  return { ...told, body: Buffer.from(text) }
}

/** The body as an object, or null. */
export function read(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text)
    return isObject(value) ? value : null
  } catch {
    return null
  }
}

export function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The objects of a list; none where there is no list. */
export function itemsOf(value: unknown): Json[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}

/** The member of this name has another value, wherever it stands. */
export function setEverywhere(value: unknown, name: string, to: unknown): void {
  if (Array.isArray(value)) for (const item of value) setEverywhere(item, name, to)
  if (!isObject(value)) return
  for (const item of Object.values(value)) setEverywhere(item, name, to)
  if (name in value) value[name] = to
}

/** The code of a refusal. */
export function codeOf({ body }: Told): unknown {
  return read(body.toString())?.['errorCode']
}

export function without(headers: Asked['headers'], name: string): Asked['headers'] {
  return Object.fromEntries(Object.entries(headers).filter(([one]) => one !== name))
}
