import { strToU8, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { executedExport } from '../../../testing/executed-export.ts'
import { evidenceBundle } from './evidence-bundle.ts'
import { BundleError, readBundle } from './read-bundle.ts'
import { verifyEvidence } from './verify-evidence.ts'
import type { VerifyReport } from './verify-report.ts'

const bundle = evidenceBundle(executedExport().input)

describe('a hostile archive', () => {
  it('is not opened where it unpacks to more than the limit', () => {
    const bomb = zipSync({ 'plan.json': new Uint8Array(10_000_000) })
    expect(bomb.byteLength).toBeLessThan(20_000)
    expect(() => readBundle(bomb, { maxBytes: 1_000_000 })).toThrow('its files are larger than 1000000 bytes')
    const lying = bomb.slice()
    new DataView(lying.buffer).setUint32(centralDirectoryAt(lying) + 24, 4, true)
    expect(() => readBundle(lying)).toThrow('"plan.json" is not as long as the archive says')
    const many = zipSync(Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`f${index}`, new Uint8Array(1)])))
    expect(() => readBundle(many, { maxFiles: 20 })).toThrow('it has more than 20 files')
  })

  it.each(['../plan.json', '/etc/passwd', 'a/../../b', 'a\\b', 'C:x', '.hidden', 'a//b', '__proto__', 'a\0b', '/'])(
    'is not opened with the name %j',
    (name) => {
      const harmless = 'x'.repeat(name.length)
      const zip = Buffer.from(zipSync({ [harmless]: new Uint8Array(1) })).toString('latin1')
      const renamed = Buffer.from(zip.replaceAll(harmless, name), 'latin1')
      expect(() => readBundle(renamed)).toThrow('is a name that no bundle has')
    },
  )

  it('is not opened with a name twice', () => {
    const zip = zipSync({ 'a.json': strToU8('1'), 'b.json': strToU8('2') })
    const twice = zip.map((byte, index) => (byte === 0x62 && zip[index + 1] === 0x2e ? 0x61 : byte))
    expect(() => readBundle(twice)).toThrow('"a.json" stands there twice')
  })

  it('is not opened where it is cut off, changed or no archive', () => {
    for (const size of [0, 1, 100, bundle.byteLength - 30, bundle.byteLength - 1]) {
      expect(() => readBundle(bundle.subarray(0, size)), String(size)).toThrow('it is no whole zip archive')
    }
    expect(() => readBundle(strToU8('PK\u0003\u0004 nothing'))).toThrow('it is no whole zip archive')
  })

  it('is opened or refused with a word, wherever a byte of it is another', () => {
    let opened = 0
    for (let at = 0; at < bundle.byteLength; at += 97) {
      const altered = bundle.slice()
      altered[at] = (altered[at] ?? 0) ^ (1 << (at % 8))
      const [refusal, report] = opening(altered)
      if (report === null) expect(refusal).toMatch(/^The bundle was not opened: /)
      else opened += 1
    }
    expect(opened).toBeGreaterThan(0)
  })

  it('may have folders', () => {
    expect([...readBundle(zipSync({ package: { 'a.csv': strToU8('a') } })).keys()]).toEqual(['package/a.csv'])
  })
})

function centralDirectoryAt(zip: Uint8Array): number {
  return new DataView(zip.buffer, zip.byteOffset).getUint32(zip.byteLength - 22 + 16, true)
}

function opening(zip: Uint8Array): [refusal: string, report: VerifyReport | null] {
  try {
    return ['', verifyEvidence(readBundle(zip))]
  } catch (error) {
    return [error instanceof BundleError ? error.message : String(error), null]
  }
}
