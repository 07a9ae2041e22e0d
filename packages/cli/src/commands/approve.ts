import type { CommandContext } from '../command.ts'
import { usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { exportIdOf } from '../export-id.ts'

/** `entrygo approve`: binds an approval to one planHash, which has to be named, so that no other plan is meant. */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, output, terminal } = context
  const id = exportIdOf(flags)
  const client = await context.connect()
  const accountId = await (await context.settings()).need('accountId')
  const expiresAt = flags.text('expiresAt')
  const approval = await client.exports.approve(
    {
      id,
      accountId,
      planHash: required(context, 'planHash'),
      reason: required(context, 'reason'),
      actor: { type: flags.text('actorType') === 'policy' ? 'policy' : 'person', name: required(context, 'actorName') },
      idempotencyKey: context.key(),
      ...(expiresAt !== undefined && { expiresAt }),
    },
    { signal: terminal.signal },
  )
  const next = [
    {
      argv: ['entrygo', 'execute', '--batch-id', id, '--plan-hash', approval.planHash],
      reason: 'while the approval is live',
    },
  ]
  await output.show({ ...approval, idempotencyKey: context.key(), next }, async (style) => {
    const { renderApproval } = await import('../render/approval.ts')
    return renderApproval(approval, { style, next })
  })
  return 0
}

function required({ flags }: CommandContext, name: string): string {
  const value = flags.text(name)
  if (value === undefined || value.trim() === '') throw usageError(`${name} is empty.`, name)
  return value
}
