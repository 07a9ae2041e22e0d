import { inputError } from '../errors.ts'
import type { Terminal } from '../terminal.ts'
import { isRecord } from './record.ts'
import { readValue } from './records.ts'
import { openSource } from './source.ts'

/** Which export and which plan of it a file holds that `plan --out` or `plan --json` has written. */
export async function readPlanFile(terminal: Terminal, file: string): Promise<{ id: string; planHash: string }> {
  const source = await openSource(terminal, file, undefined)
  const value = await readValue(source)
  const { exportId: id, planHash } = isRecord(value) ? value : {}
  if (typeof id === 'string' && id.startsWith('batch_') && typeof planHash === 'string') return { id, planHash }
  const message = `${source.name} holds no plan (exportId, planHash): give the file that plan --out wrote, or batch_….`
  throw inputError(message, 'export')
}
