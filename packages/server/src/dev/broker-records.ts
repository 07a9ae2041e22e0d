import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { makeDataFolder } from '../edge/data-folder.ts'
import { keepFile } from './keep-file.ts'

/** What a broker did once. */
export interface BrokerEffect {
  readonly submissionId: string
  /** Counts what was done for this submission, from 1; more than 1 is a duplicate. */
  readonly n: number
  readonly reference: string
  readonly payloadSha256: string
  readonly receivedAt: string
}

export interface BrokerRecords {
  /** The newest of a submission. */
  find(submissionId: string): BrokerEffect | null
  /** Durable when it resolves. */
  keep(effect: BrokerEffect, payload: Uint8Array): Promise<void>
  all(): readonly BrokerEffect[]
}

/** The effects in a folder, one file each with the payload inside, as they were when it is opened and since then. */
export function openBrokerRecords(folder: string): BrokerRecords {
  makeDataFolder(folder)
  const effects = readdirSync(folder)
    .filter((name) => /^[^.].*\.json$/.test(name))
    .map((name) => readEffect(join(folder, name)))
    .sort((a, b) => a.n - b.n)
  return {
    find: (submissionId) => effects.findLast((effect) => effect.submissionId === submissionId) ?? null,
    async keep(effect, payload) {
      const body: unknown = JSON.parse(Buffer.from(payload).toString())
      await keepFile(
        folder,
        `${effect.submissionId}.${effect.n}.json`,
        `${JSON.stringify({ ...effect, body }, null, 2)}\n`,
      )
      effects.push(effect)
    },
    all: () => effects,
  }
}

function readEffect(file: string): BrokerEffect {
  const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
  const { submissionId, n, reference, payloadSha256, receivedAt }: Partial<Record<string, unknown>> = {
    ...Object(value),
  }
  const texts = [submissionId, reference, payloadSha256, receivedAt].map(String)
  const [id = '', named = '', sha = '', at = ''] = texts
  return { submissionId: id, n: Number(n), reference: named, payloadSha256: sha, receivedAt: at }
}
