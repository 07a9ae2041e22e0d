import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import type { CsvShape } from './csv.ts'
import { readOrderIds } from './order-ids.ts'
import type { InputRecord } from './record.ts'
import { readRecords } from './records.ts'
import type { InputFormat, Source } from './source.ts'

async function* pieces(text: string): AsyncGenerator<Uint8Array> {
  const bytes = new TextEncoder().encode(text)
  // Pieces that end inside a character and inside a line, as a pipe gives them.
  for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
}

const source = (text: string, format?: InputFormat): Source => ({ name: 'in', format, chunks: pieces(text) })

async function read(text: string, format?: InputFormat, shape: CsvShape = 'orders'): Promise<InputRecord[]> {
  const records: InputRecord[] = []
  for await (const record of readRecords(source(text, format), shape)) records.push(record)
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
    ['externalId,items.quantity\nA,two', 'in row 2, column quantity is "two": give a plain number such as 1234.50.'],
    ['externalId,relatedParty\nA,yes', 'in row 2, column relatedParty is "yes": give true or false.'],
    ['externalId,a b\nA,1', 'in row 1, column 2 is "a b": give a wire name such as items.quantity.'],
    ['externalId,__proto__.x\nA,1', 'in row 1, column 2 is "__proto__.x": give a wire name such as items.quantity.'],
    ['externalId;items.quantity\nA;1', 'in row 1 is "externalId;items.quantity": separate the columns by commas.'],
    ['externalId\titems.quantity\nA\t1', 'separate the columns by commas.'],
    ['externalId,items.quantity\n\nA,1\n\n\nB,two', 'in row 6, column quantity is "two"'],
    ['externalId,externalId\nA,B', 'in row 1, column 2 repeats "externalId".'],
    ['externalId,items.quantity\n,1', 'in row 2, column externalId is empty: every line names its order.'],
    ['externalId,a\nA,1\nB,1\nA,1', 'in row 4: order "A" has rows further up; keep them together.'],
    [
      'externalId,a\nA,1\nA,2',
      'in row 3, column a is "2", and "1" in the first row of the order: an order has one value.',
    ],
    ['externalId,a\nA', 'in row 2 is not CSV'],
    ['externalId,a\nA,"1', 'is not CSV'],
    ['externalId,a\n', 'in has no rows below its header.'],
  ])('%j is refused: %s', async (text, message) => {
    await expect(read(text, 'csv')).rejects.toThrow(message)
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
