import { evaluateGate, type GateResult } from '@entrygo/sdk'
import type { Export } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'
import { CommandError } from '../errors.ts'
import { ask, askWithDefault, canAsk } from '../prompt.ts'
import type { PolicyFile } from './policy-file.ts'

/** Who answers for a plan that a person or policy has to look at. */
export interface Approver {
  readonly type: 'person' | 'policy'
  readonly name: string
  readonly reason: string
}

/** What the run knows before it comes to the gate. */
export interface Wanted {
  readonly planHash: string | undefined
  /** Read before anything is sent, so that a broken policy costs nothing. */
  readonly file: PolicyFile | undefined
  readonly approver?: Approver
  readonly approvalKey: string
}

/**
 * Lets an export go on to execute, or throws: another hash than the wanted one (11), blocked (5), not approved (3).
 * Approves it first when an approver is given, or when a person at the terminal gives a reason. What a policy file wants a
 * person to look at is answered by a person alone. The server's own gate stands behind it, whatever is decided here.
 */
export async function passGate(context: CommandContext, found: Export, wanted: Wanted): Promise<void> {
  requireHash(found, wanted.planHash)
  const { file } = wanted
  if (found.status === 'executed') return
  const gate = evaluateGate(found, file?.policy ?? { allowExclusions: context.flags.isSet('allowExclusions') })
  if (gate.decision === 'proceed') return
  if (gate.decision === 'stop') throw blocked(found, { gate, file })
  const needsPerson = file !== undefined && !isServersAlone(gate)
  const mayAnswer = ({ type }: { readonly type: string }): boolean => !needsPerson || type === 'person'
  if (found.approvals.some((one) => one.live && one.planHash === found.planHash && mayAnswer(one.actor))) return
  const approver = wanted.approver ?? (await askApprover(context, found, gate))
  if (approver === undefined || !mayAnswer(approver)) throw approvalRequired(found, { gate, file })
  await approve(context, found, { approver, key: wanted.approvalKey })
}

/** Whether nobody but the server asks for an approval. */
function isServersAlone({ reasons }: GateResult): boolean {
  return reasons.every(({ code }) => code === 'APPROVAL_REQUIRED')
}

/**
 * What a policy says where it is the policy itself that approves: all that it asks, but for the approval which is about to
 * be given. Throws as {@link passGate} does.
 */
export function requireAllowed(found: Export, file: PolicyFile): void {
  const { reasons } = evaluateGate(found, file.policy)
  const open = reasons.filter(({ code }) => code !== 'APPROVAL_REQUIRED')
  if (open.length === 0) return
  const isStopped = open.some(({ decision }) => decision === 'stop')
  const gate: GateResult = { decision: isStopped ? 'stop' : 'ask', reasons: open }
  throw isStopped ? blocked(found, { gate, file }) : approvalRequired(found, { gate, file })
}

interface Refused {
  readonly gate: GateResult
  readonly file: PolicyFile | undefined
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

function blocked(found: Export, refused: Refused): CommandError {
  const { gate } = refused
  return new CommandError('EXPORT_BLOCKED', `${reasonsOf(gate)} Supply or change data, then plan again.`, {
    data: factsOf(found, refused),
    next: [{ argv: ['entrygo', 'inspect', found.exportId], reason: 'who has to supply what' }],
  })
}

function approvalRequired(found: Export, refused: Refused): CommandError {
  const { exportId, planHash } = found
  const { gate, file } = refused
  const argv = ['entrygo', 'approve', '--batch-id', exportId, '--plan-hash', planHash, '--reason', '<why>']
  return new CommandError(
    'APPROVAL_REQUIRED',
    `${reasonsOf(gate)} ${file === undefined || isServersAlone(gate) ? 'Nobody' : 'No person'} has approved this plan yet.`,
    {
      data: factsOf(found, refused),
      next: [
        {
          argv: [...argv, '--actor-name', '<who>'],
          reason: 'after a person has looked at the findings',
          userActionRequired: true,
        },
      ],
    },
  )
}

function reasonsOf({ reasons }: GateResult): string {
  return [...new Set(reasons.map(({ message }) => message))].join(' ')
}

function factsOf({ exportId, planHash, readinessState }: Export, { gate, file }: Refused): object {
  const { decision, reasons } = gate
  return { exportId, planHash, readinessState, ...(file !== undefined && { policyFile: file.path }), decision, reasons }
}

async function askApprover(context: CommandContext, found: Export, gate: GateResult): Promise<Approver | undefined> {
  if (!canAsk(context)) return undefined
  const { output, terminal } = context
  for (const { message } of gate.reasons) output.note(message)
  await output.aside(async (style) => {
    const { renderApprovalRequest } = await import('../render/approval-request.ts')
    return renderApprovalRequest(found, style)
  })
  const reason = await ask(context, `Approve ${found.planHash.slice(0, 19)}…? Your reason (empty: no): `)
  if (reason === '') throw new CommandError('DECLINED', 'Not approved, so nothing was executed.')
  const { USER, USERNAME } = terminal.env
  const name = (await askWithDefault(context, `Your name (${USER ?? USERNAME ?? 'none'}): `)) || USER || USERNAME
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
