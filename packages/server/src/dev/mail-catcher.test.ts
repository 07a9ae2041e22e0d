import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import nodemailer from 'nodemailer'
import { expect, it, onTestFinished } from 'vitest'
import type { Receiver, ReceiverFault } from './faults/fault.ts'
import { startMailCatcher } from './mail-catcher.ts'

const broken = { code: 'ECONNECTION' }

type Strike = (receiver: Receiver) => ReceiverFault | null

async function sendTo(to: string, strike: Strike): Promise<{ error: unknown; kept: string[]; folder: string }> {
  const folder = mkdtempSync(join(tmpdir(), 'entrygo-mail-'))
  const catcher = await startMailCatcher({ folder, warehouseEmail: 'dispatch@warehouse.example', strike })
  onTestFinished(async () => {
    await catcher.close()
    rmSync(folder, { recursive: true })
  })
  const transport = nodemailer.createTransport({ host: '127.0.0.1', port: catcher.port, ignoreTLS: true })
  const message = { from: 'a@b.example', to, messageId: '<sub_1@b.example>', text: 'Hello\n.\ndot' }
  const error = await transport.sendMail(message).then(
    () => null,
    (failure: unknown) => failure,
  )
  return { error, kept: readdirSync(folder), folder }
}

it('a mail lies in the folder under its time and Message-ID when it is accepted', async () => {
  const { error, kept, folder } = await sendTo('entries@broker.example', () => null)
  expect(error).toBeNull()
  expect(kept).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d.-]+Z-sub_1@b\.example\.eml$/)])
  expect(readFileSync(join(folder, kept[0] ?? ''), 'utf8')).toContain('Hello\r\n.\r\ndot')
})

it.each<{ title: string; fault: ReceiverFault; error: object; count: number }>([
  { title: 'a cut before the dot keeps nothing', fault: { fault: 'cut-before-dot' }, error: broken, count: 0 },
  { title: 'a cut after the dot keeps the mail', fault: { fault: 'cut-after-dot' }, error: broken, count: 1 },
  { title: 'a code keeps nothing', fault: { fault: 'status', status: 451 }, error: { responseCode: 451 }, count: 0 },
])('$title', async ({ fault, error, count }) => {
  const struck = await sendTo('entries@broker.example', () => fault)
  expect(struck.error).toMatchObject(error)
  expect(struck.kept).toHaveLength(count)
})

it('the mail of the warehouse is struck under a name of its own', async () => {
  const asked: Receiver[] = []
  const strike: Strike = (receiver) => {
    asked.push(receiver)
    return null
  }
  await sendTo('dispatch@warehouse.example', strike)
  await sendTo('other@warehouse.example', strike)
  expect(asked).toEqual(['warehouse-smtp', 'smtp'])
})
