import { setTimeout as sleep } from 'node:timers/promises'
import type { EntryGo } from '@entrygo/sdk'
import type { WebhookDelivery } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'
import { CommandError } from '../errors.ts'
import { exitCodeOfSubmission } from '../execution.ts'
import type { ExitCode } from '../exit-codes.ts'
import { actOn, seeList } from './webhooks.ts'

/** `entrygo webhooks test`: one message of type `webhook.test`; how it ended stands in the list, or is waited for. */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, output, terminal } = context
  const client = await context.connect()
  const args = await actOn(context)
  const queued = await client.webhooks.test(args, { signal: terminal.signal })
  const delivery = flags.isSet('wait') ? await waitFor(context, { client, id: args.id, queued }) : queued
  const next = hasEnded(delivery) ? [] : [seeList]
  await output.show({ data: delivery, next, idempotencyKey: await context.key() }, async (style) => {
    const { renderTest } = await import('../render/webhooks.ts')
    return renderTest(delivery, { style, next })
  })
  return exitCodeOfSubmission(delivery)
}

/** Until the message has ended; its endpoint's list says so. */
async function waitFor(
  { flags, terminal, output }: CommandContext,
  { client, id, queued }: { readonly client: EntryGo; readonly id: string; readonly queued: WebhookDelivery },
): Promise<WebhookDelivery> {
  const end = performance.now() + (flags.durationMs('timeout') ?? defaultTimeoutMs)
  output.progress(`waiting for ${queued.message_id}`)
  for (let delivery = queued; ; ) {
    if (hasEnded(delivery)) return delivery
    if (performance.now() >= end) {
      const message = `The test ${queued.message_id} is ${delivery.status} and has not ended; it goes on in the server.`
      throw new CommandError('DEADLINE_PASSED', message, { data: delivery, next: [seeList] })
    }
    await sleep(pollMs, undefined, { signal: terminal.signal })
    const { data } = await client.webhooks.list({}, { signal: terminal.signal })
    const recent = data.find((hook) => hook.id === id)?.recent_deliveries ?? []
    delivery = recent.find(({ message_id }) => message_id === queued.message_id) ?? delivery
  }
}

const pollMs = 500

/** The second attempt comes five seconds after the first, the third five minutes later. */
const defaultTimeoutMs = 15_000

function hasEnded({ status }: WebhookDelivery): boolean {
  return status !== 'prepared' && status !== 'sending'
}
