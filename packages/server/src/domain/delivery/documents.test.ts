import { describe, expect, it } from 'vitest'
import { testNow } from '../../testing/builders.ts'
import { packageSource, testExportId } from '../../testing/export-history.ts'
import { renderArtifacts } from '../execution/artifacts/render-artifacts.ts'
import { customsPackageOf } from '../execution/customs-package.ts'
import { isRefusal, type Refusal } from '../refusal.ts'
import { inOneGo } from '../work-in-steps.ts'
import { borderBuddyDocument } from './border-buddy-document.ts'
import type { BrokerMessage } from './broker-mail.ts'
import { fileOf, frozenPackageIn, jsonIn } from './stored-files.ts'
import { warehouseMail } from './warehouse-mail.ts'
import { brokerWebhookDocument, eventDocument, warehouseDocument } from './webhook-documents.ts'

const frozen = customsPackageOf(packageSource())
const artifacts = renderArtifacts(frozen)
const message: BrokerMessage = { frozen, artifacts, mappedCsv: null, submissionId: 'sub_1', revision: 2, date: testNow }
const { packageNumber } = frozen

function borderBuddy(of: BrokerMessage, maxBodyBytes: number): Uint8Array | Refusal {
  return inOneGo(borderBuddyDocument(of, maxBodyBytes))
}

function byWebhook(of: BrokerMessage, maxBodyBytes = 8_388_608): Uint8Array | Refusal {
  return inOneGo(brokerWebhookDocument(of, maxBodyBytes))
}

function read(document: Uint8Array | Refusal): ReturnType<typeof JSON.parse> {
  if (isRefusal(document)) throw new Error(document.message)
  return JSON.parse(new TextDecoder().decode(document))
}

/** With so much text in the invoice. */
function invoiceOf(bytes: number): BrokerMessage {
  const [invoice] = frozen.invoices
  if (invoice === undefined) throw new Error('no invoice')
  const filler = { ...invoice, responsibleIndividual: 'x'.repeat(bytes) }
  return { ...message, frozen: { ...frozen, invoices: [filler, invoice] } }
}

it('a package is read back from its own file', () => {
  expect(frozenPackageIn(artifacts)).toEqual(frozen)
  expect(() => fileOf([], 'manifest')).toThrow('no manifest')
})

describe('the body to a borderbuddy broker', () => {
  it('names submission, export and package and holds the invoice and every file', () => {
    const body = read(borderBuddy(message, 8_388_608))
    expect(body).toMatchObject({
      ...{ schema: 'entrygo.submission/1', submissionId: 'sub_1', revision: 2, exportId: testExportId, packageNumber },
      invoice: jsonIn(fileOf(artifacts, 'cci_json')),
    })
    expect(body.artifacts.map((sent: { artifact_type: string }) => sent.artifact_type)).toEqual(
      artifacts.map(({ artifactType }) => artifactType),
    )
    for (const [index, { filename, sha256, size, bytes }] of artifacts.entries()) {
      expect(body.artifacts[index]).toMatchObject({ filename, sha256, size })
      expect(Buffer.from(body.artifacts[index].contentBase64, 'base64').equals(bytes)).toBe(true)
    }
  })

  it('has the CSV in the columns of the broker beside the canonical one', () => {
    const mappedCsv = {
      ...{ filename: 'commercial_customs_invoice.spreadsheet.csv', mediaType: 'text/csv' },
      ...{ bytes: new TextEncoder().encode('a,b'), sha256: '0'.repeat(64), size: 3 },
    }
    expect(read(borderBuddy({ ...message, mappedCsv }, 8_388_608)).artifacts.at(-1)).toEqual({
      ...{ artifact_type: 'cci_csv', filename: 'commercial_customs_invoice.spreadsheet.csv' },
      ...{ sha256: '0'.repeat(64), size: 3, contentBase64: 'YSxi' },
    })
  })

  it('is never larger than the broker takes: the largest files go by name alone', () => {
    const whole = borderBuddy(message, 8_388_608)
    if (isRefusal(whole)) throw new Error('refused')
    const atLimit = borderBuddy(message, whole.byteLength)
    expect(atLimit).toEqual(whole)
    const body = borderBuddy(message, whole.byteLength - 1)
    if (isRefusal(body)) throw new Error('refused')
    expect(body.byteLength).toBeLessThan(whole.byteLength)
    const largest = Math.max(...artifacts.map(({ size }) => size))
    for (const sent of read(body).artifacts) expect(sent.contentBase64 === null).toBe(sent.size === largest)
  })

  it('whose invoice alone is too large is refused with size, limit and remedy', () => {
    const refused = borderBuddy(invoiceOf(70_000), 65_536)
    expect(refused).toMatchObject({ errorCode: 'PAYLOAD_TOO_LARGE', field: 'batchId' })
    expect(isRefusal(refused) && refused.message).toMatch(
      /has 7\d{4} bytes and may have 65536\. Plan fewer orders to a batch, or sync the broker with a larger submission\.maxBodyBytes/,
    )
  })
})

