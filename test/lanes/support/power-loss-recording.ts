import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { httpReceiver } from '../../../packages/server/src/testing/http-servers.ts'
import { tlsPair } from '../../../packages/server/src/transports/tls-pair.conformance.ts'
import { DiskModel } from './disk-model.ts'
import { type History, liveThrough, type Place } from './power-loss-history.ts'
import type { Random } from './random.ts'
import { spawnTraced, traceEnds } from './traced-process.ts'
import { readTrace, type Traced } from './traced-writes.ts'

/** What one data folder went through: its clients' history and every write and sync, in order. */
export interface Recording {
  readonly history: History
  readonly steps: readonly Traced[]
  /** Path that the database had. */
  readonly database: string
}

const commandLine = new URL('../../../packages/cli/src/bin.ts', import.meta.url).pathname
const databaseFile = 'entrygo.sqlite'
/** PEM of the endpoint's own authority. */
const authority = 'endpoint.pem'
const lives = 3

/** Lets the product live three times on one folder, the first two ended by SIGKILL, and keeps what it wrote. */
export async function record(folder: string, random: Random): Promise<void> {
  const history: History = { accountId: '', writes: [] }
  const endpoint = await httpReceiver(() => ({ status: 204 }), tlsPair)
  await mkdir(join(folder, 'data'), { recursive: true })
  await writeFile(join(folder, authority), tlsPair.cert)
  for (let life = 0; life < lives; life += 1) {
    const trace = join(folder, `trace.${life}`)
    const { child, place } = await startTraced(trace, folder)
    const end = async (): Promise<void> => {
      await sleep(500 + random.below(1_500))
      const ended = once(child, 'exit')
      child.kill(life < lives - 1 ? 'SIGKILL' : 'SIGTERM')
      await ended
    }
    try {
      await liveThrough(history, { server: place, endpoint: `${endpoint.url}/events`, random, name: `L${life}`, end })
    } finally {
      // Has ended already, unless the clients met something that they did not expect.
      child.kill('SIGKILL')
    }
    await traceEnds(trace, child.pid)
  }
  await endpoint.close()
  await writeFile(join(folder, 'history.json'), JSON.stringify(history))
}

async function startTraced(trace: string, folder: string): Promise<{ child: ChildProcess; place: Place }> {
  const args = [commandLine, 'dev', '--port', '0', '--data', join(folder, 'data'), '--json']
  const child = spawnTraced(trace, args, { environment: { NODE_EXTRA_CA_CERTS: join(folder, authority) } })
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-4000)
  })
  const line = await Promise.race([
    child.stdout === null ? '' : once(createInterface({ input: child.stdout }), 'line').then(([text]) => String(text)),
    once(child, 'exit').then(([code]) => {
      throw new Error(`the server ended with ${code} before it served:\n${complaint}`)
    }),
  ])
  return { child, place: JSON.parse(line).data }
}

/** Reads a recording, and proves that the model of the disk sees what the files hold. */
export async function readRecording(folder: string): Promise<Recording> {
  const history: History = JSON.parse(await readFile(join(folder, 'history.json'), 'utf8'))
  const database = join(folder, 'data', databaseFile)
  const steps: Traced[] = []
  for (let life = 0; life < lives; life += 1) {
    for (const step of await readTrace(join(folder, `trace.${life}`), isDatabaseFile)) steps.push(step)
  }
  const model = new DiskModel()
  for (const step of steps) model.apply(step)
  mustShow(model, database)
  return { history, steps, database }
}

/** The database, its log and its journal; the shared memory beside them is made anew by every start. */
export function isDatabaseFile(file: string): boolean {
  return /\.sqlite(?:-wal|-journal)?$/.test(file)
}

/** A kill in the middle of a write can leave it open whether the write happened; then the recording is of no use. */
export class UselessRecording extends Error {
  override readonly name = 'UselessRecording'
}

/** Throws {@link UselessRecording} when the model has other bytes than the file: something wrote that no trace shows. */
export function mustShow(model: DiskModel, database: string): void {
  const image = [...model.visible()].find(([file]) => file === database)?.[1]
  if (image === undefined || !image.equals(readFileSync(database)))
    throw new UselessRecording(`${database} holds other bytes than its traced writes`)
}
