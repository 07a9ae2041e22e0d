import type { FrozenPackage, PackageBroker, PackageInvoice, PackageLine } from '../frozen-package.ts'
import { addressLines, type PackageParty } from '../package-party.ts'

/** A heading and what stands under it; several lines are parted by line feeds. */
export type Fact = readonly [label: string, text: string]

/** Something that somebody still has to answer is open. */
export interface Remark {
  readonly text: string
  readonly isOpen: boolean
}

/** The words of the invoice, the same on paper and on the screen: what concerns the whole package. */
export function packageFacts({ importer, shipFrom, broker, shipment, totals }: FrozenPackage): Fact[] {
  const carrier = [shipment.carrierScac, shipment.proBill].filter((part) => part !== null).join(' · ')
  return [
    [
      'Importer of record',
      partyText(importer?.party ?? null, importer?.iorNumber ? `No. ${importer.iorNumber}` : null),
    ],
    ['Shipped from', partyText(shipFrom, null)],
    ['Broker', partyText(brokerParty(broker), broker.filerCode === null ? null : `Filer ${broker.filerCode}`)],
    ['Bond', stated([importer?.bondType, importer?.bondNumber].filter((part) => part != null).join(' '))],
    ['Country of export', stated(shipment.countryOfExport)],
    ['Mode of transport', stated(shipment.modeOfTransport)],
    ['Port of entry', stated(shipment.portOfEntry)],
    ['Estimated entry', stated(shipment.estimatedEntryDate)],
    ['Entry type', stated(shipment.entryType)],
    ['Carrier', stated(carrier)],
    ['Orders and lines', `${totals.orderCount} orders, ${totals.lineCount} lines`],
    ['Packages', String(totals.packageCount)],
    ['Net weight', totals.netWeightKg === null ? notStated : `${totals.netWeightKg} kg`],
    ['Gross weight', totals.grossWeightKg === null ? notStated : `${totals.grossWeightKg} kg`],
    ['Value of goods', `${totals.goodsValueUsd} USD`],
    ['Value for customs', `${totals.enteredValueUsd} USD`],
    ['Total of all invoices', `${totals.invoiceTotalUsd} USD`],
  ]
}

export function invoiceTitle({ invoiceNumber, externalId, orderId }: PackageInvoice): readonly [string, string] {
  return [`Invoice ${invoiceNumber}`, `order ${externalId ?? orderId}`]
}

export function invoiceFacts(invoice: PackageInvoice): Fact[] {
  const related = invoice.relatedParty === null ? null : invoice.relatedParty ? 'related' : 'not related'
  return [
    ['Seller', partyText(invoice.seller, null)],
    ['Buyer', partyText(invoice.buyer, null)],
    ['Consignee', partyText(invoice.consignee, null)],
    ['Date of invoice', invoice.invoiceDate],
    ['Date of sale', stated(invoice.saleDate)],
    ['Terms of sale', stated(invoice.incoterm)],
    ['Invoice currency', invoice.invoiceCurrency],
    ['Seller and buyer', stated(related)],
    ['Responsible individual', stated(invoice.responsibleIndividual)],
    ['Language', invoice.language],
    ['EntryGo order', invoice.orderId],
  ]
}

/** What a line says beside its columns, known facts alone. */
export function lineFacts(line: PackageLine): Fact[] {
  const { manufacturer, metals } = line
  const maker =
    manufacturer === null ? [] : [manufacturer.name ?? '', ...addressLines(manufacturer), manufacturer.mid ?? '']
  const facts: Fact[] = []
  const add = (label: string, value: string | null): void => {
    if (value !== null && value !== '') facts.push([label, value])
  }
  add('SKU', line.sku)
  add('Brand and model', joined(line.brand, line.model, ' '))
  add('Made by', maker.filter((part) => part !== '').join(', '))
  add('Lot or serial', line.lotOrSerial)
  add('Invoiced', line.unitPrice === null ? null : `${line.unitPrice.amount} ${line.unitPrice.currency} a unit`)
  add('Weight', weightText(line))
  add('Steel melted and poured', metals.steelMeltPour)
  add('Aluminum smelted', joined(metals.aluminumPrimarySmelt, metals.aluminumSecondarySmelt))
  add('Aluminum cast', metals.aluminumCast)
  add('Copper smelted and cast', joined(metals.copperSmelt, metals.copperCast))
  add('Metal by weight', metals.weightPct === null ? null : `${metals.weightPct} %`)
  add('Evidence of metals', metals.evidence)
  add('US content', line.usContentPct === null ? null : `${line.usContentPct} %`)
  add('AD/CVD', line.adcvdCases.join(', '))
  return facts
}

