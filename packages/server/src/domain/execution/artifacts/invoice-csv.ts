import { stringify } from 'csv-stringify/sync'
import { centsText, sumCents } from '../../customs/money.ts'
import { centsIn } from '../cents-in.ts'
import type { DeclaredPga, FrozenPackage, PackageInvoice, PackageLine } from '../frozen-package.ts'
import type { PackageParty, PartyField } from '../package-party.ts'
import { textCell } from './csv-cell.ts'

/**
 * The canonical broker CSV: one row for each line, the columns of its invoice repeated; RFC 4180 with CRLF. `ch99_…` and
 * `pga_…` columns repeat as often as the fullest line needs, once at least.
 */
export function invoiceCsv(frozen: FrozenPackage): string {
  const widths = columnWidths(frozen)
  const rows = frozen.invoices.flatMap((invoice) => {
    const head = invoiceCells(frozen, invoice)
    return invoice.lines.map((line) => [...head, ...lineCells(line, widths)])
  })
  return stringify([[...invoiceColumns, ...lineColumns(widths)], ...rows], {
    record_delimiter: 'windows',
    quoted_match: /[\r\n]/,
  })
}

interface Widths {
  readonly ch99: number
  readonly pga: number
}

function columnWidths({ invoices }: FrozenPackage): Widths {
  let [ch99, pga] = [1, 1]
  for (const line of invoices.flatMap(({ lines }) => lines)) {
    ch99 = Math.max(ch99, line.ch99.length)
    pga = Math.max(pga, pgaOf(line).length)
  }
  return { ch99, pga }
}

const addressFields = ['name', 'street', 'city', 'region', 'postalCode', 'country'] as const
const addressColumns = ['name', 'street', 'city', 'region', 'postal', 'country'] as const

const invoiceColumns: readonly string[] = [
  ...['invoice_no', 'invoice_date', 'currency', 'incoterm', 'incoterm_place', 'total_value'],
  ...['freight', 'insurance', 'packing', 'other_charges', 'discount'],
  ...['seller', 'buyer', 'consignee'].flatMap((party) => addressColumns.map((column) => `${party}_${column}`)),
  ...['importer_no', 'related', 'country_export', 'port_of_entry', 'mode', 'scac', 'master_bill'],
  ...['gross_kg', 'packages', 'po_no'],
]

function lineColumns({ ch99, pga }: Widths): string[] {
  return [
    ...['line_no', 'sku', 'description', 'hts', ...numbered(ch99, (n) => [`ch99_${n}`]), 'spi', 'origin'],
    ...['name', 'street', 'city', 'postal', 'country'].map((column) => `manufacturer_${column}`),
    ...['mid', 'qty', 'uom', 'customs_qty1', 'customs_uom1', 'customs_qty2', 'customs_uom2'],
    ...['unit_price', 'line_value', 'net_kg', 'gross_line_kg'],
    ...['steel_melt_pour', 'al_primary_smelt', 'al_secondary_smelt', 'al_cast', 'metal_weight_pct', 'us_content_pct'],
    'adcvd_case',
    ...numbered(pga, (n) => ['agency', 'flag', 'status', 'disclaim', 'json'].map((column) => `pga_${n}_${column}`)),
    ...['fda_product_code', 'cpsc_cert_ref', 'lacey_json', 'remarks'],
  ]
}

function invoiceCells(frozen: FrozenPackage, invoice: PackageInvoice): string[] {
  const { importer, shipment } = frozen
  const related = invoice.relatedParty === null ? '' : invoice.relatedParty ? 'Y' : 'N'
  return [
    ...[textCell(invoice.invoiceNumber), invoice.invoiceDate, frozen.currency, textCell(invoice.incoterm), ''],
    invoice.totals.invoiceTotalUsd,
    ...chargeCells(invoice),
    ...[invoice.seller, invoice.buyer, invoice.consignee].flatMap((party) => partyCells(party, addressFields)),
    ...[textCell(importer?.iorNumber), related, textCell(shipment.countryOfExport), textCell(shipment.portOfEntry)],
    ...[textCell(shipment.modeOfTransport), textCell(shipment.carrierScac), textCell(shipment.proBill)],
    ...[invoice.totals.grossWeightKg ?? '', String(invoice.totals.packageCount), textCell(invoice.externalId)],
  ]
}

