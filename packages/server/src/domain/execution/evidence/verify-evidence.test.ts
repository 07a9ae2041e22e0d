import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { executedExport } from '../../../testing/executed-export.ts'
import { testExportId } from '../../../testing/export-history.ts'
import { sha256Hex } from '../../fingerprint.ts'
import { jsonText } from '../artifacts/json-text.ts'
import { evidenceBundle } from './evidence-bundle.ts'
import { type BundleFiles, readBundle } from './read-bundle.ts'
import { verifyEvidence, verifyPlanDocument } from './verify-evidence.ts'
import type { VerifyReport } from './verify-report.ts'

const { input, folder } = executedExport()
const bundle = evidenceBundle(input)
const files = readBundle(bundle)

function failed(report: VerifyReport): string[] {
  expect(report.ok).toBe(report.checks.every(({ ok }) => ok))
  return report.checks.filter(({ ok }) => !ok).map(({ check, detail }) => `${check}: ${detail}`)
}

function text(from: BundleFiles, name: string): string {
  return new TextDecoder().decode(from.get(name))
}

function changed(from: BundleFiles, name: string, change: (before: string) => string): Map<string, Uint8Array> {
  const after = change(text(from, name))
  expect(after).not.toBe(text(from, name))
  return new Map(from).set(name, strToU8(after))
}

/** Writes the size and SHA-256 of every file into the manifest again, as somebody would who hides a change. */
function rehashed(from: BundleFiles, manifestName: string, prefix = ''): Map<string, Uint8Array> {
  const manifest = JSON.parse(text(from, manifestName))
  for (const entry of manifest.files) {
    const bytes = from.get(`${prefix}${entry.name ?? entry.filename}`) ?? new Uint8Array()
    entry.size = bytes.byteLength
    entry.sha256 = sha256Hex(bytes)
  }
  return new Map(from).set(manifestName, strToU8(jsonText(manifest)))
}

function hidden(from: BundleFiles): Map<string, Uint8Array> {
  return rehashed(rehashed(from, 'package/manifest.json', 'package/'), 'manifest.json')
}

