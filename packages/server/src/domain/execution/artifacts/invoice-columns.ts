import type { FrozenPackage, PackageInvoice, PackageLine } from '../frozen-package.ts'
import type { PartyField } from '../package-party.ts'
import { chargeCell, laceyJson, pgaJson, pgaOf, pgaText, remarks } from './column-cells.ts'

/** What a cell is read from: a line with what stands above it, and the number of a repeated column, from 1. */
export interface CellSource {
  readonly frozen: FrozenPackage
  readonly invoice: PackageInvoice
  readonly line: PackageLine
  readonly n: number
}

export interface InvoiceColumn {
  /** `{n}` stands for the number of a column that repeats as often as the fullest line needs. */
  readonly name: string
  /** Figures, dates and codes of this server stay bare; text is kept from being read as a formula. */
  readonly kind: 'text' | 'bare'
  readonly cell: (source: CellSource) => string | null | undefined
  /** How often a line needs the column, where it repeats. */
  readonly repeats?: (line: PackageLine) => number
}

/** Every column of the canonical broker CSV, in its order; column maps choose from these. */
export const invoiceColumns: readonly InvoiceColumn[] = [
  text('invoice_no', ({ invoice }) => invoice.invoiceNumber),
  bare('invoice_date', ({ invoice }) => invoice.invoiceDate),
  bare('currency', ({ frozen }) => frozen.currency),
  text('incoterm', ({ invoice }) => invoice.incoterm),
  text('incoterm_place', () => ''),
  bare('total_value', ({ invoice }) => invoice.totals.invoiceTotalUsd),
  ...['freight', 'insurance', 'packing'].map((name) =>
    bare(name, ({ invoice }) => chargeCell(invoice, (type) => type === name)),
  ),
  bare('other_charges', ({ invoice }) => chargeCell(invoice, (type) => !namedCharges.has(type))),
  bare('discount', ({ invoice }) => chargeCell(invoice, (type) => type === 'discount')),
  ...partyColumns('seller'),
  ...partyColumns('buyer'),
  ...partyColumns('consignee'),
  text('importer_no', ({ frozen }) => frozen.importer?.iorNumber),
  bare('related', ({ invoice: { relatedParty } }) => (relatedParty === null ? '' : relatedParty ? 'Y' : 'N')),
  text('country_export', ({ frozen }) => frozen.shipment.countryOfExport),
  text('port_of_entry', ({ frozen }) => frozen.shipment.portOfEntry),
  text('mode', ({ frozen }) => frozen.shipment.modeOfTransport),
  text('scac', ({ frozen }) => frozen.shipment.carrierScac),
  text('master_bill', ({ frozen }) => frozen.shipment.proBill),
  bare('gross_kg', ({ invoice }) => invoice.totals.grossWeightKg),
  bare('packages', ({ invoice }) => String(invoice.totals.packageCount)),
  text('po_no', ({ invoice }) => invoice.externalId),
  bare('line_no', ({ line }) => String(line.lineNumber)),
  text('sku', ({ line }) => line.sku),
  text('description', ({ line }) => line.description),
  text('hts', ({ line }) => line.htsCode),
  repeated('ch99_{n}', { cell: ({ line, n }) => line.ch99[n - 1], repeats: ({ ch99 }) => ch99.length }),
  text('spi', ({ line }) => line.spi),
  text('origin', ({ line }) => line.countryOfOrigin),
  ...(['name', 'street', 'city', 'postalCode', 'country'] as const).map((field) =>
    text(`manufacturer_${columnOf(field)}`, ({ line }) => line.manufacturer?.[field]),
  ),
  text('mid', ({ line }) => line.manufacturer?.mid),
  bare('qty', ({ line }) => line.quantity),
  text('uom', ({ line }) => line.uom),
  ...[0, 1].flatMap((index) => [
    bare(`customs_qty${index + 1}`, ({ line }) => line.customsQuantities[index]?.quantity),
    text(`customs_uom${index + 1}`, ({ line }) => line.customsQuantities[index]?.unit),
  ]),
  bare('unit_price', ({ line }) => line.unitValueUsd),
  bare('line_value', ({ line }) => line.lineValueUsd),
  bare('net_kg', ({ line }) => line.netWeightKg),
  bare('gross_line_kg', ({ line }) => line.grossWeightKg),
  text('steel_melt_pour', ({ line }) => line.metals.steelMeltPour),
  text('al_primary_smelt', ({ line }) => line.metals.aluminumPrimarySmelt),
  text('al_secondary_smelt', ({ line }) => line.metals.aluminumSecondarySmelt),
  text('al_cast', ({ line }) => line.metals.aluminumCast),
  bare('metal_weight_pct', ({ line }) => line.metals.weightPct),
  bare('us_content_pct', ({ line }) => line.usContentPct),
  text('adcvd_case', ({ line }) => line.adcvdCases.join('; ')),
  agency('agency', ({ line, n }) => pgaOf(line)[n - 1]?.agency),
  agency('flag', ({ line, n }) => pgaOf(line)[n - 1]?.flag),
  agency('status', ({ line, n }) => pgaOf(line)[n - 1]?.status),
  agency('disclaim', ({ line, n }) => pgaOf(line)[n - 1]?.disclaimCode),
  agency('json', ({ line, n }) => pgaJson(pgaOf(line)[n - 1]?.data)),
  text('fda_product_code', ({ line }) => pgaText(line, 'fda', 'productCode')),
  text('cpsc_cert_ref', ({ line }) => pgaText(line, 'cpsc', 'certifierId') || pgaText(line, 'cpsc', 'productId')),
  text('lacey_json', ({ line }) => laceyJson(line)),
  text('remarks', ({ line }) => remarks(line)),
]

const namedCharges: ReadonlySet<string> = new Set(['freight', 'insurance', 'packing', 'discount'])

function text(name: string, cell: InvoiceColumn['cell']): InvoiceColumn {
  return { name, kind: 'text', cell }
}

function bare(name: string, cell: InvoiceColumn['cell']): InvoiceColumn {
  return { name, kind: 'bare', cell }
}

function repeated(name: string, column: Required<Pick<InvoiceColumn, 'cell' | 'repeats'>>): InvoiceColumn {
  return { name, kind: 'text', ...column }
}

function agency(name: string, cell: InvoiceColumn['cell']): InvoiceColumn {
  return repeated(`pga_{n}_${name}`, { cell, repeats: (line) => pgaOf(line).length })
}

function partyColumns(party: 'seller' | 'buyer' | 'consignee'): InvoiceColumn[] {
  return (['name', 'street', 'city', 'region', 'postalCode', 'country'] as const).map((field) =>
    text(`${party}_${columnOf(field)}`, ({ invoice }) => invoice[party]?.[field]),
  )
}

function columnOf(field: PartyField): string {
  return field === 'postalCode' ? 'postal' : field
}
