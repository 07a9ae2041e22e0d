import type { Api } from './api.ts'

/** What a client asks for, under a key of its own. */
export interface Wish {
  readonly operation: string
  readonly key: string
  readonly path: string
  readonly body: unknown
}

/** One write as the client knows it; `answer` is null while the client cannot know whether it was done. */
export interface Written extends Wish {
  answer: { readonly status: number; readonly text: string } | null
  /** The process died before the answer came. */
  wasInDoubt: boolean
}

/** Every write of a run. What is asked of it once a life costs as much after ten thousand lives as after one. */
export interface History {
  readonly all: readonly Written[]
  /** Those that the client cannot know of yet. */
  readonly open: ReadonlySet<Written>
  begin(wish: Wish): Written
  end(write: Written, answer: { readonly status: number; readonly text: string }): void
  acknowledged(): number
}

export function createHistory(): History {
  const all: Written[] = []
  const open = new Set<Written>()
  return {
    ...{ all, open, acknowledged: () => all.length - open.size },
    begin(wish) {
      const write = { ...wish, answer: null, wasInDoubt: true }
      all.push(write)
      open.add(write)
      return write
    },
    end(write, { status, text }) {
      write.answer = { status, text }
      open.delete(write)
    },
  }
}

/** The server answered, and said no. */
export class Refused extends Error {}

/** The parsed answer; throws {@link Refused}, or what broke the connection. */
export async function write<T>(
  { api, history }: { readonly api: Api; readonly history: History },
  wish: Wish,
): Promise<T> {
  const intent = history.begin(wish)
  const answer = await send(api, wish)
  if (answer.status >= 300)
    throw new Refused(`${wish.operation} ${wish.key} answered ${answer.status}: ${answer.text.slice(0, 300)}`)
  history.end(intent, answer)
  intent.wasInDoubt = false
  return JSON.parse(answer.text)
}

/** Sends every write in doubt again with its key, as a client would; it must be done now, once. */
export async function settle(api: Api, history: History): Promise<string[]> {
  const problems: string[] = []
  for (const write of [...history.open]) {
    const answer = await send(api, write)
    if (answer.status >= 300) problems.push(`${write.key} in doubt was refused: ${answer.status} ${answer.text}`)
    history.end(write, answer)
  }
  return problems
}

/** An acknowledged write, sent again with its key, gives the same status and bytes and says that it is a replay. */
export async function judgeReplays(api: Api, written: readonly Written[]): Promise<string[]> {
  const problems: string[] = []
  for (const write of written) {
    if (write.answer === null) continue
    const again = await send(api, write)
    const replayed = again.headers['idempotent-replayed'] === 'true'
    if (again.status !== write.answer.status || again.text !== write.answer.text || !replayed) {
      problems.push(`${write.key} was acknowledged with ${write.answer.status}, and a repeat gave ${again.status}`)
    }
  }
  return problems
}

function send(api: Api, { key, path, body }: Wish): ReturnType<Api['call']> {
  return api.call({ method: 'POST', path, body, headers: { 'idempotency-key': key } })
}
