import { evaluateGate, type GatePolicy, type GateResult } from '@entrygo/sdk'
import type { Export } from '@entrygo/sdk/contract'
import type { CommandContext } from './command.ts'
import { CommandError } from './errors.ts'
import { ask, canAsk } from './prompt.ts'

/** Who answers for a plan that a person or policy has to look at. */
export interface Approver {
  readonly type: 'person' | 'policy'
  readonly name: string
  readonly reason: string
}

/**
 * Lets an export go on to execute, or throws: another hash than the wanted one (11), blocked (5), not approved (3).
 * Approves it first when an approver is given, or when a person at the terminal gives a reason.
 */
export async function passGate(
  context: CommandContext,
  found: Export,
  wanted: { readonly planHash: string | undefined; readonly approver?: Approver; readonly approvalKey: string },
): Promise<void> {
  requireHash(found, wanted.planHash)
  if (found.status === 'executed') return
  const gate = evaluateGate(found, policyOf(context))
  if (gate.decision === 'proceed') return
  if (gate.decision === 'stop') throw blocked(found, gate)
  if (found.approvals.some(({ live, planHash }) => live && planHash === found.planHash)) return
  const approver = wanted.approver ?? (await askApprover(context, found, gate))
  if (approver === undefined) throw approvalRequired(found, gate)
  await approve(context, found, { approver, key: wanted.approvalKey })
}

function policyOf({ flags }: CommandContext): GatePolicy {
  return { allowExclusions: flags.isSet('allowExclusions') }
}

/** Throws when the export has another plan than the one that was looked at. */
export function requireHash({ planHash, exportId }: Export, wanted: string | undefined): void {
  if (wanted === undefined || wanted === planHash) return
  const message = `${exportId} now has plan ${planHash}, not ${wanted}: look at it again before anything is executed.`
  throw new CommandError('PLAN_HASH_MISMATCH', message, {
    field: 'planHash',
    data: { planHash: wanted, currentPlanHash: planHash },
    next: [{ argv: ['entrygo', 'inspect', exportId], reason: 'see the plan as it is now' }],
  })
}

function blocked(found: Export, gate: GateResult): CommandError {
  return new CommandError('EXPORT_BLOCKED', `${reasonsOf(gate)} Supply or change data, then plan again.`, {
    data: factsOf(found, gate),
    next: [{ argv: ['entrygo', 'inspect', found.exportId], reason: 'who has to supply what' }],
  })
}

function approvalRequired(found: Export, gate: GateResult): CommandError {
  const { exportId, planHash } = found
  const argv = ['entrygo', 'approve', '--batch-id', exportId, '--plan-hash', planHash, '--reason', '<why>']
  return new CommandError('APPROVAL_REQUIRED', `${reasonsOf(gate)} Nobody has approved this plan yet.`, {
    data: factsOf(found, gate),
    next: [
      {
        argv: [...argv, '--actor-name', '<who>'],
        reason: 'after a person has looked at the findings',
        userActionRequired: true,
      },
    ],
  })
}

function reasonsOf({ reasons }: GateResult): string {
  return [...new Set(reasons.map(({ message }) => message))].join(' ')
}

function factsOf({ exportId, planHash, readinessState }: Export, { decision, reasons }: GateResult): object {
  return { exportId, planHash, readinessState, decision, reasons }
}

async function askApprover(context: CommandContext, found: Export, gate: GateResult): Promise<Approver | undefined> {
  if (!canAsk(context)) return undefined
  const { output, terminal } = context
  for (const { message } of gate.reasons) output.note(message)
  await output.aside(async (style) => {
    const { renderApprovalRequest } = await import('./render/approval-request.ts')
    return renderApprovalRequest(found, style)
  })
  const reason = await ask(context, `Approve ${found.planHash.slice(0, 19)}…? Your reason (empty: no): `)
  if (reason === '') throw new CommandError('DECLINED', 'Not approved, so nothing was executed.')
  const { USER, USERNAME } = terminal.env
  const name = (await ask(context, `Your name (${USER ?? USERNAME ?? 'none'}): `)) || USER || USERNAME
  if (name === undefined) throw new CommandError('DECLINED', 'An approval needs a name: nothing was executed.')
  return { type: 'person', name, reason }
}

async function approve(
  context: CommandContext,
  { exportId, planHash }: Export,
  { approver, key }: { readonly approver: Approver; readonly key: string },
): Promise<void> {
  const client = await context.connect()
  const { type, name, reason } = approver
  await client.exports.approve(
    {
      id: exportId,
      accountId: await (await context.settings()).need('accountId'),
      planHash,
      reason,
      actor: { type, name },
      idempotencyKey: key,
    },
    { signal: context.terminal.signal },
  )
}