/** Every trade action and agency of the line, as planned and as declared. */
export function lineTreatments(line: PackageLine): Remark[] {
  const trade = line.trade_actions.map(({ program, heading, rate, status }) => ({
    text: `${joined(program, heading, ' ')}: ${status}, ${rate}`,
    isOpen: status === 'needs_answer',
  }))
  const agencies = [...line.pga, ...line.declaredPga].map(({ program, agency, flag, status, disclaimCode }) => ({
    text: `${[agency, program, flag].filter((part) => part !== null).join(' ')}: ${status} ${disclaimCode ?? ''}`.trim(),
    isOpen: status === 'unknown',
  }))
  return [...trade, ...agencies]
}

/** Rows under the lines; the last one is the sum of the invoice. */
export function totalRows({ totals, charges }: PackageInvoice): Fact[] {
  return [
    ['Value of goods', totals.goodsValueUsd],
    ...charges.map(({ type, amountUsd, included }): Fact => {
      return [
        `${type}${included ? ' (in the prices)' : ''}`,
        `${type === 'discount' && !included ? '-' : ''}${amountUsd}`,
      ]
    }),
    ['Value for customs', totals.enteredValueUsd],
    ['Invoice total USD', totals.invoiceTotalUsd],
  ]
}

export function findingRemarks({ findings }: FrozenPackage): Remark[] {
  return findings.map(({ severity, ruleId, message }) => ({
    text: `${severity} ${ruleId}: ${message}`,
    isOpen: severity !== 'INFO',
  }))
}

/** Null where every rule was looked at. */
export function partialRulesText({ flags, rulePack }: FrozenPackage): string | null {
  if (!flags.includes('RULES_PARTIAL')) return null
  return `Only the rule groups ${rulePack.groups.join(' ')} were looked at. Nothing is said here about any other.`
}

export function closingText({ exportId, planHash, rulePack }: FrozenPackage): string {
  return [
    `Export ${exportId} · plan ${planHash} · rules ${rulePack.id}-${rulePack.version}, read as of ${rulePack.asOf}, valid`,
    `through ${rulePack.validThrough}, groups ${rulePack.groups.join(' ')}. Amounts in US dollars. This document states`,
    'what the exporter declared; the importer and the broker decide what is filed.',
  ].join(' ')
}

/** 6109100012 is printed as 6109.10.00.12. */
export function printedHts(digits: string): string {
  return [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6, 8), digits.slice(8)]
    .filter((part) => part !== '')
    .join('.')
}

export const notStated = 'not stated'

export function stated(text: string | null): string {
  return text === null || text === '' ? notStated : text
}

function partyText(party: PackageParty | null, more: string | null): string {
  const lines = party === null ? [] : [party.name ?? '', ...addressLines(party), party.contact ?? '', party.email ?? '']
  return stated([...lines, more ?? ''].filter((line) => line !== '').join('\n'))
}

function brokerParty({ name, address }: PackageBroker): PackageParty | null {
  return name === null ? address : { ...address, name }
}

function weightText({ netWeightKg, grossWeightKg }: PackageLine): string | null {
  return joined(
    netWeightKg === null ? null : `${netWeightKg} kg net`,
    grossWeightKg === null ? null : `${grossWeightKg} kg gross`,
  )
}

function joined(first: string | null, second: string | null, between = ' / '): string | null {
  if (first === null) return second
  return second === null ? first : `${first}${between}${second}`
}
