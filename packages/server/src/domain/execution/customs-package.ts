import type { LineTreatment, PlanSnapshot } from '@entrygo/sdk/contract'
import { easternDate } from '../dates.ts'
import type { PlanBody } from '../records.ts'
import { inOneGo, type Steps } from '../work-in-steps.ts'
import { base32OfSha256 } from './base32.ts'
import { checkPackageSteps } from './check-package.ts'
import type { FrozenPackage, PackageImporter, PackageInvoice, PackageLine, PackageShipment } from './frozen-package.ts'
import { packageInvoice, packageTotals } from './package-invoice.ts'
import { lineIdAt, packageLine, type TariffReference } from './package-line.ts'
import { partyIn } from './package-party.ts'
import { booleanIn, type Json, objectIn, objectsIn, textIn } from './read-json.ts'

export interface PackageSource {
  /** The frozen plan. */
  readonly snapshot: PlanSnapshot
  readonly body: PlanBody
  readonly exportId: string
  readonly packageId: string
  /** Milliseconds UTC; the documents carry its day in US Eastern time and no other clock. */
  readonly plannedAt: number
  /** Reference lists of the rule pack whose digest the plan names, for quantities in HTS units; else null. */
  readonly reference: TariffReference | null
}

/**
 * The customs package of an export, from its frozen plan alone: included orders only, values exact to the cent, every
 * treatment carried. Throws when a total does not add up or a treatment is lost, since that is a bug.
 */
export function customsPackageOf(source: PackageSource): FrozenPackage {
  return inOneGo(customsPackageSteps(source))
}

/** `customsPackageOf`, order by order. */
export function* customsPackageSteps(source: PackageSource): Steps<FrozenPackage> {
  const { snapshot, body, exportId } = source
  const { profile, shipment, warehouse, broker, orders } = snapshot.inputs
  const issuedOn = easternDate(source.plannedAt)
  const included = [...body.included_order_ids].sort(byText)
  const isIncluded = new Set(included)
  const treatments = treatmentsByLine(body.treatments)
  const invoices: PackageInvoice[] = []
  for (const orderId of included) {
    const order: Json = orders[orderId] ?? {}
    invoices.push(packageInvoice({ orderId, order, profile, lines: linesOf(source, orderId, treatments), issuedOn }))
    yield
  }
  const frozen: FrozenPackage = {
    packageNumber: packageNumberOf(exportId, source.plannedAt),
    customs_package_id: source.packageId,
    exportId,
    planHash: body.planHash,
    issuedOn,
    currency: 'USD',
    rulePack: body.rulePack,
    flags: body.flags,
    importer: importerIn(profile),
    broker: {
      name: textIn(broker, 'name'),
      filerCode: textIn(broker, 'filerCode'),
      address: partyIn(broker, 'address'),
    },
    shipFrom: partyIn(warehouse, 'address'),
    shipment: shipmentTerms(shipment, warehouse),
    export_units: body.export_units,
    invoices,
    findings: body.validationMessages.filter(({ order_id }) => order_id === undefined || isIncluded.has(order_id)),
    totals: packageTotals(invoices),
  }
  yield* checkPackageSteps(frozen, source)
  return frozen
}

/** `EG-`, the day of planning in US Eastern time, as all days of law and entry are, and eight characters that follow from the export's id. */
export function packageNumberOf(exportId: string, plannedAt: number): string {
  return `EG-${easternDate(plannedAt).replaceAll('-', '')}-${base32OfSha256(exportId, 8).toUpperCase()}`
}

function byText(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}

type TreatmentsByLine = ReadonlyMap<string, LineTreatment>

function treatmentsByLine(treatments: readonly LineTreatment[]): TreatmentsByLine {
  return new Map(treatments.map((treatment) => [`${treatment.order_id} ${treatment.line_id}`, treatment]))
}

function linesOf(source: PackageSource, orderId: string, treatments: TreatmentsByLine): PackageLine[] {
  const { orders, products } = source.snapshot.inputs
  return objectsIn(orders[orderId] ?? {}, 'items').map((line, index) => {
    const productId = textIn(line, 'productId') ?? ''
    const treatment = treatments.get(`${orderId} ${lineIdAt(line, index)}`)
    const product: Json = products[productId] ?? {}
    return packageLine({ orderId, index, line, product, productId, treatment, reference: source.reference })
  })
}

function importerIn(profile: Json): PackageImporter | null {
  const party = partyIn(profile, 'importer')
  if (party === null) return null
  const [importer, bond] = [objectIn(profile, 'importer'), objectIn(profile, 'bond')]
  return {
    party,
    iorNumber: textIn(importer, 'iorNumber'),
    isUsIor: booleanIn(importer, 'isUsIor'),
    bondType: textIn(bond, 'type'),
    bondNumber: textIn(bond, 'number'),
  }
}

/** The plan's shipment speaks before the warehouse. */
function shipmentTerms(shipment: Json, warehouse: Json): PackageShipment {
  return {
    countryOfExport: textIn(objectIn(warehouse, 'address'), 'country'),
    modeOfTransport: textIn(shipment, 'modeOfTransport') ?? textIn(warehouse, 'modeOfTransport'),
    portOfEntry: textIn(shipment, 'portOfEntry') ?? textIn(warehouse, 'portOfEntry'),
    estimatedEntryDate: textIn(shipment, 'estimatedEntryDate'),
    exportDate: textIn(shipment, 'exportDate'),
    carrierScac: textIn(shipment, 'carrierScac') ?? textIn(warehouse, 'carrierScac'),
    proBill: textIn(shipment, 'proBill'),
    entryType: textIn(shipment, 'entryType'),
  }
}
