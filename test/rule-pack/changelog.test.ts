import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadRulePack, shippedRulePackFolder } from '../../packages/server/src/rule-pack-files.ts'
import { composeChangelog } from '../../tools/rule-pack/changelog/compose-changelog.ts'

let folder = ''
const shipped = loadRulePack()

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'entrygo-changelog-'))
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Edit = (text: string) => string

/** The changelog from the shipped pack to a copy with some files edited. */
function changelog(edits: Readonly<Record<string, Edit>>): string {
  const copy = mkdtempSync(join(folder, 'pack-'))
  cpSync(shippedRulePackFolder, copy, { recursive: true })
  for (const [file, edit] of Object.entries(edits)) {
    const path = join(copy, file)
    const isPacked = file.endsWith('.gz')
    const text = isPacked ? gunzipSync(readFileSync(path)).toString() : readFileSync(path, 'utf8')
    const edited = edit(text)
    expect(edited).not.toBe(text)
    writeFileSync(path, isPacked ? gzipSync(edited) : edited)
  }
  return composeChangelog(shipped, loadRulePack(copy))
}

type Json = Readonly<Record<string, unknown>>

/** The records of a JSON file, changed. */
function records(change: (all: Json[]) => Json[]): Edit {
  return (text) => JSON.stringify(change(JSON.parse(text)), null, 2)
}

const nextVersion: Edit = (text) => text.replace('"2026.10"', '"2026.11"')

describe('the changelog between two packs', () => {
  it('says so when nothing changed', () => {
    expect(changelog({ 'SOURCES.md': (text) => `${text}\n` })).toBe(
      '# us-2026.10 → us-2026.10\n\nNothing that a plan looks at has changed.\n',
    )
  })

  it('tells the window and the known changes', () => {
    const text = changelog({
      'pack.json': (pack) =>
        nextVersion(pack)
          .replace('"validThrough": "2026-11-30"', '"validThrough": "2026-12-03"')
          .replace('2026-11-30', '2026-12-01'),
    })
    expect(text).toBe(
      [
        '# us-2026.10 → us-2026.11',
        '',
        '## Pack',
        '',
        '- window 2026-09-29 to 2026-11-30 → 2026-09-29 to 2026-12-03',
        '',
        '## Known changes of law',
        '',
        '- added 2026-12-01: Rules on who may be importer of record are due under the customs enforcement order.',
        '- removed 2026-11-30: Rules on who may be importer of record are due under the customs enforcement order.',
        '',
      ].join('\n'),
    )
  })

  it('tells rules that came, were corrected and went', () => {
    const text = changelog({
      'rules/entry.json': records((all) => [
        ...all.filter(({ id }) => id !== 'ENT-10'),
        ...all
          .filter(({ id }) => id === 'ENT-02')
          .map((rule) => ({ ...rule, recordedAt: '2026-11-25', severity: 'INFO' })),
        ...all
          .filter(({ id }) => id === 'ENT-01')
          .map((rule) => ({ ...rule, variant: 'late', effectiveFrom: '2027-01-01' })),
      ]),
    })
    expect(text.split('\n').slice(2)).toEqual([
      '## Rules',
      '',
      '- added ENT-01 (late): BLOCK. The product has no HTSUS number. Give the ten-digit number of the Harmonized Tariff Schedule of the United States.',
      '- ENT-02, corrected, recorded 2026-11-25',
      '  - severity: "REVIEW" → "INFO"',
      expect.stringMatching(/^- removed ENT-10: REVIEW\. /),
      '',
    ])
  })

  it('warns of a record that was rewritten in place', () => {
    const text = changelog({ 'rules/entry.json': (rules) => rules.replace('"HTS statistical notes"', '"HTS notes"') })
    expect(text).toContain(
      '- ENT-02, rewritten under the same recordedAt 2026-11-21: a correction is a new record\n' +
        '  - citation: "HTS statistical notes" → "HTS notes"\n',
    )
  })

  it('tells headings of a measure that changed, with the countries and lists that came and went', () => {
    const text = changelog({
      'trade/40-metals.json': (measure) => {
        const { headings, ...head } = JSON.parse(measure)
        const [first, ...rest] = headings
        const later = { ...first, recordedAt: '2026-11-25', rate: 'another rate' }
        return JSON.stringify({ ...head, lists: [...head.lists.slice(1), '37(b)'], headings: [first, later, ...rest] })
      },
    })
    expect(text).toContain('- SECTION_232_METALS, changed\n  - lists: +37(b), −16(c)(i)\n')
    expect(text).toMatch(
      /- SECTION_232_METALS \S+, corrected, recorded 2026-11-25\n {2}- rate: "[^"]*" → "another rate"\n/,
    )
  })

  it('tells records of a measure that are decided in another order', () => {
    const text = changelog({
      'trade/40-metals.json': (measure) => {
        const { headings, ...head } = JSON.parse(measure)
        const [first, second, ...rest] = headings
        return JSON.stringify({ ...head, headings: [second, first, ...rest] })
      },
    })
    expect(text).toMatch(/^- SECTION_232_METALS decides in another order: (\S+), (\S+) → \2, \1$/m)
  })

  it('counts rows of lists, with examples', () => {
    const text = changelog({
      'lists/section-201.csv': (rows) =>
        `${rows.trimEnd().split('\n').slice(0, 3).join('\n')}\n41,6810990060,,,2026-12-01,,2026-11-25,M,Proc 11051 amended\n`,
      'lists/polysilicon.csv': (rows) => rows.replace('3818,,,2026-12-04,,', '3818,,,2026-12-04,2027-12-04,'),
      'lists/ad-cvd.csv': (rows) => rows.replace('44071900,CA,A-122-857 C-122-858', '44071900,CA,A-122-857'),
    })
    expect(text.split('\n').slice(2)).toEqual([
      '## Lists',
      '',
      '- list 41',
      '  - added 1: 6810990060 from 2026-12-01',
      '  - removed 1: 7020006000',
      '- list ad-cvd',
      expect.stringMatching(
        /^ {2}- changed 1: 44071900 \(A-122-857 C-122-858, CA, … to …, M, .* → A-122-857, CA, … to …, M, .*\)$/,
      ),
      '- list polysilicon',
      '  - ended 1: 3818 on 2027-12-04',
      '',
    ])
  })

  it('tells the revision of the tariff and its lines', () => {
    const text = changelog({
      'pack.json': (pack) => pack.replace('2026 Rev 10', '2026 Rev 11'),
      'hts/lines.csv.gz': (lines) =>
        lines
          .replace('0101210010,No.\n', '')
          .replace('0101210020,No.', '0101210020,No. | kg')
          .replace('0101300000,', '0101300001,'),
    })
    expect(text.split('\n').slice(2)).toEqual([
      '## Tariff',
      '',
      '- revision 2026 Rev 10 → 2026 Rev 11',
      '- 1 lines added: 0101300001',
      '- 2 lines removed: 0101210010, 0101300000',
      '- 1 units changed: 0101210020 (No. → No. and kg)',
      '',
    ])
  })
})
