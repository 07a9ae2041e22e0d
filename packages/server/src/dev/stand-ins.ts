import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DevRefusal } from './dev-refusal.ts'
import { lastingPort } from './listen-on-loopback.ts'

/** Where the receivers of a folder listen, and what their senders prove themselves with. */
export interface StandIns {
  readonly borderbuddy: StandIn
  readonly webhook: StandIn
}

export interface StandIn {
  /** Of the last start, and named by the records; to be tried first at the next one. */
  readonly port: number
  readonly secret: string
}

const fileName = 'stand-ins.json'

/** What was kept in the folder; new ports and secrets where nothing was. Throws a {@link DevRefusal} for a file that is broken. */
export function readStandIns(dataDir: string): StandIns {
  const file = join(dataDir, fileName)
  let value: unknown
  try {
    value = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    if (error instanceof SyntaxError) throw broken(file)
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    return {
      borderbuddy: { port: lastingPort(), secret: randomBytes(24).toString('hex') },
      webhook: { port: lastingPort(), secret: `whsec_${randomBytes(32).toString('base64')}` },
    }
  }
  const { borderbuddy, webhook }: Partial<Record<string, unknown>> = { ...Object(value) }
  if (!isStandIn(borderbuddy) || !isStandIn(webhook)) throw broken(file)
  return { borderbuddy, webhook }
}

/** Durable when it returns, for its owner alone. */
export function writeStandIns(dataDir: string, standIns: StandIns): void {
  const file = join(dataDir, fileName)
  const partial = `${file}.part`
  writeFileSync(partial, `${JSON.stringify(standIns, null, 2)}\n`, { mode: 0o600 })
  const handle = openSync(partial, 'r')
  fsyncSync(handle)
  closeSync(handle)
  renameSync(partial, file)
}

function isStandIn(value: unknown): value is StandIn {
  if (typeof value !== 'object' || value === null) return false
  const { port, secret }: Partial<Record<string, unknown>> = { ...value }
  return Number.isInteger(port) && Number(port) >= 0 && Number(port) <= 65_535 && typeof secret === 'string'
}

function broken(file: string): DevRefusal {
  const message = `${file} is not what entrygo dev wrote: restore it, or remove it to give the stand-ins new secrets.`
  return new DevRefusal('dataDir', message)
}
