import type { AccountProfileInput } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'
import { type Answer, inputError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { isRecord } from '../input/record.ts'
import { readValue } from '../input/records.ts'
import { openSource } from '../input/source.ts'

/** `entrygo account show` */
export async function runShow(context: CommandContext): Promise<ExitCode> {
  const client = await context.connect()
  const profile = await client.account.getProfile({}, { signal: context.terminal.signal })
  return show(context, { data: profile })
}

/** `entrygo account set`: the file is the whole profile; what it leaves out is removed. */
export async function runSet(context: CommandContext): Promise<ExitCode> {
  const { terminal, flags } = context
  const client = await context.connect()
  const accountId = await (await context.settings()).need('accountId')
  const source = await openSource(terminal, flags.argument(0), flags.text('inputFormat'))
  const value = await readValue(source)
  if (!isProfile(value)) throw inputError(`${source.name} is not an object: write the profile's fields.`, 'file')
  const { data, meta } = await client.account.putProfile.withMeta(
    { accountId, ...value, idempotencyKey: await context.key() },
    { signal: terminal.signal },
  )
  return show(context, { data, ...(meta.idempotencyKey !== null && { idempotencyKey: meta.idempotencyKey }) })
}

/** An object; its fields are checked by the server, which names every problem at once. */
function isProfile(value: unknown): value is Omit<AccountProfileInput, 'accountId'> {
  return isRecord(value)
}

async function show({ output }: CommandContext, answer: Answer & { readonly data: object }): Promise<ExitCode> {
  await output.show(answer, async (style) => {
    const { renderFields } = await import('../render/fields.ts')
    return renderFields(answer.data, style)
  })
  return 0
}
