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
    ['{"a":12345678901234567890}', 'in: "a" is 12345678901234567890: a number has at most 15 digits.'],
    ['[{"a":"b"},\n {"a":1,"b":{"a":2},"a":3}]', 'in line 2, column 21 names "a" twice in one object.'],
    [`[{"a":${'['.repeat(200)}${']'.repeat(200)}}]`, 'in is nested more than 100 levels deep.'],
    ['{"a":1,"\\u0061":2}', 'in line 1, column 8 names "a" twice in one object.'],
    ['{"a":1e400}', 'in: "a" is 1e400, which is no number that can be sent.'],
    ['{"a":-5.5e-400}', 'in: "a" is -5.5e-400, which is no number that can be sent.'],
    ['{"a":1.0000000000000001}', 'in: "a" is 1.0000000000000001: a number has at most 15 digits.'],
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
    for await (const { value } of readRecords({ name: 'in', format: 'ndjson', chunks }, 'flat')) {
      expect(JSON.stringify(value)).toHaveLength(long.length)
    }
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
    await expect(read('- externalId: a\n  externalId: b\n', 'yaml')).rejects.toThrow(
      'in line 2, column 3 names "externalId" twice in one object.',
    )
    await expect(read('- externalId: a\n b: [\n', 'yaml')).rejects.toThrow('is not YAML')
  })

  const nine = (name: string): string => Array.from({ length: 9 }, () => name).join(',')
  const bomb = [
    'a: &a [x]',
    ...'bcdefgh'.split('').map((name, index) => `${name}: &${name} [${nine(`*${'abcdefg'[index]}`)}]`),
  ]

  it.each([
    ['- !js {a: 1}', 'in line 1, column 3 is not YAML: "Unresolved tag: !js".'],
    ['- !!js/function "x"', 'in line 1, column 3 is not YAML: "Unresolved tag'],
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

const latin1 = Buffer.from('externalId,buyer.name\nA,Caf\u00e9\n', 'latin1')

describe.each(['csv', 'ndjson', 'json', 'yaml'] as const)('as %s', (format) => {
  it.each([
    ['Latin-1', latin1],
    ['UTF-16', Buffer.from('\uFEFFexternalId\nA\n', 'utf16le')],
    ['UTF-16 without a mark', Buffer.from('externalId\nA\n', 'utf16le')],
  ])('%s is refused', async (_, bytes) => {
    const text = readRecords({ name: 'in', format, chunks: Readable.from([bytes]) }, 'orders')
    await expect(text.next()).rejects.toThrow(/^in line [12] \(byte offset \d+\) .*: save it as UTF-8 and try again\.$/)
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
