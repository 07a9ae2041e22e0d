import type {
  AccountProfileInput,
  Assist,
  BrokerInput,
  OrderInput,
  OrderLineInput,
  Party,
  ProductInput,
  Shipment,
  ShippingPackage,
  UsmcaCertificate,
  WarehouseInput,
} from '@entrygo/sdk/contract'

/**
 * What the rules read of the `inputs` of the hashed value; the whole inputs, which hold more, fit. Every
 * pointer of a finding points into this value. `shipment` and `profile` are empty where nothing was given; HTSUS
 * numbers are normalised to digits.
 */
export interface PlanInputs {
  readonly orders: Readonly<Record<string, PlannedOrder>>
  readonly products: Readonly<Record<string, PlannedProduct>>
  readonly warehouse: PlannedWarehouse
  readonly broker: PlannedBroker
  readonly profile: PlannedProfile
  readonly shipment: PlannedShipment
}

export type PartyFacts = Readonly<Party>
export type AssistFacts = Readonly<Assist>
export type PackageFacts = Readonly<ShippingPackage>
export type CertificateFacts = Readonly<UsmcaCertificate>

export type PlannedOrder = Readonly<
  Pick<
    OrderInput,
    | 'seller'
    | 'buyer'
    | 'consignee'
    | 'incoterm'
    | 'invoiceCurrency'
    | 'relatedParty'
    | 'assists'
    | 'invoice'
    | 'charges'
    | 'packages'
  >
> &
  ExternallyNamed & { readonly items: readonly PlannedLine[] }

/** Every record has one; rules read it only where documents show it. */
type ExternallyNamed = Readonly<Partial<Pick<OrderInput, 'externalId'>>>

/** An absent `lineId` means the position in the order, counted from "1". */
export type PlannedLine = Readonly<OrderLineInput>

/** All facts of a product but the caller's own data. */
export type PlannedProduct = Readonly<Omit<ProductInput, 'externalId' | 'metadata'>> & ExternallyNamed

export type PlannedWarehouse = Readonly<Partial<Omit<WarehouseInput, 'externalId' | 'notification'>>>
export type PlannedBroker = Readonly<Partial<Pick<BrokerInput, 'name' | 'address' | 'poaOnFile'>>>
export type PlannedProfile = Readonly<
  Pick<AccountProfileInput, 'seller' | 'importer' | 'bond' | 'invoice' | 'orderDefaults'>
>
export type PlannedShipment = Readonly<Shipment>
