import { type EntryGo, EntryGoError } from '@entrygo/sdk'
import type { Export } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'
import { flagOf } from '../command-line/flags.ts'
import { CommandError, usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { namedExport } from '../export-id.ts'
import { type Approver, requireAllowed, requireHash } from '../policy/gate.ts'
import { findPolicy, type PolicyFile } from '../policy/policy-file.ts'
import { ask, askWithDefault, canAsk } from '../prompt.ts'
import { usdOf } from '../render/approval-request.ts'

/**
 * `entrygo approve`: binds an approval to one planHash, which has to be named, so that no other plan is meant. Shows first
 * what is approved and why somebody is asked; a person at a terminal confirms it. With `--policy` it is the policy that
 * approves, and only what it would let go.
 */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, output, terminal } = context
  const { id, planHash, file } = await namedExport(context)
  const { requireStored, requireUsable } = await import('../plan-file/plan-file.ts')
  requireStored(id)
  if (file !== undefined) requireUsable(file, new Date())
  if (planHash === undefined)
    throw usageError('No plan is named: give --plan-hash sha256:…, or its file.', '--plan-hash')
  const policy = await policyOf(context)
  if (policy === undefined && !canAsk(context)) for (const name of ['reason', 'actorName']) given(context, name)
  const client = await context.connect()
  const found = await lookAt(context, client, id)
  if (found !== null) requireHash(found, planHash)
  if (policy !== undefined) requireAllowed(seenBy(policy, found), policy)
  if (found !== null) {
    await output.aside(async (style) => {
      const { renderApprovalRequest } = await import('../render/approval-request.ts')
      return renderApprovalRequest(found, style)
    })
  }
  const { reason, ...actor } = policy === undefined ? await approverOf(context) : policyApprover(context, policy)
  const idempotencyKey = await context.key({ reason, actor })
  const expiresAt = flags.text('expiresAt')
  const approval = await client.exports.approve(
    {
      id,
      accountId: await (await context.settings()).need('accountId'),
      planHash,
      reason,
      actor,
      idempotencyKey,
      ...(expiresAt !== undefined && { expiresAt }),
    },
    { signal: terminal.signal },
  )
  const argv = ['entrygo', 'execute', '--batch-id', id, '--plan-hash', approval.planHash]
  const next = [{ argv, reason: 'while the approval is live' }]
  const approved = found === null ? null : approvedOf(found)
  await output.show({ data: { ...approval, approved }, next, idempotencyKey }, async (style) => {
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
async function approverOf(context: CommandContext): Promise<Approver> {
  const { flags, terminal } = context
  const type = flags.text('actorType') === 'policy' ? 'policy' : 'person'
  if (!canAsk(context)) return { type, reason: given(context, 'reason'), name: given(context, 'actorName') }
  const { USER, USERNAME } = terminal.env
  const reason = flags.text('reason') ?? (await ask(context, 'Your reason (empty: no): '))
  if (reason.trim() === '') throw new CommandError('DECLINED', 'Not approved: an approval says why.')
  const known = USER ?? USERNAME
  const name = flags.text('actorName') ?? ((await askWithDefault(context, `Your name (${known ?? 'none'}): `)) || known)
  if (name === undefined || name.trim() === '')
    throw new CommandError('DECLINED', 'Not approved: an approval says who.')
  if (flags.isSet('yes')) return { type, reason, name }
  const answer = await ask(context, 'Approve this plan? (yes or no): ')
  if (!/^y(?:es)?$/i.test(answer)) throw new CommandError('DECLINED', 'Not approved.')
  return { type, reason, name }
}

/** The policy of the flag alone: one that stands in the configuration approves nothing by itself. */
async function policyOf(context: CommandContext): Promise<PolicyFile | undefined> {
  const { flags } = context
  if (flags.text('policy') === undefined) return undefined
  if (flags.text('actorType') !== 'person') return findPolicy(context)
  throw usageError('--policy approves as a policy: leave --actor-type person out, or --policy.', '--actor-type')
}

function seenBy({ path }: PolicyFile, found: Export | null): Export {
  if (found !== null) return found
  const message = `The key may not read the plan, and ${path} cannot approve what it has not seen: use a key with the scope read.`
  throw new CommandError('INSUFFICIENT_SCOPE', message, { field: '--policy' })
}

/** Which policy it was is kept with the approval for good, down to its bytes. */
function policyApprover({ flags }: CommandContext, { path, sha256 }: PolicyFile): Approver {
  const name = flags.text('actorName') ?? path.split(/[\\/]/).at(-1) ?? path
  return { type: 'policy', name, reason: flags.text('reason') ?? `Allowed by ${path}, sha256:${sha256}` }
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
