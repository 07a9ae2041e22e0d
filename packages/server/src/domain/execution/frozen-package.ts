import type {
  ExportUnit,
  Finding,
  Flag,
  PgaTreatment,
  RulePackIdentity,
  TradeActionTreatment,
} from '@entrygo/sdk/contract'
import type { PackageParty } from './package-party.ts'

/**
 * A customs package as one value, from which every artifact is rendered. Amounts are decimal texts in US dollars with two
 * decimals (unit values: up to four), other measures shortest decimal texts; null says that the plan did not hold it.
 */
export interface FrozenPackage {
  readonly packageNumber: string
  readonly customs_package_id: string
  readonly exportId: string
  readonly planHash: string
  /** Day of planning, UTC: the date of every document. */
  readonly issuedOn: string
  readonly currency: 'USD'
  readonly rulePack: RulePackIdentity
  /** Of the plan; `RULES_PARTIAL` says that there are rules which nobody looked at. */
  readonly flags: readonly Flag[]
  readonly importer: PackageImporter | null
  readonly broker: PackageBroker
  readonly shipFrom: PackageParty | null
  readonly shipment: PackageShipment
  readonly export_units: readonly ExportUnit[]
  readonly invoices: readonly PackageInvoice[]
  /** Findings of the included orders that somebody still has to look at, and notices. */
  readonly findings: readonly Finding[]
  readonly totals: PackageTotals
}

export interface PackageImporter {
  readonly party: PackageParty
  readonly iorNumber: string | null
  readonly isUsIor: boolean | null
  readonly bondType: string | null
  readonly bondNumber: string | null
}

export interface PackageBroker {
  readonly name: string | null
  readonly filerCode: string | null
  readonly address: PackageParty | null
}

export interface PackageShipment {
  readonly countryOfExport: string | null
  readonly modeOfTransport: string | null
  readonly portOfEntry: string | null
  readonly estimatedEntryDate: string | null
  readonly exportDate: string | null
  readonly carrierScac: string | null
  readonly proBill: string | null
  readonly entryType: string | null
}

/** The commercial invoice of one order. */
export interface PackageInvoice {
  readonly invoiceNumber: string
  /** Date of the sale, else the day of planning. */
  readonly invoiceDate: string
  readonly orderId: string
  readonly externalId: string | null
  readonly saleDate: string | null
  readonly incoterm: string | null
  readonly invoiceCurrency: string
  readonly relatedParty: boolean | null
  readonly responsibleIndividual: string | null
  readonly language: string
  readonly seller: PackageParty | null
  readonly buyer: PackageParty | null
  readonly consignee: PackageParty | null
  readonly lines: readonly PackageLine[]
  readonly charges: readonly PackageCharge[]
  readonly assists: readonly { readonly type: string; readonly amountUsd: string }[]
  readonly packages: readonly PackedPackage[]
  readonly totals: InvoiceTotals
}

export interface PackageCharge {
  readonly type: string
  readonly amountUsd: string
  /** Already in the prices of the lines. */
  readonly included: boolean
}

export interface PackageLine {
  /** From 1 in its invoice. */
  readonly lineNumber: number
  readonly lineId: string
  readonly productId: string
  readonly sku: string | null
  readonly description: string | null
  readonly brand: string | null
  readonly model: string | null
  readonly htsCode: string | null
  readonly countryOfOrigin: string | null
  readonly quantity: string
  readonly uom: string | null
  readonly customsQuantities: readonly PackageCustomsQuantity[]
  readonly unitValueUsd: string
  /** Quantity × unit value, rounded half-up to the cent once. */
  readonly lineValueUsd: string
  /** Value for customs, where the owner states another than the price (free goods). */
  readonly customsValueUsd: string | null
  readonly unitPrice: { readonly amount: string; readonly currency: string } | null
  readonly netWeightKg: string | null
  readonly grossWeightKg: string | null
  readonly lotOrSerial: string | null
  readonly manufacturer: PackageParty | null
  /** Special program indicator: S for USMCA. */
  readonly spi: string | null
  /** Chapter 99 headings: those the owner declares and those that the plan says apply. */
  readonly ch99: readonly string[]
  readonly metals: PackageMetals
  readonly usContentPct: string | null
  readonly adcvdCases: readonly string[]
  /** As planned, unchanged. */
  readonly trade_actions: readonly TradeActionTreatment[]
  readonly pga: readonly PgaTreatment[]
  /** Declarations of the owner under programs that no rule of the plan looked at. */
  readonly declaredPga: readonly DeclaredPga[]
}

export type DeclaredPga = Pick<PgaTreatment, 'program' | 'agency' | 'flag' | 'status' | 'disclaimCode' | 'data'>

export interface PackageCustomsQuantity {
  readonly quantity: string
  /** As the HTS prints it; null when the rules of the plan are not at hand. */
  readonly unit: string | null
  readonly basis: 'stated' | 'converted' | 'weight'
}

export interface PackageMetals {
  readonly steelMeltPour: string | null
  readonly aluminumPrimarySmelt: string | null
  readonly aluminumSecondarySmelt: string | null
  readonly aluminumCast: string | null
  readonly copperSmelt: string | null
  readonly copperCast: string | null
  /** Weight of all metals as a share of the article. */
  readonly weightPct: string | null
  readonly evidence: string | null
}

export interface PackedPackage {
  readonly id: string
  readonly type: string | null
  readonly marks: string | null
  readonly grossKg: string | null
  readonly netKg: string | null
  readonly contents: readonly { readonly lineId: string; readonly quantity: string }[]
  readonly ispm15: boolean | null
}

export interface InvoiceTotals {
  readonly lineCount: number
  readonly packageCount: number
  /** Sum of the line values. */
  readonly goodsValueUsd: string
  /** Charges that are not in the prices, less discounts that are not. */
  readonly chargesUsd: string
  readonly invoiceTotalUsd: string
  /** Sum of the values for customs. */
  readonly enteredValueUsd: string
  readonly netWeightKg: string | null
  readonly grossWeightKg: string | null
}

export interface PackageTotals extends InvoiceTotals {
  readonly orderCount: number
}
