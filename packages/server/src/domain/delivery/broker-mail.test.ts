import { describe, expect, it } from 'vitest'
import { anOrder, aProduct, testNow } from '../../testing/builders.ts'
import { packageSource, plannedExport } from '../../testing/export-history.ts'
import type { OutgoingMail } from '../changes.ts'
import { renderArtifacts } from '../execution/artifacts/render-artifacts.ts'
import { customsPackageOf } from '../execution/customs-package.ts'
import type { FrozenPackage } from '../execution/frozen-package.ts'
import { type BrokerMessage, brokerMailsWithin, type ExtraFile } from './broker-mail.ts'
import { submissionIdOf } from './submission-id.ts'

const frozen = customsPackageOf(packageSource())
const artifacts = renderArtifacts(frozen)

function mail(of: FrozenPackage = frozen, revision = 1, mappedCsv: ExtraFile | null = null): OutgoingMail {
  const [whole] = mails(8_388_608, { frozen: of, artifacts, mappedCsv, submissionId: 'sub_1', revision, date: testNow })
  if (whole === undefined) throw new Error('There is no mail.')
  return whole
}

function mails(maxBodyBytes: number, message: BrokerMessage): OutgoingMail[] {
  return [...brokerMailsWithin(maxBodyBytes, message, 'entries@broker.example')]
}

