import type { Command } from 'commander'
import { type FateAfterRestore, fateAfterRestore } from '../domain/delivery/after-restore.ts'
import { trustedKeyMs } from '../domain/delivery/doubt.ts'
import { timestamp } from '../domain/export/timestamp.ts'
import { systemClock } from '../edge/clock.ts'
import type { Restoration } from '../ports.ts'
import { type OpenDeliveries, openQuarantineDesk, type QuarantineDesk } from '../storage/sqlite/quarantine-desk.ts'
import { existingStore } from './existing-store.ts'
import { UsageError } from './usage-error.ts'

/** `entrygo-server quarantine …`: what a restored store would send, and the act that lets it; also while the server runs. */
export function addQuarantineCommands(root: Command): void {
  const quarantine = root
    .command('quarantine')
    .description('what a restored database holds back, and what becomes of it')
    .option('--data-dir <folder>', 'folder of the database')
    .option('--json', 'print JSON')
    .action(show)
  quarantine
    .command('lift')
    .description('let a restored database execute and send again; a running server notices within a second')
    .option('--data-dir <folder>', 'folder of the database')
    .option('--json', 'print JSON')
    .action((_, command: Command) => lift(command.optsWithGlobals()))
}

interface DeskOptions {
  readonly dataDir?: string
  readonly json?: boolean
}

function show(options: DeskOptions): Promise<void> {
  return atDesk(options, async (desk) => {
    const { restoration, generation } = desk
    const open = await waitingAt(desk)
    const state = { quarantine: restoration?.isQuarantined ?? false, generation, ...lostTime(restoration), open }
    print(options, state, [stateLine(restoration), ...linesOf(restoration, open)].join('\n'))
  })
}

function lift(options: DeskOptions): Promise<void> {
  return atDesk(options, async (desk) => {
    const open = await waitingAt(desk)
    if (!(await desk.lift())) throw new UsageError('The store is not in quarantine: there is nothing to lift.')
    const lines = ['The quarantine is lifted.', ...open.map(lineOf)]
    print(
      options,
      { quarantine: false, generation: desk.generation, ...lostTime(desk.restoration), open },
      lines.join('\n'),
    )
  })
}

async function atDesk(options: DeskOptions, work: (desk: QuarantineDesk) => Promise<void>): Promise<void> {
  const desk = await openQuarantineDesk({ file: existingStore(options) })
  try {
    await work(desk)
  } finally {
    desk.close()
  }
}

/** As `--json` prints it. */
interface OpenRow {
  readonly kind: string
  readonly accountId: string
  readonly partyId: string
  readonly submission_type: string
  readonly policy: string
  readonly destination: string
  readonly count: number
  readonly then: FateAfterRestore
}

async function waitingAt(desk: QuarantineDesk): Promise<OpenRow[]> {
  const { restoration } = desk
  return restoration === null ? [] : (await desk.open()).map((group) => rowOf(group, restoration))
}

function rowOf(group: OpenDeliveries, { lostFrom }: Restoration): OpenRow {
  const { kind, accountId, partyId, transport, policy, destination, count, keyWindowMs, isQueryable } = group
  const terms = { keyWindowMs, isQueryable, settleMs: 0, concurrency: 1 }
  const keyTrustedUntil = lostFrom + trustedKeyMs({ policy, terms })
  const then = fateAfterRestore({ policy, terms }, { keyTrustedUntil, now: systemClock.now() })
  return { kind, accountId, partyId, submission_type: transport, policy, destination, count, then }
}

const fates: Readonly<Record<FateAfterRestore, string>> = {
  asked: 'the receiver is asked first',
  under_key: 'sent under the key that the receiver remembers',
  repeated: 'sent, and marked as a possible duplicate',
  unknown: 'not sent: becomes unknown, and a person asks the receiver',
}

function lineOf({ kind, count, submission_type, destination, partyId, accountId, then }: OpenRow): string {
  return `${count} ${kind}  ${submission_type} ${destination}  ${partyId}  ${accountId}  after the lift: ${fates[then]}`
}

function linesOf(restoration: Restoration | null, open: readonly OpenRow[]): string[] {
  if (restoration?.isQuarantined && open.length === 0) return ['Nothing waits here to be sent.']
  return open.map(lineOf)
}

function lostTime(restoration: Restoration | null): { lostFrom: string | null; restoredAt: string | null } {
  if (restoration === null) return { lostFrom: null, restoredAt: null }
  return { lostFrom: timestamp(restoration.lostFrom), restoredAt: timestamp(restoration.restoredAt) }
}

function stateLine(restoration: Restoration | null): string {
  if (restoration === null) return 'The store was never restored.'
  const { lostFrom, restoredAt } = lostTime(restoration)
  return restoration.isQuarantined
    ? `In quarantine. What was done from ${lostFrom} to ${restoredAt} is not in the store and may have been sent.`
    : `Not in quarantine. Restored at ${restoredAt}; what was done since ${lostFrom} was lost.`
}

function print({ json }: DeskOptions, value: object, text: string): void {
  process.stdout.write(json === true ? `${JSON.stringify(value)}\n` : `${text}\n`)
}
