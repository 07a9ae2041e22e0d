import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { readOrderIds } from './order-ids.ts'
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

describe('JSON', () => {
  it.each([
    '[{"externalId":"Łódź"}]',
    '{"items":[{"externalId":"Łódź"}]}',
    '{"data":[{"externalId":"Łódź"}]}',
    '{"externalId":"Łódź"}',
    '\uFEFF[{"externalId":"Łódź"}]',
  ])('%s is one record', async (text) => {
    expect(await values(text)).toEqual([{ externalId: 'Łódź' }])
  })

  it('an order with lines is a record, not a list', async () => {
    expect(await values('{"externalId":"a","items":[{"quantity":1}]}')).toEqual([
      { externalId: 'a', items: [{ quantity: 1 }] },
    ])
  })

  it.each([
    ['', 'in is empty.'],
    ['[]', 'in holds no records.'],
    ['[1]', 'in item 1 is not an object.'],
    ['[{"a":1},\n {"a":}]', "in line 2, column 7 is not JSON: Unexpected token '}'."],
    ['[{"a":1}', "in line 1, column 9 is not JSON: Expected ',' or ']' after array element."],
    ['{"a":12345678901234567890}', 'in: a is 12345678901234567890: a number has at most 15 digits.'],
    ['[{"a":"b"},\n {"a":1,"b":{"a":2},"a":3}]', 'in line 2, column 21 names "a" twice in one object.'],
    [`[{"a":${'['.repeat(200)}${']'.repeat(200)}}]`, 'in is nested more than 100 levels deep.'],
    ['{"a":1.0000000000000001}', 'in: a is 1.0000000000000001: a number has at most 15 digits.'],
  ])('%j is refused: %s', async (text, message) => {
    await expect(read(text, 'json')).rejects.toThrow(message)
  })

  it('long digits in a text are no number', async () => {
    expect(await values('{"externalId":"12345678901234567890","a":0.1}')).toEqual([
      { externalId: '12345678901234567890', a: 0.1 },
    ])
  })
})

describe('NDJSON', () => {
  it('is one record a line, also where the name does not say so', async () => {
    const text = '{"externalId":"a"}\n\n{"externalId":"b"}\n'
    expect(await read(text, 'ndjson')).toEqual([
      { value: { externalId: 'a' }, at: 'in row 1' },
      { value: { externalId: 'b' }, at: 'in row 3' },
    ])
    expect(await values('{"externalId":"a"}\n{"externalId":"b"}')).toEqual([{ externalId: 'a' }, { externalId: 'b' }])
  })

  it.each([
    ['a byte order mark and CRLF', '\uFEFF{"externalId":"a"}\r\n{"externalId":"b"}\r\n'],
    ['no break at the end', '{"externalId":"a"}\n{"externalId":"b"}'],
    ['empty lines', '\n\n{"externalId":"a"}\n \n{"externalId":"b"}\n\n'],
  ])('%s change nothing', async (_, text) => {
    expect(await values(text, 'ndjson')).toEqual([{ externalId: 'a' }, { externalId: 'b' }])
  })

  it.each(['', '\n', '\uFEFF'])('%j holds no records', async (text) => {
    await expect(read(text, 'ndjson')).rejects.toThrow('in holds no records.')
  })

  it('one name twice in an object is refused', async () => {
    await expect(read('{"a":1,"a":2}', 'ndjson')).rejects.toThrow('in row 1 line 1, column 8 names "a" twice')
  })

  it('a line of megabytes is read in time that grows with its length, and one without an end is refused', async () => {
    const long = `{"externalId":"a","b":"${'x'.repeat(8_000_000)}"}`
    const chunks = Readable.from(long.match(/.{1,1000}/g) ?? [])
    const started = performance.now()
    for await (const { value } of readRecords({ name: 'in', format: 'ndjson', chunks }, 'flat')) {
      expect(JSON.stringify(value)).toHaveLength(long.length)
    }
    expect(performance.now() - started).toBeLessThan(5000)
    const endless = Readable.from(Array.from({ length: 40 }, () => ' '.repeat(1024 * 1024)))
    await expect(readRecords({ name: 'in', format: 'ndjson', chunks: endless }, 'flat').next()).rejects.toThrow(
      'in has a line of more than 32 million letters',
    )
  })

  it('a broken line is named by its number', async () => {
    await expect(read('{"externalId":"a"}\n{"externalId":', 'ndjson')).rejects.toThrow('in row 2')
  })
})

