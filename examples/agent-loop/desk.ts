import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { EntryGo, GateReason } from '@entrygo/sdk'
import type { ExportPlan } from '@entrygo/sdk/contract'

/** What a person is asked. */
export interface Question {
  readonly work: string
  readonly plan: ExportPlan
  readonly reasons: readonly GateReason[]
}

/** Whom the loop asks. */
export interface Desk {
  ask(question: Question): Promise<'approved' | 'declined' | 'overtaken'>
}

/**
 * A folder as an inbox: each question is a file with the command that answers it. Yes is an approval record of the server,
 * made with a key that the loop does not hold; no is a file beside the question. The loop believes nothing else.
 */
export function folderDesk(client: EntryGo, inbox: string): Desk {
  return {
    async ask({ work, plan, reasons }) {
      const { exportId, planHash, validationMessages } = plan
      const name = nameOf(exportId, planHash)
      const asks = validationMessages.filter(({ severity }) => severity === 'REVIEW')
      const approve = ['entrygo', 'approve', '--batch-id', exportId, '--plan-hash', planHash]
      await writeWhole(join(inbox, `${name}.question.json`), { work, exportId, planHash, reasons, asks, approve })
      for (;;) {
        const { approvals, planHash: current } = await client.inspect({ id: exportId })
        if (current !== planHash) return 'overtaken'
        if (approvals.some((approval) => approval.live && approval.planHash === planHash)) return 'approved'
        if (await exists(join(inbox, `${name}.declined`))) return 'declined'
        await delay(100)
      }
    },
  }
}

export function nameOf(exportId: string, planHash: string): string {
  return `${exportId}-${planHash.slice(-12)}`
}

/** A reader never sees half a file. */
async function writeWhole(file: string, value: unknown): Promise<void> {
  await writeFile(`${file}.part`, `${JSON.stringify(value, null, 2)}\n`)
  await rename(`${file}.part`, file)
}

function exists(file: string): Promise<boolean> {
  return readFile(file).then(
    () => true,
    () => false,
  )
}
