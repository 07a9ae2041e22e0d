import { describe, expect, it } from 'vitest'
import type { InputRecord } from './record.ts'
import { readRecords } from './records.ts'
import type { InputFormat, Source } from './source.ts'
import type { TableShape } from './table-records.ts'

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  // Pieces that end inside a character and inside a line, as a pipe gives them.
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
}

const source = (text: string, format?: InputFormat): Source => ({ name: 'in', format, chunks: pieces(text) })

async function read(text: string, format?: InputFormat, shape: TableShape = 'orders'): Promise<InputRecord[]> {
  const records: InputRecord[] = []
  for await (const { value, at } of readRecords(source(text, format), shape)) records.push({ value, at })
  return records
}

const values = async (...args: Parameters<typeof read>): Promise<unknown[]> =>
  (await read(...args)).map(({ value }) => value)

describe('CSV', () => {
  it('rows of one order are its lines; numbers, texts and lists have the types of the contract', async () => {
    const text = [
      'externalId,destinationCountry,buyer.name,relatedParty,items.productId,items.quantity,items.unitValueUsd,items.ch99Codes.0',
      'WEB-1,US,"Example, Inc.",false,prod_1,2,19.90,9903.01.25',
      'WEB-1,,,,prod_2,1,5,',
      'WEB-2,US,Other LLC,TRUE,prod_1,3,19.90,',
    ].join('\n')
    expect(await read(text, 'csv')).toEqual([
      {
        value: {
          externalId: 'WEB-1',
          destinationCountry: 'US',
          buyer: { name: 'Example, Inc.' },
          relatedParty: false,
          items: [
            { productId: 'prod_1', quantity: 2, unitValueUsd: 19.9, ch99Codes: ['9903.01.25'] },
            { productId: 'prod_2', quantity: 1, unitValueUsd: 5 },
          ],
        },
        at: 'in row 2',
      },
      {
        value: {
          externalId: 'WEB-2',
          destinationCountry: 'US',
          buyer: { name: 'Other LLC' },
          relatedParty: true,
          items: [{ productId: 'prod_1', quantity: 3, unitValueUsd: 19.9 }],
        },
        at: 'in row 4',
      },
    ])
  })

  it('a flat row is a record; codes keep their leading zeros', async () => {
    const text = 'externalId,htsCode,materials.0.name,materials.0.pct,metadata.quantity\nTEE,0409.00.00,cotton,100,7\n'
    expect(await values(text, 'csv', 'flat')).toEqual([
      {
        externalId: 'TEE',
        htsCode: '0409.00.00',
        materials: [{ name: 'cotton', pct: '100' }],
        metadata: { quantity: '7' },
      },
    ])
  })

  it.each([
    [
      'externalId,items.quantity\nA,two',
      'in row 2, column items.quantity is "two": give a plain number such as 1234.50.',
    ],
    ['externalId,relatedParty\nA,yes', 'in row 2, column relatedParty is "yes": give true or false.'],
    ['externalId,a b\nA,1', 'in row 1, column 2 is "a b": give a wire name such as items.quantity, or a --map.'],
    [
      'externalId,__proto__.x\nA,1',
      'in row 1, column 2 is "__proto__.x": give a wire name such as items.quantity, or a --map.',
    ],
    ['externalId,items.quantity\n\nA,1\n\n\nB,two', 'in row 6, column items.quantity is "two"'],
    ['externalId,externalId\nA,B', 'in row 1, column 2 repeats "externalId".'],
    ['externalId,items.quantity\n,1', 'in row 2, column "externalId" is empty: every line names its order.'],
    [
      'externalId,a\nA,1\nB,1\nA,1',
      'in row 4: order "A" has rows further up, and was read without these. Sort the file by "externalId"',
    ],
    [
      'externalId,a\nA,1\nA,2',
      'in row 3, column a is "2", and "1" in the first row of the order: an order has one value.',
    ],
    ['externalId,a\nA', 'in row 2 has 1 cell, and the header has 2.'],
    ['externalId,a\nA,1,2', 'in row 2 has 3 cells, and the header has 2.'],
    ['', 'in has no rows below its header.'],
    ['\n\n', 'in has no rows below its header.'],
    ['externalId,a\nA,"1', 'is not CSV'],
    ['externalId,a\n', 'in has no rows below its header.'],
  ])('%j is refused: %s', async (text, message) => {
    await expect(read(text, 'csv')).rejects.toThrow(message)
  })

  it.each([';', '\t', '|'])('columns may be separated by %j, and Excel may say so', async (mark) => {
    const text = `externalId${mark}items.productId${mark}items.quantity\r\nA${mark}"p${mark}1"${mark}2\r\n`
    const expected = [{ externalId: 'A', items: [{ productId: `p${mark}1`, quantity: 2 }] }]
    expect(await values(text, 'csv')).toEqual(expected)
    expect(await read(`\uFEFFsep=${mark}\r\n${text}`, 'csv')).toEqual([{ value: expected[0], at: 'in row 3' }])
  })

  it('a quote that is never closed ends after a million letters', async () => {
    const text = `externalId\n"${'x'.repeat(1_100_000)}`
    await expect(read(text, 'csv')).rejects.toThrow('in row 2 is not CSV: a quote is not closed')
  })

  it('a cell in quotes may have several lines, and still is one row', async () => {
    expect(await read('externalId,a\nA,"x\ny"\nB,2', 'csv', 'flat')).toEqual([
      { value: { externalId: 'A', a: 'x\ny' }, at: 'in row 2' },
      { value: { externalId: 'B', a: '2' }, at: 'in row 3' },
    ])
  })

  it('the reason of an earlier refusal is no column of the record', async () => {
    expect(await values('rejectedBecause,externalId\nno reason,A', 'csv', 'flat')).toEqual([{ externalId: 'A' }])
    expect(await values('{"rejectedBecause":"x","externalId":"A"}', 'ndjson')).toEqual([{ externalId: 'A' }])
  })

  it('a name from the prototype stays a plain field', async () => {
    const [record] = await values('externalId,constructor.name\nA,x', 'csv', 'flat')
    expect(record).toEqual({ externalId: 'A', constructor: { name: 'x' } })
    expect(Object.hasOwn(Object, 'name') && Object.name).toBe('Object')
  })
})
