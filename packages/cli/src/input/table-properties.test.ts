import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { columnMapOf } from './column-map.ts'
import { type InputItem, isInputRecord, type RejectedInput } from './record.ts'
import { readItems } from './records.ts'
import { openRejectedFile } from './rejected-file.ts'

/** What a cell gives back: without blanks around it, on one line, without what a spreadsheet may have put in front. */
const cell = fc
  .string({ unit: fc.constantFrom('a', 'Ż', '1', ' ', ',', ';', '\t', '"', "'", '\n', '|', '.', '#'), maxLength: 12 })
  .map((text) =>
    text
      .replace(/[\r\n\t]+/g, ' ')
      .replace(/^['\s]+/, '')
      .trim(),
  )

const id = fc.string({ unit: fc.constantFrom('A', '-', '1', '#', 'é', '"', ';'), minLength: 1, maxLength: 8 })
const line = fc.record({ sku: cell.filter((text) => text !== ''), quantity: fc.integer({ min: 1, max: 9999 }) })
const order = fc.record({ note: cell, region: cell, lines: fc.array(line, { minLength: 1, maxLength: 4 }) })
const orders = fc.uniqueArray(fc.tuple(id, order), { selector: ([name]) => name.trim(), minLength: 1, maxLength: 6 })
const layout = fc.record({
  mark: fc.constantFrom(',', ';', '\t', '|'),
  end: fc.constantFrom('\n', '\r\n'),
  hasBom: fc.boolean(),
  isRepeated: fc.boolean(),
  quoteAll: fc.boolean(),
  titles: fc.shuffledSubarray(['Order No', 'Note', 'Region', 'SKU', 'Qty', 'Unused'], { minLength: 6, maxLength: 6 }),
  pieces: fc.integer({ min: 1, max: 40 }),
})

const map = columnMapOf(
  {
    columnMap: 1,
    needs: ['Order No'],
    fields: {
      externalId: 'order no',
      'metadata.note': { column: 'Note', as: 'text' },
      destinationRegion: 'Region',
      'items.sku': { column: 'SKU', as: 'text' },
      'items.quantity': 'Qty',
    },
  },
  'map',
)

it('any table of any layout gives the orders that it was made of', async () => {
  await fc.assert(
    fc.asyncProperty(orders, layout, async (given, how) => {
      const items = await itemsOf(tableOf(given, how), how.pieces)
      const values = items.map((item) => (isInputRecord(item) ? item.value : item))
      expect(values).toEqual(given.map(([name, one]) => recordOf(name, one)))
    }),
    { numRuns: 300 },
  )
})

it('what is rejected and read again is the same table', async () => {
  await fc.assert(
    fc.asyncProperty(orders, layout, async (given, how) => {
      const items = await itemsOf(tableOf(given, how), how.pieces)
      const path = join(mkdtempSync(join(tmpdir(), 'entrygo-rejected-')), 'again.csv')
      const file = openRejectedFile(terminal, path, { rejectedPath: '', rejectedBytes: 0 })
      for (const item of items) file.add(rejected(item))
      file.sync()
      file.close()
      const again = await itemsOf(readFileSync(path, 'utf8'), how.pieces)
      expect(again.map((item) => isInputRecord(item) && item.value)).toEqual(
        items.map((item) => isInputRecord(item) && item.value),
      )
    }),
    { numRuns: 100 },
  )
})

const terminal = {
  ...{ argv: [], env: {}, cwd: '/', home: '/' },
  ...{ stdin: new PassThrough(), stdout: new PassThrough(), stderr: new PassThrough() },
  signal: new AbortController().signal,
}

function rejected(item: InputItem): RejectedInput {
  if (!isInputRecord(item) || item.rows === undefined) throw new Error('no record of a table')
  return { rejected: 'because, of "this"', at: item.at, rows: item.rows }
}

async function itemsOf(text: string, size: number): Promise<InputItem[]> {
  const bytes = Buffer.from(text)
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, at) =>
    bytes.subarray(at * size, (at + 1) * size),
  )
  const items: InputItem[] = []
  const source = { name: 'in', format: 'csv' as const, chunks: Readable.from(chunks) }
  for await (const item of readItems(source, { shape: 'orders', map, keepsRows: true })) items.push(item)
  return items
}

type Order = { note: string; region: string; lines: readonly { sku: string; quantity: number }[] }
type Layout = {
  mark: string
  end: string
  hasBom: boolean
  isRepeated: boolean
  quoteAll: boolean
  titles: readonly string[]
}

function tableOf(given: readonly (readonly [string, Order])[], how: Layout): string {
  const rows = given.flatMap(([name, { note, region, lines }]) =>
    lines.map(({ sku, quantity }, index) => {
      const isSaid = index === 0 || how.isRepeated
      const cells: Record<string, string> = { 'Order No': name, SKU: sku, Qty: String(quantity), Unused: 'x' }
      return { ...cells, Note: isSaid ? note : '', Region: isSaid ? region : '' }
    }),
  )
  const text = (cells: readonly string[]): string =>
    cells
      .map((one) => (how.quoteAll || /[,;\t|"\r\n]/.test(one) ? `"${one.replaceAll('"', '""')}"` : one))
      .join(how.mark)
  const lines = [
    text(how.titles),
    ...rows.map((row: Record<string, string>) => text(how.titles.map((title) => row[title] ?? ''))),
  ]
  return `${how.hasBom ? '\uFEFF' : ''}${lines.join(how.end)}${how.end}`
}

function recordOf(name: string, { note, region, lines }: Order): object {
  return {
    externalId: name.trim(),
    ...(note !== '' && { metadata: { note } }),
    ...(region !== '' && { destinationRegion: region }),
    items: lines,
  }
}
