import type { BrokerSubmissionInput } from '@entrygo/sdk/contract'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Ports } from '../ports.ts'
import { aBroker, aWarehouse, testAccountId } from '../testing/builders.ts'
import { aCaller } from '../testing/fakes.ts'
import {
  aWrite,
  bodyOf,
  execute,
  openWorkbench,
  plan,
  refusalOf,
  type SetUp,
  setUpAccount,
  type Workbench,
} from '../testing/workbench.ts'
import { mailComposer } from '../transports/mail-bytes.ts'
import { operations } from './operations.ts'

const accountId = testAccountId
const secret = 'whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oDoUE3w8Nz5yA='
let bench: Workbench
let setUp: SetUp

beforeEach(async () => {
  bench = await openWorkbench({ submissionTypes: ['email', 'byob_email', 'borderbuddy', 'byob_webhook'] })
  setUp = await setUpAccount(bench.ports)
})

afterEach(() => bench.close())

async function syncBroker(submission: BrokerSubmissionInput): Promise<void> {
  await operations.syncBrokers(aWrite({ accountId, items: [aBroker({ submission })] }), aCaller(), bench.ports)
}

async function payload(): Promise<{ text: string; submission: ReturnType<typeof JSON.parse> }> {
  const { exportId } = await plan(bench.ports, setUp)
  const submission = bodyOf(await execute(bench.ports, exportId)).broker_submission
  const bytes = await bench.store.loadPayload(accountId, submission.id)
  return { text: new TextDecoder().decode(bytes ?? undefined), submission }
}

it('a broker by mail gets a mail that names the package', async () => {
  await syncBroker({ type: 'byob_email', email: 'entries@broker.example' })
  const { text, submission } = await payload()
  expect(submission.subject).toMatch(/^Customs package EG-/)
  expect(text.split('\n').slice(0, 3)).toEqual([submission.id, 'entries@broker.example', submission.subject])
})

it('a broker by mail gets no more bytes than it takes, and nothing is executed where that is not enough', async () => {
  const mail = mailComposer({ from: 'exports@entrygo.example', messageIdDomain: 'entrygo.example' })
  const email = 'entries@broker.example'
  const ports = { ...bench.ports, mail }
  // The least that a record may say; the second composer fills what is left.
  await syncBroker({ type: 'email', email, maxBodyBytes: 65_536 })
  const filled = (bytes: number): Ports => ({
    ...ports,
    mail: { compose: (of) => mail.compose({ ...of, text: `${of.text}${'x'.repeat(bytes)}` }) },
  })
  const { exportId } = await plan(ports, setUp)
  expect(refusalOf(await execute(filled(70_000), exportId))).toMatchObject({
    errorCode: 'PAYLOAD_TOO_LARGE',
    message: expect.stringMatching(/has \d{5,6} bytes and may have 65536\. Plan fewer orders to a batch/),
  })
  const { broker_submission } = bodyOf(await execute(filled(30_000), exportId))
  const bytes = await bench.store.loadPayload(accountId, broker_submission.id)
  const text = new TextDecoder().decode(bytes ?? undefined)
  expect(bytes?.byteLength).toBeLessThanOrEqual(65_536)
  expect(text.match(/^Content-Disposition: attachment/gm)).toHaveLength(5)
  expect(text).not.toContain('filename=commercial_customs_invoice.html')
})

it('a borderbuddy broker gets the document of its contract', async () => {
  await syncBroker({ type: 'borderbuddy', url: 'https://api.broker.example', secret: 'token-1' })
  const { text, submission } = await payload()
  expect(JSON.parse(text)).toMatchObject({ schema: 'entrygo.submission/1', submissionId: submission.id, revision: 1 })
  expect(submission).toMatchObject({ submission_type: 'borderbuddy', recipient_email: null, subject: null })
})

it('a broker by webhook gets a signed message', async () => {
  await syncBroker({ type: 'byob_webhook', url: 'https://intake.broker.example/entrygo', secret })
  const { text, submission } = await payload()
  expect(JSON.parse(text)).toMatchObject({
    type: 'customs_package.submitted',
    data: { submission_id: submission.id },
  })
})

it('without a transport for the broker or the warehouse nothing is executed', async () => {
  const { exportId } = await plan(bench.ports, setUp)
  const silent: Ports = { ...bench.ports, transports: new Map() }
  expect(refusalOf(await execute(silent, exportId))).toMatchObject({
    errorCode: 'UNAVAILABLE',
    message: expect.stringContaining('no transport for email, by which the broker'),
  })
  const notification = { channel: 'webhook', url: 'https://dock.example/hook', secret } as const
  await operations.syncWarehouses(aWrite({ accountId, items: [aWarehouse({ notification })] }), aCaller(), bench.ports)
  const email = bench.ports.transports.get('email')
  if (email === undefined) throw new Error('no transport')
  const mailOnly: Ports = { ...bench.ports, transports: new Map([['email', email]]) }
  const again = await plan(bench.ports, setUp)
  expect(refusalOf(await execute(mailOnly, again.exportId)).message).toContain(
    'no transport for webhook, by which the warehouse',
  )
})