/** Charges that are not in the prices, summed by column; empty where there is none. */
function chargeCells({ charges }: PackageInvoice): string[] {
  const outside = charges.filter(({ included }) => !included)
  const sumOf = (isMeant: (type: string) => boolean): string => {
    const meant = outside.filter(({ type }) => isMeant(type))
    return meant.length === 0 ? '' : centsText(sumCents(meant.map(({ amountUsd }) => centsIn(amountUsd))))
  }
  const named = ['freight', 'insurance', 'packing', 'discount']
  return [
    ...['freight', 'insurance', 'packing'].map((name) => sumOf((type) => type === name)),
    sumOf((type) => !named.includes(type)),
    sumOf((type) => type === 'discount'),
  ]
}

function partyCells(party: PackageParty | null, fields: readonly PartyField[]): string[] {
  return fields.map((field) => textCell(party?.[field]))
}

function lineCells(line: PackageLine, widths: Widths): string[] {
  const [first, second] = line.customsQuantities
  const pga = pgaCells(line)
  return [
    ...[String(line.lineNumber), textCell(line.sku), textCell(line.description), textCell(line.htsCode)],
    ...Array.from({ length: widths.ch99 }, (_, index) => textCell(line.ch99[index])),
    ...[textCell(line.spi), textCell(line.countryOfOrigin)],
    ...partyCells(line.manufacturer, ['name', 'street', 'city', 'postalCode', 'country', 'mid']),
    ...[line.quantity, textCell(line.uom)],
    ...[first?.quantity ?? '', textCell(first?.unit), second?.quantity ?? '', textCell(second?.unit)],
    ...[line.unitValueUsd, line.lineValueUsd, line.netWeightKg ?? '', line.grossWeightKg ?? ''],
    ...[line.metals.steelMeltPour, line.metals.aluminumPrimarySmelt].map(textCell),
    ...[line.metals.aluminumSecondarySmelt, line.metals.aluminumCast].map(textCell),
    ...[line.metals.weightPct ?? '', line.usContentPct ?? '', textCell(line.adcvdCases.join('; '))],
    ...Array.from({ length: widths.pga }, (_, index) => pga[index] ?? ['', '', '', '', '']).flat(),
    textCell(dataText(line, 'fda', 'productCode')),
    textCell(dataText(line, 'cpsc', 'certifierId') || dataText(line, 'cpsc', 'productId')),
    textCell(laceyJson(line)),
    textCell(remarks(line)),
  ]
}

/** Treatments of the plan, then the owner's declarations under programs that no rule looked at. */
function pgaCells(line: PackageLine): string[][] {
  return pgaOf(line).map(({ agency, flag, status, disclaimCode, data }) => [
    ...[agency, flag, status, disclaimCode].map(textCell),
    textCell(Object.keys(data).length === 0 ? '' : JSON.stringify(data)),
  ])
}

function pgaOf(line: PackageLine): DeclaredPga[] {
  return [...line.pga, ...line.declaredPga]
}

function dataText(line: PackageLine, agency: string, name: string): string {
  const values = pgaOf(line)
    .filter(({ program }) => program.toLowerCase().startsWith(agency))
    .map(({ data }) => data[name])
  return values.find((value) => typeof value === 'string') ?? ''
}

function laceyJson(line: PackageLine): string {
  const lacey = pgaOf(line).find(({ program }) => program.toLowerCase() === 'lacey')
  return lacey === undefined || Object.keys(lacey.data).length === 0 ? '' : JSON.stringify(lacey.data)
}

/** What has no column of its own and what nobody has answered yet. */
function remarks(line: PackageLine): string {
  const open = line.trade_actions.filter(({ status }) => status === 'needs_answer')
  return [
    ...(line.customsValueUsd === null ? [] : [`value for customs ${line.customsValueUsd} USD`]),
    ...(line.unitPrice === null ? [] : [`invoiced at ${line.unitPrice.amount} ${line.unitPrice.currency} a unit`]),
    ...(line.lotOrSerial === null ? [] : [`lot or serial ${line.lotOrSerial}`]),
    ...open.map(({ program, heading }) => `${program}${heading === null ? '' : ` ${heading}`} needs an answer`),
  ].join('; ')
}

function numbered(count: number, columns: (n: number) => string[]): string[] {
  return Array.from({ length: count }, (_, index) => columns(index + 1)).flat()
}