describe('YAML', () => {
  it('is read as data', async () => {
    expect(await values('- externalId: a\n  htsCode: "6109.10"\n', 'yaml')).toEqual([
      { externalId: 'a', htsCode: '6109.10' },
    ])
  })

  it('an error is named by line and column', async () => {
    await expect(read('- externalId: a\n  externalId: b\n', 'yaml')).rejects.toThrow('in line 2, column 3 is not YAML')
  })

  const nine = (name: string): string => Array.from({ length: 9 }, () => name).join(',')
  const bomb = [
    'a: &a [x]',
    ...'bcdefgh'.split('').map((name, index) => `${name}: &${name} [${nine(`*${'abcdefg'[index]}`)}]`),
  ]

  it.each([
    ['- !js {a: 1}', 'in line 1, column 3 is not YAML: Unresolved tag: !js.'],
    ['- !!js/function "x"', 'in line 1, column 3 is not YAML: Unresolved tag'],
    [bomb.join('\n'), 'in uses aliases that cannot be followed'],
    [
      '- a: 1\n---\n- a: 2',
      'in line 2, column 1 is not YAML: it holds several documents; write their records as one list.',
    ],
    ['['.repeat(20_000), 'is not YAML: it is nested too deeply.'],
    ['- a: 123456789012345678901', 'in: 123456789012345678901 is a number of more than 15 digits.'],
    ['- a: .nan', 'in: .nan is no number that can be sent.'],
  ])('%j is refused: %s', async (text, message) => {
    await expect(read(text, 'yaml')).rejects.toThrow(message)
  })
})

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
    ['externalId,items.quantity\n,1', 'in row 2, column externalId is empty: every line names its order.'],
    ['externalId,a\nA,1\nB,1\nA,1', 'in row 4: order "A" has rows further up; keep them together.'],
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

const latin1 = Buffer.from('externalId,buyer.name\nA,Caf\u00e9\n', 'latin1')

describe.each(['csv', 'ndjson', 'json', 'yaml'] as const)('as %s', (format) => {
  it.each([
    ['Latin-1', latin1],
    ['UTF-16', Buffer.from('\uFEFFexternalId\nA\n', 'utf16le')],
    ['UTF-16 without a mark', Buffer.from('externalId\nA\n', 'utf16le')],
  ])('%s is refused', async (_, bytes) => {
    const text = readRecords({ name: 'in', format, chunks: Readable.from([bytes]) }, 'orders')
    await expect(text.next()).rejects.toThrow('in is not UTF-8 text: save it as UTF-8 and try again.')
  })

  it('a source that breaks is refused', async () => {
    const chunks = new Readable({ read: () => chunks.destroy(ioError()) })
    const text = readRecords({ name: 'in', format, chunks }, 'orders')
    await expect(text.next()).rejects.toThrow('in cannot be read (EIO): check the path.')
  })
})

function ioError(): Error {
  return Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO', syscall: 'read' })
}

describe('order ids', () => {
  it.each([['["ord_1","ord_2","ord_1"]'], ['{"data":[{"id":"ord_1"},{"id":"ord_2"}],"count":2}'], ['ord_1\nord_2\n']])(
    '%j are two',
    async (text) => {
      expect(await readOrderIds(source(text))).toEqual(['ord_1', 'ord_2'])
    },
  )

  it.each(['', '[]', '{"data":[]}'])('%j holds none', async (text) => {
    await expect(readOrderIds(source(text))).rejects.toThrow('in holds no order ids (ord_…).')
  })

  it('an id of another kind is refused', async () => {
    await expect(readOrderIds(source('["WEB-1"]'))).rejects.toThrow('in item 1 has no order id')
  })
})
