import type { Steps } from '../../work-in-steps.ts'
import type { FrozenPackage, PackageInvoice, PackageTotals, PackedPackage } from '../frozen-package.ts'
import type { PackageParty } from '../package-party.ts'
import { jsonTextOfList } from './json-text.ts'

export interface PackingList {
  readonly schema: 'entrygo.packing_list/1'
  readonly packageNumber: string
  readonly exportId: string
  readonly planHash: string
  readonly issuedOn: string
  readonly shipFrom: PackageParty | null
  readonly shipment: FrozenPackage['shipment']
  readonly orders: readonly PackedOrder[]
  readonly totals: Pick<PackageTotals, 'orderCount' | 'lineCount' | 'packageCount' | 'netWeightKg' | 'grossWeightKg'>
}

export interface PackedOrder {
  readonly orderId: string
  readonly externalId: string | null
  readonly consignee: PackageParty | null
  readonly lines: readonly PackedLine[]
  /** Empty when the order does not say how it is packed. */
  readonly packages: readonly PackedPackage[]
}

export interface PackedLine {
  readonly lineNumber: number
  readonly lineId: string
  readonly sku: string | null
  readonly description: string | null
  readonly quantity: string
  readonly uom: string | null
  readonly netWeightKg: string | null
  readonly grossWeightKg: string | null
  readonly lotOrSerial: string | null
}

/** What is in which package, without prices (19 CFR 141.86(e) asks for contents by package). */
export function packingList(frozen: FrozenPackage): Steps<readonly string[]> {
  const { orderCount, lineCount, packageCount, netWeightKg, grossWeightKg } = frozen.totals
  const orders = frozen.invoices.map(packedOrder)
  const document: PackingList = {
    schema: 'entrygo.packing_list/1',
    packageNumber: frozen.packageNumber,
    exportId: frozen.exportId,
    planHash: frozen.planHash,
    issuedOn: frozen.issuedOn,
    shipFrom: frozen.shipFrom,
    shipment: frozen.shipment,
    orders,
    totals: { orderCount, lineCount, packageCount, netWeightKg, grossWeightKg },
  }
  return jsonTextOfList(document, 'orders', orders)
}

function packedOrder({ orderId, externalId, consignee, lines, packages }: PackageInvoice): PackedOrder {
  return {
    orderId,
    externalId,
    consignee,
    lines: lines.map((line) => ({
      lineNumber: line.lineNumber,
      lineId: line.lineId,
      sku: line.sku,
      description: line.description,
      quantity: line.quantity,
      uom: line.uom,
      netWeightKg: line.netWeightKg,
      grossWeightKg: line.grossWeightKg,
      lotOrSerial: line.lotOrSerial,
    })),
    packages,
  }
}
