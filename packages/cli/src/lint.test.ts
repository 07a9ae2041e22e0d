import { describe, expect, it } from 'vitest'
import { type CliResult, runCli } from './testing/run-cli.ts'

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
  return runCli(['lint', '-', '--as-of', '2026-11-21', ...flags], { stdin })
}

interface Document {
  readonly products: readonly {
    readonly externalId: string
    readonly readinessState: string
    readonly findings: readonly { readonly ruleId: string; readonly code: string; readonly pointer: string }[]
  }[]
  readonly facts: readonly { readonly severity: string; readonly field: string; readonly products: number }[]
  readonly refusals: readonly unknown[]
  readonly readiness: unknown
}

async function document(products: unknown, ...flags: string[]): Promise<Document & { exitCode: number }> {
  const { stdout, exitCode } = await lint(products, ...flags, '--json')
  return { ...JSON.parse(stdout).data, exitCode }
}

describe('as JSON', () => {
  it('every product stands with its findings, after a summary of the missing facts', async () => {
    const found = await document([blank, notebook])
    expect(found.exitCode).toBe(5)
    expect(found).toMatchObject({
      asOf: '2026-11-21',
      isLawKnown: true,
      rulePack: { id: 'us', version: '2026.10', htsRevision: '2026 Rev 10' },
      notRun: ['line', 'order', 'export'],
      refused: 0,
      csv: null,
    })
    expect(found.products.map(({ externalId, readinessState }) => [externalId, readinessState])[0]).toEqual([
      'blank',
      'BLOCKED',
    ])
    expect(found.products[0]?.findings[0]).toMatchObject({
      ruleId: 'ENT-01',
      code: 'MISSING_DATA',
      severity: 'BLOCK',
      pointer: '/htsCode',
      fix: { field: 'htsCode', who: 'owner' },
    })
    expect(found.facts[0]).toMatchObject({ severity: 'BLOCK', products: 1 })
  })

  it('facts come worst first, and then those that most products wait for', async () => {
    const { facts } = await document([
      { externalId: 'a' },
      { externalId: 'b', htsCode: '4820102060' },
      { externalId: 'c', htsCode: '4820102060', description: 'Bound paper notebook, A5' },
    ])
    const rank = ['BLOCK', 'REVIEW', 'INFO']
    const order = facts.map(({ severity, products }) => rank.indexOf(severity) * 1000 - products)
    expect(order).toEqual([...order].sort((a, b) => a - b))
    expect(facts[0]).toMatchObject({ field: 'countryOfOrigin', products: 3 })
  })

  it('records that the sync would refuse are named with every reason, and the others are checked', async () => {
    const found = await document([{ sku: 'no id', htsCode: 7 }, blank, blank, { externalId: 'x', htsCode: 'abc' }])
    expect(found.exitCode).toBe(2)
    expect(found.refusals).toEqual([
      {
        at: 'stdin item 1',
        externalId: null,
        issues: [
          { path: 'externalId', message: 'Required. Send externalId.', code: 'invalid_type' },
          { path: 'htsCode', message: 'Expected string, received number 7. Send a string.', code: 'invalid_type' },
        ],
      },
      {
        at: 'stdin item 3',
        externalId: 'blank',
        issues: [
          {
            path: 'externalId',
            message: 'externalId blank stands further up already; give each its own.',
            code: 'duplicate',
          },
        ],
      },
      { at: 'stdin item 4', externalId: 'x', issues: [expect.objectContaining({ path: 'htsCode' })] },
    ])
    expect(found.products).toHaveLength(1)
  })

  it('the law of another day is another answer', async () => {
    const found = await runCli(['lint', '-', '--as-of', '2019-01-01', '--json'], { stdin: JSON.stringify([notebook]) })
    expect(JSON.parse(found.stdout).data).toMatchObject({ asOf: '2019-01-01', isLawKnown: false })
  })

  it('a failure in the middle of the input leaves one document', async () => {
    const { stdout, exitCode } = await lint('{"externalId":"a"}\n{"externalId":', '--json', '--input-format', 'ndjson')
    expect([exitCode, JSON.parse(stdout).errorCode]).toEqual([2, 'INPUT_ERROR'])
  })
})

describe('the exit code', () => {
  it.each([
    ['5', 'what blocks', [[blank]]],
    ['3', 'what has to be reviewed', [[blank], '--only', 'REVIEW']],
    ['0', 'what is ready', [[notebook], '--only', 'BLOCK']],
    ['0', 'another rule', [[notebook], '--rule', 'INV-01']],
    ['5', 'the rule that blocks', [[blank], '--rule', 'INV-01']],
    ['2', 'what the sync would refuse', [[{}]]],
  ] as const)('is %s for %s', async (code, _, [products, ...flags]) => {
    expect((await lint(products, ...flags)).exitCode).toBe(Number(code))
  })

  it.each([
    [['--rule', 'INV-99'], '--rule is "INV-99": the rule pack has no such rule.'],
    [['--rule', 'INV-05'], '--rule is "INV-05", a rule about orders or shipments: lint sees products alone.'],
    [['--csv', '-'], '--csv - and --json both want stdout: name a file for the CSV.'],
    [['--as-of', 'soon'], '--as-of is "soon": give a date such as 2026-11-21.'],
  ])('is 2 for %j', async (flags, message) => {
    const { exitCode, stdout } = await runCli(['lint', '-', ...flags, '--json'], { stdin: '[{"externalId":"a"}]' })
    expect([exitCode, JSON.parse(stdout).message]).toEqual([2, message])
  })
})

describe('in words', () => {
  it('the facts come with rules, example and who supplies them, within 80 columns', async () => {
    const { stdout } = await lint([blank])
    expect(stdout).toContain('  BLOCK  htsCode: 1 product (ENT-01)\n')
    expect(stdout).toContain('         from the owner, for example 6109100012\n')
    expect(stdout).toContain('\n  BLOCKED                        1\n  REVIEW_REQUIRED                0\n')
    expect(stdout).toContain('Rules about order lines, orders and shipments were not run')
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
  })

  it('names of products move no cursor and turn no line round', async () => {
    const { stdout } = await lint([{ externalId: 'a\u202eb', description: 'x\u200f' }, { '\u001b[31m': 1 }])
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\u202e\u200f]/u)
  })
})

it('an answer of many megabytes is one document as well', { timeout: 60_000 }, async () => {
  const lines = Array.from({ length: 3000 }, (_, at) => JSON.stringify({ externalId: `p${at}`, description: 'ä' }))
  const found = await document(lines.join('\n'), '--input-format', 'ndjson')
  expect(found.products).toHaveLength(3000)
  expect(found.products[2999]?.externalId).toBe('p2999')
})
