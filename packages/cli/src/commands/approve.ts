import type { CommandContext } from '../command.ts'
import { usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { namedExport } from '../export-id.ts'

/** `entrygo approve`: binds an approval to one planHash, which has to be named, so that no other plan is meant. */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, output, terminal } = context
  const { id, planHash } = await namedExport(context)
  if (planHash === undefined)
    throw usageError('No plan is named: give --plan-hash sha256:…, or its file.', '--plan-hash')
  const client = await context.connect()
  const accountId = await (await context.settings()).need('accountId')
  const expiresAt = flags.text('expiresAt')
  const approval = await client.exports.approve(
    {
      id,
      accountId,
      planHash,
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
