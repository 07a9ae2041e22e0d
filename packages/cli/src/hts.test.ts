import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { shippedRulePackFolder } from '@entrygo/server/rules'
import { describe, expect, it } from 'vitest'
import { unpacked } from './hts/open-index.ts'
import { runCli } from './testing/run-cli.ts'

const notice =
  'A look-up, not a classification: which number goods have is decided by their owner with a customs broker.'

async function json(...argv: string[]): Promise<{ exitCode: number; document: Record<string, unknown> }> {
  const { exitCode, stdout } = await runCli(['hts', ...argv, '--json'])
  const document = JSON.parse(stdout)
  return { exitCode, document: exitCode === 0 ? document.data : document }
}

it('the index is that of the pack which comes with the server', () => {
  const packed = readFileSync(`${shippedRulePackFolder}hts/index.txt.gz`)
  expect(unpacked('hts/index.txt.gz').equals(gunzipSync(packed))).toBe(true)
})

describe('hts search', () => {
  it('gives numbers, paths and units, and says that it classifies nothing', async () => {
    const { exitCode, document } = await json('search', 'cotton', 't-shirt', '--limit', '1')
    expect(exitCode).toBe(0)
    expect(document).toMatchObject({ query: 'cotton t-shirt', htsRevision: '2026 Rev 10', replaced: [], notice })
    expect(document['results']).toEqual([
      {
        htsCode: '6109.10.00.40',
        heading: '6109',
        units: ['doz.', 'kg'],
        path: [
          'T-shirts, singlets, tank tops and similar garments, knitted or crocheted',
          'Of cotton',
          "Women's or girls'",
          'Other',
          'T-shirts',
          "Women's (339)",
        ],
        ofHeading: 18,
      },
    ])
  })

  it('groups the lines under their heading for people', async () => {
    const { exitCode, stdout } = await runCli(['hts', 'search', 'aluminium ladder'])
    expect(exitCode).toBe(0)
    expect(stdout).toBe(`HTS 2026 Rev 10, best first for "aluminium ladder": 1 of 1 line

7616 Other articles of aluminum
  7616.99.51.30  Other > Other > Other > Ladders [No.]

A look-up, not a classification: which number goods have is decided by their
owner with a customs broker.
`)
  })

  it('control and direction characters of a question reach no terminal', async () => {
    const hostile = 'wood\u001b[31m\u202echair\u0007'
    for (const argv of [
      ['hts', 'search', hostile],
      ['hts', 'search', hostile, '--json'],
      ['hts', 'show', hostile],
    ]) {
      const { stdout, stderr } = await runCli(argv)
      expect(`${stdout}${stderr}`.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e]/u)
    }
  })

  it('finding nothing is an answer', async () => {
    const { exitCode, document } = await json('search', 'xyzzy')
    expect([exitCode, document['count'], document['replaced']]).toEqual([0, 0, [{ word: 'xyzzy', by: [] }]])
  })

  it.each([
    [['search', 'toy', '--limit', '0'], '--limit is "0": give a whole number from 1 to 200.'],
    [['search', 'toy', '--chapter', '0'], '--chapter is "0": give two digits from 01 to 99.'],
    [['search', ' '], 'Nothing to look for: give words such as "cotton t-shirt", or digits.'],
    [['show', '6109', '--as-of', '2026-02-30'], '--as-of is "2026-02-30": give a date such as 2026-11-21.'],
  ])('%j is refused: %s', async (argv, message) => {
    const { exitCode, document } = await json(...argv)
    expect([exitCode, document['message']]).toEqual([2, message])
  })
})

describe('hts show', () => {
  it('gives text, units and rates of a line', async () => {
    const { exitCode, document } = await json('show', '6109.10.00.12', '--as-of', '2026-11-21')
    expect(exitCode).toBe(0)
    expect(document).toMatchObject({
      htsCode: '6109.10.00.12',
      status: 'line',
      asOf: '2026-11-21',
      remark: null,
      units: ['doz.', 'kg'],
      rates: { general: '16.5%', special: 'Free (AU,BH,CL,CO,IL,JO,KR,MA,OM,P,PA,PE,S,SG)', other: '90%' },
      lines: [],
      notice,
    })
    expect(document['path']).toHaveLength(5)
  })

  it('gives the lists of the day with their citation, and the measures that may reach the number', async () => {
    const { document } = await json('show', '7323930045', '--as-of', '2026-11-21')
    expect(document['lists']).toContainEqual({
      list: '16(c)(vii)',
      value: 'steel',
      htsPrefix: '73239300',
      origins: [],
      effectiveFrom: '2026-04-06',
      effectiveTo: null,
      confidence: expect.any(String),
      citation: expect.stringContaining('note 16(c)(vii)'),
    })
    const before = await json('show', '7323930045', '--as-of', '2026-04-05')
    expect(JSON.stringify(before.document['lists'])).not.toContain('16(c)(vii)')
    expect(JSON.stringify(document['measures'])).toContain('"program":"SECTION_232_METALS"')
  })

  it('an unknown suffix is remarked on, and the lines of its number are shown', async () => {
    const { exitCode, document } = await json('show', '6109100013')
    expect(exitCode).toBe(0)
    expect(document).toMatchObject({
      status: 'unknown_suffix',
      remark: { ruleId: 'ENT-03' },
      path: ['T-shirts, singlets, tank tops and similar garments, knitted or crocheted', 'Of cotton'],
      rates: { general: '16.5%' },
      lineCount: 14,
    })
  })

  it('a short number has the lines below it, as many as are asked for', async () => {
    const { document } = await json('show', '6109', '--limit', '2')
    expect(document).toMatchObject({ htsCode: '6109', status: 'too_short', lineCount: 35, rates: null })
    expect(document['lines']).toHaveLength(2)
  })

  it.each([
    ['9801.00.10.12', 'line'],
    ['9903.82.02', 'line'],
    ['9101.11.40', 'line'],
    ['9101.11.40.00', 'line'],
  ])('%s is a %s', async (number, status) => {
    const { document } = await json('show', number)
    expect(document).toMatchObject({ status, lineCount: 0, lines: [] })
  })

  it('a number that nothing begins with is refused with the nearest beginning', async () => {
    const { exitCode, document } = await json('show', '6109.99.99.99')
    expect(exitCode).toBe(2)
    expect(document).toMatchObject({
      errorCode: 'INPUT_ERROR',
      data: { nearest: '6109' },
      next: [{ argv: ['entrygo', 'hts', 'show', '6109'] }],
    })
  })

  it.each(['cotton', '1', '12345678901', '', '٦١٠٩'])('%j is no tariff number', async (number) => {
    const { exitCode, document } = await json('show', number)
    expect([exitCode, document['errorCode']]).toEqual([2, 'INPUT_ERROR'])
  })
})
