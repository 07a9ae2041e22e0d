/**
 * What planning may look at, by content: the `inputs` of the hashed value (protocol §6.2). Every pointer of a finding
 * points into this value. Numbers are wire numbers (at most four decimals), measures are decimal strings.
 */
export interface PlanInputs {
  readonly orders: Readonly<Record<string, PlannedOrder>>
  readonly products: Readonly<Record<string, PlannedProduct>>
  readonly warehouse: PlannedWarehouse
  readonly broker: PlannedBroker
  readonly profile: PlannedProfile
  readonly shipment: PlannedShipment
}

export interface PartyFacts {
  readonly name?: string
  readonly street?: string
  readonly city?: string
  readonly region?: string
  readonly postalCode?: string
  readonly country?: string
  readonly screening?: { readonly listDate: string; readonly result: 'clear' | 'possible' | 'match' }
}

export interface AssistFacts {
  readonly type: string
  readonly amountUsd: number
}

export interface InvoiceFacts {
  readonly number?: string
  readonly responsibleIndividual?: string
  readonly language?: string
}

export interface PlannedOrder {
  readonly items: readonly PlannedLine[]
  readonly seller?: PartyFacts
  readonly buyer?: PartyFacts
  readonly consignee?: PartyFacts
  readonly saleDate?: string
  readonly incoterm?: string
  readonly invoiceCurrency?: string
  readonly relatedParty?: boolean
  readonly assists?: readonly AssistFacts[]
  readonly invoice?: InvoiceFacts
  readonly charges?: readonly { readonly type: string; readonly amountUsd: number; readonly included: boolean }[]
  readonly packages?: readonly PackageFacts[]
}

export interface PackageFacts {
  readonly id: string
  readonly type?: string
  readonly marks?: string
  readonly grossKg?: string
  readonly netKg?: string
  readonly contents?: readonly { readonly lineId: string; readonly quantity: number }[]
  readonly ispm15?: boolean
}

export interface PlannedLine {
  readonly productId: string
  readonly quantity: number
  readonly unitValueUsd: number
  /** Absent means the position in the order, counted from "1". */
  readonly lineId?: string
  readonly uom?: string
  readonly unitPrice?: { readonly amount: string; readonly currency: string }
  readonly lineTotalUsd?: number
  readonly customsValueUsd?: number
  readonly customsQty1?: string
  readonly customsQty2?: string
  readonly netWeightKg?: string
  readonly grossWeightKg?: string
  readonly countryOfOrigin?: string
  readonly manufacturer?: PartyFacts
  readonly metals?: object
}

export interface CertificateFacts {
  readonly certifiedBy: 'importer' | 'exporter' | 'producer'
  readonly certifier?: PartyFacts
  readonly exporter?: PartyFacts
  readonly producer?: PartyFacts
  readonly importer?: PartyFacts
  readonly descriptionAndHs6?: string
  readonly criterion?: string
  readonly blanketPeriod?: readonly string[]
  readonly signature?: { readonly name?: string; readonly date?: string }
}

export interface PlannedProduct {
  readonly description?: string
  readonly uom?: string
  readonly htsCode?: string
  readonly countryOfOrigin?: string
  readonly manufacturer?: PartyFacts
  readonly unitNetWeightG?: string
  readonly materials?: readonly { readonly name: string; readonly pct: string }[]
  readonly construction?: string
  readonly gender?: string
  readonly metals?: object
  readonly adcvd?: readonly { readonly inScope?: boolean; readonly case?: string; readonly producer?: string }[]
  readonly returnEvidence?: string
  readonly supplyChainTrace?: readonly {
    readonly input: string
    readonly country?: string
    readonly evidence?: string
  }[]
  readonly preference?: { readonly program: string; readonly certificate?: CertificateFacts }
  readonly provenance?: Readonly<Record<string, { readonly source: string; readonly reference?: string }>>
}

export interface PlannedWarehouse {
  readonly portOfEntry?: string
  readonly modeOfTransport?: string
}

export interface PlannedBroker {
  readonly poaOnFile?: boolean
}

export interface PlannedProfile {
  readonly seller?: PartyFacts
  readonly importer?: PartyFacts & { readonly iorNumber?: string; readonly isUsIor?: boolean }
  readonly bond?: { readonly type: 'single' | 'continuous'; readonly number?: string }
  readonly invoice?: InvoiceFacts
  readonly orderDefaults?: {
    readonly incoterm?: string
    readonly relatedParty?: boolean
    readonly assists?: readonly AssistFacts[]
  }
}

export interface PlannedShipment {
  readonly modeOfTransport?: string
  readonly portOfEntry?: string
  readonly estimatedEntryDate?: string
  readonly entryType?: string
}