describe('the body to a broker by webhook', () => {
  it('holds the invoice and the manifest with the hash of every file', () => {
    const body = read(byWebhook(message))
    expect(body).toMatchObject({ type: 'customs_package.submitted', timestamp: '2026-11-21T17:00:00.000Z' })
    expect(body.data).toEqual({
      ...{ submission_id: 'sub_1', revision: 2, export_id: testExportId, package_number: packageNumber },
      invoice: jsonIn(fileOf(artifacts, 'cci_json')),
      manifest: jsonIn(fileOf(artifacts, 'manifest')),
    })
  })

  it('of a small package keeps to the 20 kB that the standard advises', () => {
    const body = byWebhook(message)
    expect(isRefusal(body) || body.byteLength).toBeLessThan(20_000)
  })

  it('is refused, with its size and the limit, when the broker would not take it whole', () => {
    const whole = read(byWebhook(invoiceOf(1_100_000)))
    expect(whole.data.invoice.packageNumber).toBe(packageNumber)
    expect(byWebhook(invoiceOf(1_100_000), 1_000_000)).toMatchObject({
      errorCode: 'PAYLOAD_TOO_LARGE',
      message: expect.stringMatching(/has 1\d{6} bytes and may have 1000000/),
    })
  })
})

describe('what a warehouse is told', () => {
  const told = { notificationId: 'ntf_1', frozen, artifacts, instructions: 'Gate 4, before noon.', date: testNow }

  it('by webhook: package number, instructions and packing list, without prices', () => {
    const body = warehouseDocument(told)
    const packingList = fileOf(artifacts, 'packing_list')
    const { filename, sha256, size } = packingList
    expect(read(body)).toEqual({
      ...{ type: 'warehouse.notified', timestamp: '2026-11-21T17:00:00.000Z' },
      data: {
        ...{ notification_id: 'ntf_1', export_id: testExportId, package_number: packageNumber },
        ...{ instructions: 'Gate 4, before noon.', packing_list: jsonIn(packingList) },
        packing_list_file: { filename, sha256, size },
      },
    })
    expect(new TextDecoder().decode(body)).not.toMatch(/6\.25|150\.00|Usd/)
  })

  it('by mail: the same, with the packing list attached', () => {
    const mail = warehouseMail(told, 'dock@warehouse.example')
    expect(mail).toMatchObject({ id: 'ntf_1', recipient: 'dock@warehouse.example', date: testNow })
    expect(mail.subject).toBe(`Packing list ${packageNumber}: 1 order, 1 package`)
    expect(mail.attachments.map(({ filename }) => filename)).toEqual(['packing_list.json'])
    expect(mail.text).toContain('Instructions:\nGate 4, before noon.\n')
    expect(mail.text).toContain('- order-1001: 1 line, 1 package, marked EX/1001\n')
    expect(mail.text).toContain('Gross weight:          8.1 kg\n')
    expect(mail.text).not.toMatch(/6\.25|150\.00|USD/)
  })

  it('by mail without instructions says nothing of them', () => {
    expect(warehouseMail({ ...told, instructions: ' ' }, 'dock@warehouse.example').text).not.toContain('Instructions')
  })

  it('by mail names a hundred orders and says where the rest is', () => {
    const [invoice] = frozen.invoices
    if (invoice === undefined) throw new Error('no invoice')
    const many = { ...frozen, invoices: Array.from({ length: 130 }, () => invoice) }
    const { text } = warehouseMail({ ...told, frozen: many }, 'dock@warehouse.example')
    expect(text.match(/^- order-1001/gm)).toHaveLength(100)
    expect(text).toContain('- and 30 more, all in packing_list.json')
  })
})

it('an event for an endpoint is the same bytes whatever the order of its members', () => {
  const at = testNow
  const data = { planHash: 'sha256:0', customs_package_id: 'cp_1' }
  const document = eventDocument('batch_1', { id: 'evt_1', seq: 4, type: 'EXPORT_EXECUTED', at, data })
  const turned = { customs_package_id: 'cp_1', planHash: 'sha256:0' }
  expect(eventDocument('batch_1', { id: 'evt_1', seq: 4, type: 'EXPORT_EXECUTED', at, data: turned })).toEqual(document)
  expect(read(document)).toEqual({
    ...{ type: 'EXPORT_EXECUTED', timestamp: '2026-11-21T17:00:00.000Z' },
    data: {
      export_id: 'batch_1',
      event: { id: 'evt_1', seq: 4, type: 'EXPORT_EXECUTED', at: '2026-11-21T17:00:00.000Z', data },
    },
  })
})
