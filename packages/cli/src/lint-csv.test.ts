import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type CliResult, runCli } from './testing/run-cli.ts'
import { startScriptedServer } from './testing/scripted-server.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'entrygo-lint-'))
})

/** Complete: no rule about products asks for more. */
const notebook = {
  externalId: 'notebook',
  description: 'Bound paper notebook, A5, ruled',
  htsCode: '4820.10.20.60',
  countryOfOrigin: 'US',
  returnEvidence: 'Export invoice EX-1001 of 2026-03-02',
  manufacturer: { name: 'Example Paper Inc.', street: '1 Example Road', city: 'Buffalo', country: 'US' },
  provenance: { countryOfOrigin: { source: 'owner' }, htsCode: { source: 'broker' } },
}

const blank = { externalId: 'blank', metadata: { shelf: 'A1' } }

async function lint(products: unknown, ...flags: string[]): Promise<CliResult> {
  const stdin = typeof products === 'string' ? products : JSON.stringify(products)
  return runCli(['lint', '-', '--as-of', '2026-11-21', ...flags], { stdin, cwd: folder })
}

interface Document {
  readonly products: readonly { readonly findings: readonly { readonly code: string }[] }[]
}

async function document(csv: string): Promise<Document> {
  return JSON.parse((await lint(csv, '--input-format', 'csv', '--json')).stdout).data
}

describe('the CSV', () => {
  /** What a person would write into the cells of these products. */
  const answers: Readonly<Record<string, string>> = {
    description: 'Bound paper notebook, A5, ruled',
    htsCode: '4820.10.20.60',
    countryOfOrigin: 'US',
    returnEvidence: 'Export invoice EX-1001 of 2026-03-02',
    'manufacturer.name': 'Example Paper Inc.',
    'manufacturer.street': '1 Example Road',
    'manufacturer.city': 'Buffalo',
    'manufacturer.country': 'US',
    'provenance.countryOfOrigin.source': 'owner',
    'provenance.htsCode.source': 'broker',
  }

  function filled(csv: string): string {
    const [header = '', ...rows] = csv.trimEnd().split('\n')
    const columns = header.split(',')
    return [
      header,
      ...rows.map((row) =>
        row
          .split(',')
          .map((cell, at) => (cell === '' ? `"${answers[columns[at] ?? ''] ?? ''}"` : cell))
          .join(','),
      ),
    ].join('\n')
  }

  it('has a row for each product that waits, what is known, and an empty cell for each missing fact', async () => {
    const { stdout, stderr, exitCode } = await lint([blank, notebook], '--only', 'BLOCK', '--csv', '-')
    expect(exitCode).toBe(5)
    const [header = '', ...rows] = stdout.trimEnd().split('\n')
    expect(header).toBe('externalId,description,htsCode,countryOfOrigin,metadata.shelf')
    expect(rows).toEqual(['blank,,,,A1'])
    expect(stderr).toBe('1 of 2 products wait for facts and stand in the CSV.\n')
  })

  it('filled in and read again, until nothing is missing, it loses nothing that was known', async () => {
    let csv = (await lint([blank], '--csv', '-')).stdout
    for (let round = 0; round < 3 && csv.includes('\n'); round += 1) {
      const again = await lint(filled(csv), '--csv', '-', '--input-format', 'csv')
      if (again.stdout.trimEnd().split('\n').length < 2) break
      csv = again.stdout
    }
    const { products } = await document(filled(csv))
    const open = ['MISSING_DATA', 'QUESTION', 'INVALID_DATA']
    const missing = products.flatMap(({ findings }) => findings.filter(({ code }) => open.includes(code)))
    expect(missing).toEqual([])
    expect(filled(csv)).toContain('A1')
  })

  it('syncs back every value that was known', async () => {
    const known = {
      externalId: 'P, "1"',
      sku: 'P-1',
      description: 'Cups, of "steel"',
      htsCode: '7323.93.00.45',
      materials: [
        { name: 'steel', pct: '90' },
        { name: 'silicone', pct: '10' },
      ],
      metals: { steel: { weightG: '120.5', usPct: '0' } },
      modelYear: 2026,
      childrenProduct: false,
      metadata: { shelf: '007', note: '=1+1' },
    }
    const path = join(folder, 'known.csv')
    await lint([known], '--csv', path)
    const server = await startScriptedServer(() => ({ status: 200, json: { data: [] } }))
    const env = { ENTRYGO_API_KEY: 'eg_test_abc', ENTRYGO_ACCOUNT_ID: 'acc_1', ENTRYGO_BASE_URL: server.url }
    await runCli(['products', 'sync', path, '--json'], { env }).finally(() => server.stop())
    expect(server.seen[0]?.body).toMatchObject({ items: [known] })
  })

  it('keeps a file that is there, unless it is forced', async () => {
    const path = join(folder, 'fill-in.csv')
    await writeFile(path, 'mine')
    const kept = await lint([blank], '--csv', path, '--json')
    expect(JSON.parse(kept.stdout)).toMatchObject({ errorCode: 'OUTPUT_ERROR', field: '--csv', exitCode: 2 })
    expect(await readFile(path, 'utf8')).toBe('mine')
    await lint([blank], '--csv', path, '--force')
    expect(await readFile(path, 'utf8')).toMatch(/^externalId,/)
  })

  it.each([
    { metadata: { 'a b': 'x' } },
    { metadata: { number: 1 } },
    { metadata: { 0: 'x' } },
    { metadata: {} },
    { provenance: { 'metals.steel': { source: 'owner' } } },
  ])('leaves out %j, which a CSV cannot carry, and says so', async (facts) => {
    const hard = { externalId: 'hard', ...facts }
    const { stdout } = await lint([hard, blank], '--csv', join(folder, 'some.csv'), '--force')
    expect(stdout).toContain('1 product such as hard hold what a CSV cannot carry, and were left out.')
    expect(await readFile(join(folder, 'some.csv'), 'utf8')).not.toContain('hard')
  })

  it('is not made where nothing is to fill in', async () => {
    const { stdout } = await lint([notebook], '--only', 'BLOCK', '--csv', join(folder, 'none.csv'))
    expect(stdout).toContain('Nothing to fill in')
    await expect(readFile(join(folder, 'none.csv'))).rejects.toThrow('ENOENT')
  })

  it('on stdout says on stderr what it leaves out', async () => {
    const { stdout, stderr } = await lint([{ sku: 'no id' }], '--csv', '-')
    expect([stdout, stderr]).toEqual([
      '',
      '0 of 0 products wait for facts and stand in the CSV. 1 record that the sync\nwould refuse is left out: run it without --csv to see why.\n',
    ])
  })

  it('writes numbers with dots, so that no spreadsheet drops the zero in front', async () => {
    const { stdout } = await lint([{ externalId: 'cheese', htsCode: '0406109500' }], '--csv', '-')
    expect(stdout).toContain('cheese,,0406.10.95.00,')
  })
})