describe('verification', () => {
  it('finds nothing in what was not touched', () => {
    const report = verifyEvidence(files)
    expect(failed(report)).toEqual([])
    expect(report).toMatchObject({ kind: 'bundle', ok: true })
    expect(report.checks).toHaveLength(15)
    expect(verifyEvidence(folder)).toMatchObject({ kind: 'package', ok: true })
    expect(JSON.stringify(report)).not.toMatch(/complian/i)
  })

  it('looks through a bundle of an export that was not executed', () => {
    const report = verifyEvidence(readBundle(evidenceBundle({ ...input, packageFiles: [], messages: [] })))
    expect(failed(report)).toEqual([])
    expect(report.checks).toHaveLength(8)
  })

  it('finds every single byte that was altered', () => {
    for (const [name, bytes] of files) {
      const altered = bytes.slice()
      const at = Math.floor(bytes.byteLength / 2)
      altered[at] = (altered[at] ?? 0) ^ 1
      expect(failed(verifyEvidence(new Map(files).set(name, altered))), name).not.toEqual([])
    }
  })

  it('finds a file that is missing and one that was added', () => {
    const less = new Map(files)
    less.delete('package/packing_list.json')
    expect(failed(verifyEvidence(less))).toContain(
      'no file of manifest.json is missing: package/packing_list.json is missing.',
    )
    expect(failed(verifyEvidence(new Map(folder).set('notes.txt', bundle)))).toEqual([
      'no file beside those of manifest.json: notes.txt is not in the manifest.',
    ])
  })

  it('finds an amount that was altered though every hash was written anew', () => {
    const altered = rehashed(
      changed(folder, 'commercial_customs_invoice.json', (json) =>
        json.replace('"lineValueUsd": "150.00"', '"lineValueUsd": "15.00"'),
      ),
      'manifest.json',
    )
    expect(failed(verifyEvidence(altered))).toEqual([
      expect.stringContaining('figures of cci_json: order ord_1: line 1: lineValueUsd is "15.00", reckoned 150.00'),
      expect.stringContaining('figures of cci_csv: row 1: line_value is 150.00, in cci_json 15.00'),
    ])
    const csv = rehashed(
      changed(folder, 'commercial_customs_invoice.csv', (rows) => rows.replace(',6.25,150.00,', ',6.25,140.00,')),
      'manifest.json',
    )
    expect(failed(verifyEvidence(csv))).toEqual([
      expect.stringContaining('figures of cci_csv: row 1: line_value is 140.00'),
    ])
  })

  it('finds figures that were altered everywhere alike, since the plan says otherwise', () => {
    const cheaper = (content: string): string =>
      content.replaceAll('150.00', '24.00').replaceAll('6.25', '1.00').replaceAll('"value_usd": 150', '"value_usd": 24')
    let altered = new Map(files)
    for (const name of ['json', 'csv'])
      altered = changed(altered, `package/commercial_customs_invoice.${name}`, cheaper)
    altered = changed(altered, 'package/manifest.json', cheaper)
    expect(failed(verifyEvidence(hidden(altered)))).toEqual([
      'customs package against the plan: ord_1: line 1 is not as it was planned.',
    ])
  })

  it('finds a plan that was altered', () => {
    const altered = changed(files, 'plan.json', (plan) => plan.replace('"unitValueUsd":6.25', '"unitValueUsd":1.25'))
    expect(failed(verifyEvidence(hidden(altered)))).toEqual([
      expect.stringMatching(
        /^plan hash of the snapshot: the snapshot has the hash sha256:[0-9a-f]{64}, the plan says sha256:/,
      ),
      'customs package against the plan: ord_1: line 1 is not as it was planned.',
    ])
    expect(verifyPlanDocument(JSON.parse(text(files, 'plan.json')))).toMatchObject({ kind: 'plan', ok: true })
    expect(failed(verifyPlanDocument(JSON.parse(text(altered, 'plan.json'))))).toHaveLength(1)
    expect(failed(verifyPlanDocument([]))).toEqual(['plan hash of the snapshot: There is no plan with a snapshot.'])
  })

  it('finds a plan, a rule pack or a package of another export', () => {
    const other = changed(files, 'plan.json', (plan) =>
      plan.replace(`"exportId": "${testExportId}"`, '"exportId": "batch_2"'),
    )
    expect(failed(verifyEvidence(hidden(other)))).toEqual([
      'one export and plan hash in bundle, plan and customs package: exportId is not the same in all of them.',
    ])
    const rules = changed(files, 'rule-pack.json', (pack) => pack.replace(/"digest": "[^"]+"/, '"digest": "none"'))
    expect(failed(verifyEvidence(hidden(rules)))).toEqual(['rule pack: the digest is not the same everywhere.'])
  })

  it('finds an event left out, and a message that is not what was sent', () => {
    const events = changed(files, 'events.json', () => '[{"seq":2}]')
    expect(failed(verifyEvidence(hidden(events)))).toEqual([
      'events without gaps: where event 1 belongs stands another; there are 1 events, not 2.',
    ])
    const message = changed(files, 'messages/sub_1.eml', (mail) => `${mail}Bcc: someone@example.com\r\n`)
    expect(failed(verifyEvidence(hidden(message)))).toEqual([
      'messages with their attempts: messages/sub_1.eml is not what its attempts sent.',
    ])
  })

  it('answers for anything else without throwing', () => {
    expect(verifyEvidence(new Map())).toMatchObject({ kind: 'unknown', ok: false })
    expect(verifyEvidence(new Map([['manifest.json', strToU8('{"schema":"entrygo.evidence/1"}')]])).ok).toBe(false)
    expect(
      verifyEvidence(new Map([['manifest.json', strToU8('{"schema":"entrygo.manifest/1","files":[7]}')]])).ok,
    ).toBe(false)
    expect(verifyEvidence(new Map([['manifest.json', Uint8Array.of(0xff)]])).ok).toBe(false)
  })
})
