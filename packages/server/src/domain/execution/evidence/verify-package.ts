import { parse } from 'csv-parse/sync'
import { centsText } from '../../customs/money.ts'
import { textOfCell } from '../artifacts/csv-cell.ts'
import { figureProblems } from '../check-figures.ts'
import { type Json, objectIn, objectsIn, textIn } from '../read-json.ts'
import type { BundleFiles } from './read-bundle.ts'
import { fileChecks, jsonObject } from './verify-files.ts'
import { type Check, checkOf } from './verify-report.ts'

/** The files of one customs package: unchanged, whole, and saying the same to the cent. */
export function packageChecks(files: BundleFiles, folder: string): Check[] {
  const manifest = jsonObject(files, `${folder}manifest.json`)
  if (manifest === null || manifest['schema'] !== 'entrygo.manifest/1') {
    return [
      { check: 'manifest of the customs package', ok: false, detail: 'It is missing or none of entrygo.manifest/1.' },
    ]
  }
  const nameOf = (type: string): string => {
    const entry = objectsIn(manifest, 'files').find(({ artifact_type }) => artifact_type === type)
    return `${folder}${entry === undefined ? '' : textIn(entry, 'filename')}`
  }
  const invoice = jsonObject(files, nameOf('cci_json')) ?? {}
  const packing = jsonObject(files, nameOf('packing_list')) ?? {}
  const csv = files.get(nameOf('cci_csv'))
  const lineCount = objectsIn(invoice, 'invoices').reduce(
    (count, { lines }) => count + (Array.isArray(lines) ? lines.length : 0),
    0,
  )
  return [
    ...fileChecks(files, manifest, { folder, nameIn: 'filename' }),
    checkOf('figures of cci_json', figureProblems(invoice), `${lineCount} lines, totals and weights add up`),
    checkOf(
      'one package in all documents',
      differences(manifest, invoice, packing),
      'number, export, plan and totals are the same',
    ),
    checkOf('figures of cci_csv', csvProblems(csv, invoice), `${lineCount} rows say what cci_json says`),
  ]
}

const sharedMembers = ['packageNumber', 'exportId', 'planHash', 'issuedOn'] as const

function differences(manifest: Json, invoice: Json, packing: Json): string[] {
  const totals = JSON.stringify(objectIn(invoice, 'totals'))
  return [
    ...sharedMembers.flatMap((name) =>
      manifest[name] === invoice[name] && manifest[name] === packing[name]
        ? []
        : [`${name} is not the same everywhere`],
    ),
    ...(JSON.stringify(objectIn(manifest, 'totals')) === totals
      ? []
      : ['the totals of the manifest are not those of cci_json']),
    ...(digestOf(manifest) === digestOf(invoice) ? [] : ['the rule pack of the manifest is not that of cci_json']),
    ...(objectsIn(packing, 'orders').length === objectsIn(invoice, 'invoices').length
      ? []
      : ['the packing list has not as many orders as there are invoices']),
  ]
}

function digestOf(document: Json): string | null {
  return textIn(objectIn(document, 'rulePack'), 'digest')
}

/** Row by row: line value and invoice, and the sum of it all. */
function csvProblems(csv: Uint8Array | undefined, invoice: Json): string[] {
  const rows = csv === undefined ? null : rowsOf(csv)
  if (rows === null) return ['the file is missing or no CSV']
  const lines = objectsIn(invoice, 'invoices').flatMap((order) =>
    objectsIn(order, 'lines').map((line) => ({ line, number: textIn(order, 'invoiceNumber') })),
  )
  if (rows.length !== lines.length) return [`it has ${rows.length} rows for ${lines.length} lines`]
  const problems: string[] = []
  let sum = 0n
  for (const [index, row] of rows.entries()) {
    const { line, number } = lines[index] ?? { line: {}, number: null }
    const value = row['line_value'] ?? ''
    if (value !== line['lineValueUsd'])
      problems.push(`row ${index + 1}: line_value is ${value}, in cci_json ${line['lineValueUsd']}`)
    if (textOfCell(row['invoice_no'] ?? '') !== number) problems.push(`row ${index + 1}: it belongs to another invoice`)
    sum += /^-?\d+\.\d{2}$/.test(value) ? BigInt(value.replace('.', '')) : 0n
  }
  const goods = objectIn(invoice, 'totals')['goodsValueUsd']
  return centsText(sum) === goods
    ? problems
    : [...problems, `its lines are worth ${centsText(sum)}, those of cci_json ${goods}`]
}

function rowsOf(csv: Uint8Array): Readonly<Record<string, string>>[] | null {
  try {
    return parse(Buffer.from(csv), { columns: true, record_delimiter: '\r\n' })
  } catch {
    return null
  }
}
