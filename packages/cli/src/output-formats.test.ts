import { Writable } from 'node:stream'
import type { ExportPlan } from '@entrygo/sdk/contract'
import { exampleNamed } from '@entrygo/sdk/testing'
import fc from 'fast-check'
import { expect, it, vi } from 'vitest'
import { parse } from 'yaml'
import { usageError } from './errors.ts'
import { createOutput, type Format, type Output } from './output.ts'

/** What an output of that format writes to stdout and stderr. */
async function printed(format: Format, act: (output: Output) => Promise<unknown>): Promise<[string, string]> {
  const texts: [string, string] = ['', '']
  const stream = (index: 0 | 1) =>
    Object.assign(
      new Writable({
        decodeStrings: false,
        write: (chunk, _encoding, done) => {
          texts[index] += String(chunk)
          done()
        },
      }),
      { isTTY: false },
    )
  const { signal } = new AbortController()
  const [stdout, stderr] = [stream(0), stream(1)]
  const stdin = Object.assign(process.stdin, {})
  const output = createOutput({ argv: [], env: {}, cwd: '/', home: '/', stdin, stdout, stderr, signal }, format)
  await act(output)
  return texts
}

function shown(format: Format, data: object): Promise<[string, string]> {
  return printed(format, (output) => output.show({ data }, () => 'in words'))
}

const awkward = [
  ...['', ' ', '~', 'null', 'true', 'no', 'NO', '0x1F', '1e3', '.inf', '12:30:45', '2026-11-21', '<<', '- a', '? b'],
  ...['a: b', '# c', '&anchor', '*alias', '!!js/function x', '%YAML 1.1', '---', '...', '{a: 1}', '[1]', '| literal'],
  ...[
    'one\ntwo',
    'tab\there',
    '\r',
    '\u0085',
    '\u2028',
    '\ufeff',
    '\u0007',
    '\u001b[31m',
    '\u007f',
    '\u009b',
    '"',
    "'",
    '\\',
  ],
]

it('YAML is the document of JSON, whatever texts stand in it', async () => {
  const text = fc.oneof(fc.constantFrom(...awkward), fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }))
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 3 },
      text,
      fc.constant(null),
      fc.boolean(),
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(text, tie('node'), { maxKeys: 4 }),
    ),
  })).node
  await fc.assert(
    fc.asyncProperty(fc.dictionary(text, value, { maxKeys: 5 }), async (data) => {
      const [[yaml], [json]] = await Promise.all([shown('yaml', data), shown('json', data)])
      expect(parse(yaml)).toEqual(JSON.parse(json))
      expect(yaml).not.toMatch(/[^\P{Cc}\n]/u)
    }),
    { numRuns: 200 },
  )
})

it('a plan as YAML', async () => {
  const value: unknown = exampleNamed('PlanReady')
  const plan = value as ExportPlan
  const [text] = await shown('yaml', { exportId: plan.exportId, treatments: plan.treatments, flags: plan.flags })
  expect(text).toBe(`data:
  exportId: "batch_01k9m4wk6f9g2a5d8s3j1p7y4r"
  treatments:
    - order_id: "ord_01k9m4wg8c4b1z9q7v2x5n0h3d"
      line_id: "1"
      product_id: "prod_01k9m4wd3x7w0y4r6m1s8t5k2j"
      htsCode: "4820200000"
      countryOfOrigin: "CA"
      trade_actions:
        - heading: "9903.05.93"
          program: "SECTION_301_FORCED_LABOR"
          rate: "No duty"
          basis: "fullValue"
          status: "applies"
          why: "Goods of Canada with a USMCA claim are exempt."
          citation: "Memorandum of 2026-07-23; U.S. note 52"
          ruleId: "X301-02"
      pga: []
  flags:
    - "SECTION_301_FORCED_LABOR"
    - "USMCA_CLAIMED"
next: []
`)
})

it.each(['yaml', 'md', 'json'] as const)(
  'in %s a failure is a document on stdout, and stderr stays empty',
  async (format) => {
    const error = usageError('--limit is "x": give a whole number | <b>.', '--limit')
    const [stdout, stderr] = await printed(format, (output) => output.fail(error))
    expect(stderr).toBe('')
    expect(stdout).toContain('USAGE')
    if (format === 'md') {
      expect(stdout).toBe(`## ⛔ USAGE\\_ERROR (exit 2)

\\--limit is &quot;x&quot;: give a whole number \\| &lt;b&gt;.

|  |  |
| --- | --- |
| Field | \`--limit\` |
`)
    } else expect(parse(stdout)).toMatchObject({ errorCode: 'USAGE_ERROR', field: '--limit', exitCode: 2 })
  },
)

it.each([
  [80, true],
  [0, false],
])('at a terminal of %i columns progress is seen: %s', async (columns, isSeen) => {
  let written = ''
  const stream = Object.assign(new Writable({ write: (_chunk, _encoding, done) => done() }), { isTTY: true, columns })
  const write = vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written += String(text)
    return true
  })
  const { signal } = new AbortController()
  const world = { argv: [], env: {}, cwd: '/', home: '/', stdin: process.stdin, stdout: stream, stderr: stream, signal }
  const output = createOutput(world, 'table')
  output.progress('planning')
  await import('ora')
  await new Promise((resolve) => setImmediate(resolve))
  output.progress('planning')
  await output.show({ data: {} }, () => 'done')
  write.mockRestore()
  expect(written.includes('planning')).toBe(isSeen)
})

it.each([
  ['EPIPE', undefined],
  ['ENOSPC', 'no room'],
])('a large answer that meets %s fails with %s', async (code, failure) => {
  const error = Object.assign(new Error('no room'), { code })
  const stdout = new Writable({ highWaterMark: 1, write: (_chunk, _encoding, done) => setImmediate(done, error) })
  const { signal } = new AbortController()
  const { stdin, stderr } = process
  const output = createOutput({ argv: [], env: {}, cwd: '/', home: '/', stdin, stdout, stderr, signal }, 'json')
  async function* pieces(): AsyncGenerator<string> {
    yield '{"data":'
    yield '1}'
  }
  const outcome = await output.pour(pieces()).catch((thrown: unknown) => thrown)
  expect(outcome instanceof Error ? outcome.message : outcome).toBe(failure)
})

it('an answer that has no Markdown of its own is its table as a block, which it cannot end', async () => {
  const [stdout] = await printed('md', (output) => output.show({ data: {} }, () => 'a name with ~~~~ and ``` in it'))
  expect(stdout).toBe('~~~~text\na name with ~ ~ ~ ~ and ``` in it\n~~~~\n')
})
