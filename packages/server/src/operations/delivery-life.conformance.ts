import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { publicDestinations } from '../domain/delivery/destination-url.ts'
import type { DeliveryTransport } from '../domain/records.ts'
import { documentFonts } from '../edge/document-fonts.ts'
import { systemIds } from '../edge/ids.ts'
import type { Envelope, Ports, QuerySighting, Sighting, Transport, Write } from '../ports.ts'
import { loadRulePack } from '../rule-pack-files.ts'
import { openSqliteStore } from '../storage/sqlite/sqlite-store.ts'
import { aBroker, aWarehouse, testAccountId, testNow } from '../testing/builders.ts'
import { crashAt, installFailpoints, killThisProcess } from '../testing/failpoints.ts'
import { aCaller, fixedClock, manualTimers, plainMail, recordingLog } from '../testing/fakes.ts'
import { aWrite, execute, plan, setUpAccount } from '../testing/workbench.ts'
import { createDispatcher } from './dispatch-effects.ts'
import { operations } from './operations.ts'

/**
 * One life of an export in a process that may be killed at any moment and be started again on the same folder: executed,
 * refused by the broker, sent again as a new revision, whose replies are all lost, so that the broker is asked. Time passes
 * by ticks, however slow the machine is. What arrives, and the time, are written to files that outlive the process.
 *
 *   node delivery-life.conformance.ts <folder> <pause before it, ms> <failpoint:hit | whileRetrying | ->
 */
const [folder = '', pauseMs = '0', crash = '-'] = process.argv.slice(2)
const clockFile = join(folder, 'clock')
const clock = fixedClock((existsSync(clockFile) ? Number(readFileSync(clockFile, 'utf8')) : testNow) + Number(pauseMs))
const timers = manualTimers(clock)
const tickMs = 1_000
const accountId = testAccountId
const secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDoUE3w8Nz5yA='
const url = 'https://api.broker.example'
const submission = { type: 'borderbuddy', url, secret: 'token-1', keyWindowSeconds: 240, settleSeconds: 0 } as const

/** Acts once for a key as long as it remembers it, and on the second revision never gets its answer through. */
const broker: Transport = {
  async send(payload, { messageId }) {
    if (JSON.parse(new TextDecoder().decode(payload)).revision === 1)
      return { outcome: 'rejected', evidence: 'http_422' }
    const at = clock.now()
    const remembered = arrivals('effects').findLast((effect) => effect.messageId === messageId)
    if (remembered === undefined || at > remembered.at + 240_000) arrived('effects', { messageId, at })
    arrived('sends', { messageId, at })
    await new Promise<void>((resolve) => timers.after(20_000, resolve))
    return { outcome: 'unknown', evidence: 'timeout', retryAfterMs: 25_000 }
  },
  async query({ messageId }): Promise<QuerySighting> {
    const isHeld = arrivals('effects').some((effect) => effect.messageId === messageId)
    if (!isHeld) return { found: false, isReliable: true, evidence: 'http_404' }
    return { found: true, evidence: 'http_200', payloadSha256: null, brokerRef: 'BB-1' }
  },
}

const receiver: Transport = {
  async send(_, { messageId }: Envelope): Promise<Sighting> {
    arrived('sends', { messageId, at: clock.now() })
    return { outcome: 'accepted', evidence: 'http_204' }
  },
}

interface Arrival {
  readonly messageId: string
  readonly at: number
}

function arrived(file: string, arrival: Arrival): void {
  appendFileSync(join(folder, file), `${JSON.stringify(arrival)}\n`)
}

function arrivals(file: string): Arrival[] {
  const path = join(folder, file)
  if (!existsSync(path)) return []
  return readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}

async function plannedExport(ports: Ports): Promise<string> {
  const file = join(folder, 'export')
  if (existsSync(file)) return readFileSync(file, 'utf8')
  const setUp = await setUpAccount(ports)
  const notification = { channel: 'webhook', url: 'https://dock.example/hook', secret } as const
  await operations.syncBrokers(aWrite({ accountId, items: [aBroker({ submission })] }), aCaller(), ports)
  await operations.syncWarehouses(aWrite({ accountId, items: [aWarehouse({ notification })] }), aCaller(), ports)
  const endpoint = { accountId, externalId: 'ops', url: 'https://ops.example/events' }
  await operations.registerWebhook(aWrite(endpoint), aCaller(), ports)
  const { exportId } = await plan(ports, setUp)
  writeFileSync(file, exportId)
  return exportId
}

/** Lets what is under way go on, and passes time. */
async function tick(): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, 5))
  timers.advance(tickMs)
  writeFileSync(clockFile, String(clock.now()))
}

function isRetryOfSubmission(write: Write): boolean {
  return write.write === 'delivery' && write.delivery.kind === 'submission' && write.delivery.state === 'RETRY_WAIT'
}

async function live(): Promise<void> {
  const store = await openSqliteStore({ file: join(folder, 'entrygo.sqlite') })
  const commit: typeof store.commit = async (change) => {
    const outcome = await store.commit(change)
    if (crash === 'whileRetrying' && change.writes.some(isRetryOfSubmission)) killThisProcess()
    return outcome
  }
  const ids = systemIds(clock)
  const ports: Ports = {
    ...{ store: { ...store, commit }, clock, ids, rulePack: loadRulePack(), screening: null, columnMaps: new Map() },
    transports: new Map<DeliveryTransport, Transport>([
      ['email', receiver],
      ['webhook', receiver],
      ['borderbuddy', broker],
    ]),
    ...{ mail: plainMail, destinations: publicDestinations, fonts: documentFonts, log: recordingLog() },
    ...{ budget: { limit: 100, windowMs: 60_000 }, wakeDispatcher: () => dispatcher.wake() },
  }
  const dispatcher = createDispatcher(ports, { worker: ids.next('wrk'), timers })
  const exportId = await plannedExport(ports)
  dispatcher.start()
  for (;;) {
    const history = await store.loadExport(accountId, exportId)
    const latest = history?.submissions.at(-1)
    if (latest === undefined || latest.state === 'REJECTED') await execute(ports, exportId)
    const [endpoint] = await store.listWebhooks(accountId)
    const isTold = history?.notifications.every(({ delivery }) => delivery?.state === 'ACCEPTED')
    if (latest?.state === 'ACCEPTED' && isTold && endpoint?.pendingCount === 0) break
    await tick()
  }
  await dispatcher.drain(10_000)
  await store.close()
}

if (crash !== '-' && crash !== 'whileRetrying') installFailpoints(crashAt(crash, killThisProcess))
await live()
