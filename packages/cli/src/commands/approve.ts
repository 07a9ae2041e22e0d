import { type EntryGo, EntryGoError } from '@entrygo/sdk'
import type { Export } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'
import { CommandError, usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { namedExport } from '../export-id.ts'
import { flagOf } from '../flags.ts'
import { requireHash } from '../gate.ts'
import { ask, canAsk } from '../prompt.ts'
import { usdOf } from '../render/approval-request.ts'

/**
 * `entrygo approve`: binds an approval to one planHash, which has to be named, so that no other plan is meant. Shows first
 * what is approved and why somebody is asked; a person at a terminal confirms it.
 */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, output, terminal } = context
  const { id, planHash } = await namedExport(context)
  if (planHash === undefined)
    throw usageError('No plan is named: give --plan-hash sha256:…, or its file.', '--plan-hash')
  if (!canAsk(context)) for (const name of ['reason', 'actorName']) given(context, name)
  const client = await context.connect()
  const found = await lookAt(context, client, id)
  if (found !== null) {
    requireHash(found, planHash)
    await output.aside(async (style) => {
      const { renderApprovalRequest } = await import('../render/approval-request.ts')
      return renderApprovalRequest(found, style)
    })
  }
  const { reason, name } = await approverOf(context)
  const expiresAt = flags.text('expiresAt')
  const approval = await client.exports.approve(
    {
      id,
      accountId: await (await context.settings()).need('accountId'),
      planHash,
      reason,
      actor: { type: flags.text('actorType') === 'policy' ? 'policy' : 'person', name },
      idempotencyKey: context.key(),
      ...(expiresAt !== undefined && { expiresAt }),
    },
    { signal: terminal.signal },
  )
  const argv = ['entrygo', 'execute', '--batch-id', id, '--plan-hash', approval.planHash]
  const next = [{ argv, reason: 'while the approval is live' }]
  const approved = found === null ? null : approvedOf(found)
  await output.show({ data: { ...approval, approved }, next, idempotencyKey: context.key() }, async (style) => {
    const { renderApproval } = await import('../render/approval.ts')
    return renderApproval(approval, { style, next })
  })
  return 0
}

/** Null for a key that may approve and not read: it approves by the hash alone. */
async function lookAt({ terminal }: CommandContext, client: EntryGo, id: string): Promise<Export | null> {
  const found = await client.inspect.safe({ id }, { signal: terminal.signal })
  if (found.ok) return found.data
  if (found.error instanceof EntryGoError && found.error.code === 'INSUFFICIENT_SCOPE') return null
  throw found.error
}

/** From the flags; a person at a terminal is asked for what is missing, and whether they mean it. */
async function approverOf(context: CommandContext): Promise<{ reason: string; name: string }> {
  const { flags, terminal } = context
  if (!canAsk(context)) return { reason: given(context, 'reason'), name: given(context, 'actorName') }
  const { USER, USERNAME } = terminal.env
  const reason = flags.text('reason') ?? (await ask(context, 'Your reason (empty: no): '))
  if (reason.trim() === '') throw new CommandError('DECLINED', 'Not approved: an approval says why.')
  const known = USER ?? USERNAME
  const name = flags.text('actorName') ?? ((await ask(context, `Your name (${known ?? 'none'}): `)) || known)
  if (name === undefined || name.trim() === '')
    throw new CommandError('DECLINED', 'Not approved: an approval says who.')
  if (flags.isSet('yes')) return { reason, name }
  const answer = await ask(context, 'Approve this plan? (yes or no): ')
  if (!/^y(?:es)?$/i.test(answer)) throw new CommandError('DECLINED', 'Not approved.')
  return { reason, name }
}

function given({ flags }: CommandContext, name: string): string {
  const value = flags.text(name)
  if (value !== undefined && value.trim() !== '') return value
  throw usageError(`${flagOf(name)} is missing: an approval says who and why.`, flagOf(name))
}

/** What was looked at, for programs. */
function approvedOf(found: Export): object {
  const { readinessState, policy, flags, validationMessages, included_order_ids, excluded_order_ids } = found
  return {
    readinessState,
    because: policy.because,
    flags,
    value_usd: usdOf(found),
    included_order_ids,
    excluded_order_ids,
    findings: validationMessages.filter(({ severity }) => severity !== 'INFO'),
  }
}