describe('the mail to the broker', () => {
  it('names the package and its size in the subject, and no text of a caller', () => {
    expect(mail().subject).toBe('Customs package EG-20261121-C9S8N3FF: 1 order, 1 line, 150.00 USD')
    expect(mail(frozen, 2).subject).toBe(
      'Customs package EG-20261121-C9S8N3FF, revision 2: 1 order, 1 line, 150.00 USD',
    )
  })

  it('attaches every artifact as it is', () => {
    expect(mail().attachments.map(({ filename }) => filename)).toEqual(artifacts.map(({ filename }) => filename))
    expect(mail().attachments[0]?.bytes).toBe(artifacts[0]?.bytes)
  })

  it('attaches the CSV in the columns of the broker beside the canonical one', () => {
    const mapped: ExtraFile = {
      ...{ filename: 'commercial_customs_invoice.spreadsheet.csv', mediaType: 'text/csv; charset=utf-8' },
      ...{ bytes: new TextEncoder().encode('a,b'), sha256: '0'.repeat(64), size: 3 },
    }
    const { attachments, text } = mail(frozen, 1, mapped)
    expect(attachments).toHaveLength(artifacts.length + 1)
    expect(attachments.at(-1)?.bytes).toBe(mapped.bytes)
    expect(text).toContain(`- commercial_customs_invoice.spreadsheet.csv, 3 bytes, SHA-256 ${'0'.repeat(64)}`)
  })

  it('says what is attached, what it adds up to, on which plan it rests and how to answer', () => {
    const { text } = mail()
    for (const { filename, sha256, size } of artifacts)
      expect(text).toContain(`- ${filename}, ${size} bytes, SHA-256 ${sha256}`)
    expect(text).toContain('Value for customs:     150.00 USD\n')
    expect(text).toContain(`Plan ${frozen.planHash}\n`)
    expect(text).toContain('reply to this mail and keep EG-20261121-C9S8N3FF in the subject')
  })

  it('ends the request with one full stop, whatever the shipper is called', () => {
    const shipFrom = { name: 'Example Fulfilment Toronto Inc.' }
    expect(mail({ ...frozen, shipFrom }).text).toContain('shipped from Example Fulfilment Toronto Inc.\n')
  })

  it('says which rules were looked at when there are others', () => {
    const rulePack = { ...frozen.rulePack, groups: ['DATA', 'ENT'] }
    const partial = mail({ ...frozen, rulePack, flags: ['RULES_PARTIAL'] })
    expect(partial.text).toContain('Only the rule groups DATA ENT were looked at')
    expect(mail().text).not.toContain('Only the rule groups')
  })

  it('lists what somebody still has to look at', () => {
    const setUp = { products: [aProduct({ provenance: { countryOfOrigin: { source: 'default' } } })] }
    const open = customsPackageOf(packageSource(plannedExport({ ...setUp, orders: [anOrder('prod_1')] })))
    expect(mail(open).text).toMatch(/Still open, please look at:\n- REVIEW INV-08/)
    expect(mail().text).not.toContain('Still open')
  })

  it('carries declarations to agencies with their line', () => {
    const products = [aProduct({ pga: { fda_food: { status: 'disclaimed', disclaimCode: 'A' } } })]
    const declared = customsPackageOf(packageSource(plannedExport({ products, orders: [anOrder('prod_1')] })))
    expect(mail(declared).text).toContain('- invoice INV-1001 line 1: PGA FDA fda_food disclaimed A\n')
  })

  it('lists a hundred findings and says where the rest is', () => {
    const finding = frozen.findings[0] ?? {
      ...{ code: 'QUESTION' as const, severity: 'REVIEW' as const, message: 'Is it\nso?', ruleId: 'INV-12' },
      ...{ ruleRevision: '2026-10-01', pointer: '', citation: '', confidence: 'H' as const },
      fix: { field: 'a', example: 'b', who: 'owner' as const },
    }
    const { text } = mail({
      ...frozen,
      findings: Array.from({ length: 130 }, () => ({ ...finding, severity: 'REVIEW' })),
    })
    expect(text.match(/^- REVIEW /gm)).toHaveLength(100)
    expect(text).toContain('- and 30 more, all in commercial_customs_invoice.json')
  })

  it('is offered in ever fewer bytes, down to the CSV and the manifest, and names what it leaves out', () => {
    const message = { frozen, artifacts, mappedCsv: null, submissionId: 'sub_1', revision: 1, date: testNow }
    const offered = mails(8_388_608, message)
    const sizes = offered.map(({ attachments }) => attachments.reduce((sum, { bytes }) => sum + bytes.byteLength, 0))
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a))
    expect(offered.map(({ attachments }) => attachments.length)).toEqual([6, 5, 4, 3, 2])
    const least = offered.at(-1)
    expect(least?.attachments.map(({ filename }) => filename)).toEqual([
      'commercial_customs_invoice.csv',
      'manifest.json',
    ])
    const [, leftOut = ''] = /too large: ask the exporter for:\n((?:- .*\n)+)/.exec(least?.text ?? '') ?? []
    for (const { filename, sha256, size } of artifacts) {
      const isAttached = least?.attachments.some((file) => file.filename === filename)
      expect(leftOut.includes(`- ${filename}, ${size} bytes, SHA-256 ${sha256}\n`)).toBe(!isAttached)
    }
    expect(offered[0]?.text).not.toContain('ask the exporter')
  })

  it('is not offered in a form whose files alone are too large, save the least', () => {
    const message = { frozen, artifacts, mappedCsv: null, submissionId: 'sub_1', revision: 1, date: testNow }
    expect(mails(1, message).map(({ attachments }) => attachments.length)).toEqual([2])
  })

  it('always has the CSV in the columns of the broker, and then the canonical one is dispensable', () => {
    const filename = 'commercial_customs_invoice.spreadsheet.csv'
    const bytes = new TextEncoder().encode('a,b')
    const mappedCsv = { filename, mediaType: 'text/csv', bytes, sha256: '0'.repeat(64), size: 3 }
    const message = { frozen, artifacts, mappedCsv, submissionId: 'sub_1', revision: 1, date: testNow }
    expect(
      mails(1, message)
        .at(-1)
        ?.attachments.map((file) => file.filename),
    ).toEqual(['manifest.json', filename])
  })
})

it('the id of a submission follows from account, export and revision', () => {
  expect(submissionIdOf('acc_1', 'batch_1', 1)).toBe('sub_6jfb4qxrh6rnmm440evzy5q48')
  expect(submissionIdOf('acc_1', 'batch_1', 2)).not.toBe(submissionIdOf('acc_1', 'batch_1', 1))
})
