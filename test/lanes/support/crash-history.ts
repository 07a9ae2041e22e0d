import type { Api } from './api.ts'

/** One write as the client knows it; `answer` is null while the client cannot know whether it was done. */
export interface Written {
  readonly operation: string
  readonly key: string
  readonly path: string
  readonly body: unknown
  answer: { readonly status: number; readonly text: string } | null
  /** The process died before the answer came. */
  wasInDoubt: boolean
}

/** The server answered, and said no. */
export class Refused extends Error {}

/** Sends every write in doubt again with its key, as a client would; it must be done now, once. */
export async function settle(api: Api, written: readonly Written[]): Promise<string[]> {
  const problems: string[] = []
  for (const write of written) {
    if (write.answer !== null) continue
    const answer = await send(api, write)
    if (answer.status >= 300) problems.push(`${write.key} in doubt was refused: ${answer.status} ${answer.text}`)
    write.answer = { status: answer.status, text: answer.text }
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

function send(api: Api, { key, path, body }: Written): ReturnType<Api['call']> {
  return api.call({ method: 'POST', path, body, headers: { 'idempotency-key': key } })
}
