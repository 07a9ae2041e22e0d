import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { afterAll, describe, expect, it } from 'vitest'
import { canonicalMap, renderColumnMap } from '../domain/execution/artifacts/column-map.ts'
import { customsPackageOf } from '../domain/execution/customs-package.ts'
import { aLine, anOrder, aProduct } from '../testing/builders.ts'
import { packageSource, plannedExport } from '../testing/export-history.ts'
import { type ColumnMaps, columnMapNames, loadColumnMaps } from './column-maps.ts'

const maps = loadColumnMaps()
const orders = [
  anOrder('prod_1', {
    items: [aLine('prod_1'), aLine('prod_2', { lineId: '2', quantity: 3, unitValueUsd: 0.335 })],
    charges: [
      { type: 'freight', amountUsd: 12.3, included: false },
      { type: 'discount', amountUsd: 2, included: false },
    ],
    invoice: { number: '=1+1', responsibleIndividual: 'Export Desk' },
  }),
]
const pga = { cpsc: { status: 'disclaimed', disclaimCode: 'A' } } as const
const products = [aProduct(), aProduct({ externalId: 'pen', description: 'Pad, "ruled"\r\nA5 paper', pga })]
const frozen = customsPackageOf(packageSource(plannedExport({ orders, products })))

function rowsBy(name: string): Record<string, string>[] {
  const map = maps.get(name)
  if (map === undefined) throw new Error(`no map ${name}`)
  return parse(renderColumnMap(frozen, map), { columns: true, record_delimiter: '\r\n' })
}

describe('the column maps that ship', () => {
  it('are three', () => {
    expect(columnMapNames(maps)).toEqual(['canonical', 'spreadsheet', 'x12-810-flat'])
  })

  it('say in the canonical file what the artifact cci_csv says', () => {
    expect(maps.get('canonical')).toEqual(canonicalMap)
  })

  it('give the segments of an X12 810 a flat row for each line, amounts of type N2 without a point', () => {
    const rows = rowsBy('x12-810-flat')
    expect(rows).toHaveLength(2)
    expect(rows[1]).toMatchObject({
      BIG01_invoice_date: '20261118',
      BIG02_invoice_number: "'=1+1",
      N1_SE_01_entity: 'SE',
      N1_SE_02_name: 'Example Export Desk Ltd.',
      N4_CN_04_country: 'US',
      IT101_line: '2',
      IT102_quantity: '3',
      IT104_unit_price: '0.335',
      IT108_qualifier: 'HD',
      IT109_hts: '4820200000',
      PID05_description: 'Pad, "ruled"\r\nA5 paper',
      SAC_freight_05_amount: '1230',
      SAC_insurance_05_amount: '',
      SAC_discount_01_indicator: 'A',
      SAC_discount_05_amount: '200',
      TDS01_total: '16131',
    })
  })

  it('give a spreadsheet few columns, the repeated ones numbered', () => {
    expect(rowsBy('spreadsheet')[1]).toMatchObject({
      Invoice: "'=1+1",
      'Line value USD': '1.01',
      'Chapter 99 heading 1': '99030593',
      'Agency 1': 'CPSC',
      'Agency status 1': 'disclaimed',
      'Invoice total USD': '161.31',
    })
  })
})

describe('a column map of a folder', () => {
  const folder = mkdtempSync(join(tmpdir(), 'entrygo-column-maps-'))
  afterAll(() => rmSync(folder, { recursive: true }))

  function load(map: unknown, file = 'mine.json'): () => ColumnMaps {
    const path = join(folder, file)
    return () => {
      writeFileSync(path, typeof map === 'string' ? map : JSON.stringify(map))
      try {
        return loadColumnMaps(folder)
      } finally {
        rmSync(path)
      }
    }
  }
  const mine = (...columns: unknown[]): object => ({ schema: 'entrygo.column_map/1', name: 'mine', columns })

  it('may name single repeated columns, change values and hold constants', () => {
    const read = load(
      mine({ header: 'h', field: 'ch99_2' }, { header: 'p', field: 'pga_1_status' }, { header: '+c', constant: '=x' }),
    )
    const map = read().get('mine')
    expect(map === undefined ? '' : renderColumnMap(frozen, map)).toBe("h,p,'+c\r\n,,'=x\r\n,disclaimed,'=x\r\n")
  })

  it.each([
    ['{', 'mine.json: whole file: is no JSON'],
    [[], 'mine.json: whole file: is no JSON object'],
    [{ ...mine(), schema: 'x' }, 'mine.json: schema: is "x". Write "entrygo.column_map/1".'],
    [{ ...mine({}), name: 'My map' }, 'mine.json: name: is "My map". Write small letters'],
    [
      { ...mine({ header: 'a', field: 'sku' }), name: 'other' },
      'mine.json: name: is "other". Call the file other.json',
    ],
    [mine(), 'mine.json: columns: is no list with entries'],
    [mine(7), 'mine.json: columns[0]: is 7'],
    [mine({ header: 'a', feild: 'sku' }), 'mine.json: columns[0].feild: is no member of a column. Remove it.'],
    [mine({ field: 'sku' }), 'mine.json: columns[0].header: is absent'],
    [mine({ header: 'a' }), 'mine.json: columns[0] (a): has to have either a field or a constant'],
    [mine({ header: 'a', field: 'sku', constant: 'x' }), 'has to have either a field or a constant'],
    [
      mine({ header: 'a', field: 'sku' }, { header: 'b', field: 'skus' }),
      'mine.json: columns[1].field: "skus" is no column. Write one of: invoice_no, ',
    ],
    [mine({ header: 'a', field: 'ch99_0' }), '"ch99_0" is no column'],
    [mine({ header: 'a', field: 'upper(sku)' }), 'calls upper, which is none of compactDate, withoutPoint.'],
    [mine({ header: 'a', field: 'compactDate(day)' }), '"day" is no column'],
  ])('is refused with file, place, name and remedy: %j', (map, message) => {
    expect(load(map)).toThrow(message)
  })
})
