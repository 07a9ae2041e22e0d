import { describe, expect, it } from 'vitest'
import { executedExport } from '../../../testing/executed-export.ts'
import { sha256Hex } from '../../fingerprint.ts'
import { evidenceBundle } from './evidence-bundle.ts'
import { type BundleFiles, readBundle } from './read-bundle.ts'

const { input } = executedExport()
const { planHash, snapshot } = input
const bundle = evidenceBundle(input)
const files = readBundle(bundle)

function text(from: BundleFiles, name: string): string {
  return new TextDecoder().decode(from.get(name))
}

describe('an evidence bundle', () => {
  it('holds plan, approvals, package, messages, events, rule pack and a manifest', () => {
    expect([...files.keys()]).toEqual([
      'approvals.json',
      'events.json',
      'manifest.json',
      'messages/sub_1.attempts.json',
      'messages/sub_1.eml',
      'package/commercial_customs_invoice.csv',
      'package/commercial_customs_invoice.html',
      'package/commercial_customs_invoice.json',
      'package/commercial_customs_invoice.pdf',
      'package/manifest.json',
      'package/packing_list.json',
      'plan.json',
      'rule-pack.json',
    ])
    expect(text(files, 'plan.json')).toContain(`"snapshot": ${snapshot}\n}`)
    expect(JSON.parse(text(files, 'manifest.json'))).toMatchObject({
      schema: 'entrygo.evidence/1',
      planHash,
      eventSeq: 2,
    })
  })

  it('is the same bytes for the same facts, whatever the zone of the machine', () => {
    expect(sha256Hex(evidenceBundle({ ...input, packageFiles: [...input.packageFiles].reverse() }))).toBe(
      sha256Hex(bundle),
    )
    const zone = process.env['TZ']
    try {
      process.env['TZ'] = 'Pacific/Kiritimati'
      expect(sha256Hex(evidenceBundle(input))).toBe(sha256Hex(bundle))
    } finally {
      if (zone === undefined) delete process.env['TZ']
      else process.env['TZ'] = zone
    }
  })

  it('is refused with two files of one name, or a name that leads elsewhere', () => {
    const [first] = input.packageFiles
    const packageFiles = first === undefined ? [] : [first, first]
    expect(() => evidenceBundle({ ...input, packageFiles })).toThrow('two files are called package/')
    expect(() => evidenceBundle({ ...input, packageFiles: [{ name: '../x', bytes: bundle }] })).toThrow(
      'is no name for a file',
    )
  })
})
