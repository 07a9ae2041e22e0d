import type { Export } from '@entrygo/sdk/contract'
import type { Api } from './api.ts'
import { mailsBySubmission } from './report.ts'

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

/** One package, gapless events and one execution per export; every mail beyond the first is an unknown attempt. */
export async function judgeExports(api: Api, written: readonly Written[], mailDir: string): Promise<string[]> {
  const problems: string[] = []
  const executed = new Map<string, string>()
  for (const { operation, answer } of written) {
    if (operation !== 'executeExport' || answer === null) continue
    const { exportId, customs_package_id } = JSON.parse(answer.text)
    executed.set(exportId, customs_package_id)
  }
  const exports = await Promise.all([...executed.keys()].map((id) => settledExport(api, id)))
  const mails = await mailsBySubmission(mailDir)
  for (const found of exports) {
    problems.push(...faultsOf(found, executed.get(found.exportId)))
    const submission = found.broker_submission
    if (submission === null) continue
    const sent = mails.get(submission.id) ?? []
    const unknown = submission.attempts.filter(({ outcome }) => outcome === 'unknown').length
    if (sent.length === 0 && submission.status === 'sent') {
      problems.push(`${found.exportId} says sent, and there is no mail`)
    }
    if (sent.length > 1 + unknown) {
      problems.push(`${found.exportId} was mailed ${sent.length} times with ${unknown} unknown attempts`)
    }
    if (sent.length > 1 && !submission.duplicate_possible) {
      problems.push(`${found.exportId} was mailed ${sent.length} times without saying so`)
    }
    if (new Set(sent.map((bytes) => bytes.toString('base64'))).size > 1) {
      problems.push(`${found.exportId}: two mails of one submission differ`)
    }
  }
  return problems
}

function faultsOf(found: Export, packageId: string | undefined): string[] {
  const problems: string[] = []
  const count = (type: string): number => found.events.filter((event) => event.type === type).length
  if (found.customs_package_id !== packageId) problems.push(`${found.exportId} has another package than acknowledged`)
  if (found.state !== 'completed' && !isToBeTriedLater(found)) problems.push(`${found.exportId} is ${found.state}`)
  for (const type of ['EXPORT_PLANNED', 'EXPORT_EXECUTED', 'CUSTOMS_PACKAGE_GENERATED']) {
    if (count(type) !== 1) problems.push(`${found.exportId} has ${count(type)} × ${type}`)
  }
  if (count('BROKER_SUBMISSION_SENT') !== (found.state === 'completed' ? 1 : 0)) {
    problems.push(
      `${found.exportId} is ${found.state} with ${count('BROKER_SUBMISSION_SENT')} × BROKER_SUBMISSION_SENT`,
    )
  }
  found.events.forEach((event, at) => {
    if (event.seq !== at + 1) problems.push(`${found.exportId} has a gap before event ${event.seq}`)
  })
  return problems
}

/** Killed twice in the middle of a send, the third attempt comes five minutes later: longer than a lane waits. */
function isToBeTriedLater({ broker_submission: submission }: Export): boolean {
  const unknown = submission?.attempts.filter(({ outcome }) => outcome === 'unknown').length ?? 0
  return unknown >= 2 && submission?.next_attempt_at != null
}

/** Waits until the hand-off is decided, or is put off for longer than a lane lasts. */
async function settledExport(api: Api, id: string): Promise<Export> {
  const deadline = Date.now() + 120_000
  let after = 0
  for (;;) {
    const answer = await api.call({ method: 'GET', path: `/api/exports/${id}` })
    const found: Export = JSON.parse(answer.text)
    if (found.state !== 'handing_off' || isToBeTriedLater(found) || Date.now() > deadline) return found
    after = found.events.at(-1)?.seq ?? after
    await api.call({ method: 'GET', path: `/api/exports/${id}/events?after=${after}&wait=5` })
  }
}

function send(api: Api, { key, path, body }: Written): ReturnType<Api['call']> {
  return api.call({ method: 'POST', path, body, headers: { 'idempotency-key': key } })
}
