import { type EventType, eventTypes, type Webhook } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'
import { type NextCommand, usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'

/** `entrygo webhooks register`: an endpoint for events; found again by its external id, and then changed. */
export async function runRegister(context: CommandContext): Promise<ExitCode> {
  const { flags, terminal } = context
  const client = await context.connect()
  const events = eventsOf(context)
  const hook = await client.webhooks.register(
    {
      accountId: await (await context.settings()).need('accountId'),
      externalId: required(context, 'externalId'),
      url: required(context, 'url'),
      ...(events.length > 0 && { events }),
      ...(flags.isSet('inactive') && { active: false }),
      idempotencyKey: await context.key(),
    },
    { signal: terminal.signal },
  )
  return showEndpoint(context, hook, hook.created ? 'Registered' : 'Changed')
}

/** `entrygo webhooks rotate-secret`: a new secret; the old one signs beside it until `old_secret_until`. */
export async function runRotate(context: CommandContext): Promise<ExitCode> {
  const client = await context.connect()
  const hook = await client.webhooks.rotateSecret(await actOn(context), { signal: context.terminal.signal })
  return showEndpoint(context, hook, 'Rotated')
}

/** `entrygo webhooks list`: every endpoint with what waits for it. */
export async function runList(context: CommandContext): Promise<ExitCode> {
  const { output, terminal } = context
  const client = await context.connect()
  const list = await client.webhooks.list({}, { signal: terminal.signal })
  await output.show({ data: list }, async (style) => {
    const { renderEndpoints } = await import('../render/webhooks.ts')
    return renderEndpoints(list, style)
  })
  return 0
}

/** `entrygo webhooks replay`: the events of one export again, under the ids that they had. */
export async function runReplay(context: CommandContext): Promise<ExitCode> {
  const { flags, output, terminal } = context
  const exportId = required(context, 'exportId')
  const after = flags.count('after', { min: 0, max: 2_147_483_647 })
  const client = await context.connect()
  const replay = await client.webhooks.replay(
    { ...(await actOn(context)), exportId, ...(after !== undefined && { after }) },
    { signal: terminal.signal },
  )
  const next = [seeList]
  await output.show({ data: replay, next, idempotencyKey: await context.key() }, async (style) => {
    const { renderReplay } = await import('../render/webhooks.ts')
    return renderReplay(replay, { style, next })
  })
  return 0
}

export const seeList: NextCommand = { argv: ['entrygo', 'webhooks', 'list'], reason: 'see how it ended' }

/** The endpoint of the argument, with what every act on it is sent with. */
export async function actOn(
  context: CommandContext,
): Promise<{ id: string; accountId: string; idempotencyKey: string }> {
  const id = context.flags.argument(0) ?? ''
  if (!/^whk_[A-Za-z0-9]+$/.test(id)) {
    throw usageError(`The endpoint is "${id}": its id begins with whk_ and stands in entrygo webhooks list.`, 'id')
  }
  const accountId = await (await context.settings()).need('accountId')
  return { id, accountId, idempotencyKey: await context.key() }
}

async function showEndpoint(
  { output, key }: CommandContext,
  hook: Webhook & { readonly secret?: string },
  done: string,
): Promise<ExitCode> {
  const next = [{ argv: ['entrygo', 'webhooks', 'test', hook.id], reason: 'send it a test message' }]
  await output.show({ data: hook, next, idempotencyKey: await key() }, async (style) => {
    const { renderEndpoint } = await import('../render/webhooks.ts')
    return renderEndpoint(hook, { style, next, done })
  })
  if (hook.secret !== undefined) {
    output.note('No later answer shows this secret: give it to the receiver now, and keep it from everybody else.')
  }
  return 0
}

function eventsOf({ flags }: CommandContext): EventType[] {
  const asked = flags.list('event')
  return eventTypes.filter((type) => asked.includes(type))
}

function required({ flags }: CommandContext, name: string): string {
  const value = flags.text(name)
  if (value === undefined || value.trim() === '') throw usageError(`${name} is empty.`, name)
  return value
}
