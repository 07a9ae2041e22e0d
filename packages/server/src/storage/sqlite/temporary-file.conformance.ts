import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** The path of a database that is removed with its folder after the test. */
export async function temporaryFile(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'entrygo-store-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return join(folder, 'entrygo.db')
}
