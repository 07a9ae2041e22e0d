import type { PgaDeclarations } from '@entrygo/sdk/contract'

/** Goods of a program's screening list, with all the data that the program asks for. */
export interface AgencySample {
  readonly ruleId: string
  readonly program: keyof PgaDeclarations
  readonly htsCode: string
  readonly description: string
  readonly data: Readonly<Record<string, unknown>>
  /** Severity of a field that is missing from declared goods. */
  readonly severity: 'BLOCK' | 'REVIEW'
  /** One field without which an entry is not complete. */
  readonly field: string
}

type Row = readonly [
  ...[ruleId: string, program: keyof PgaDeclarations, htsCode: string, description: string],
  ...[severity: 'BLOCK' | 'REVIEW', field: string, data: Readonly<Record<string, unknown>>],
]

const food = {
  productCode: '36BGT05',
  manufacturerFFR: '12345678901',
  shipper: 'Example Fulfilment Toronto',
  fsvpDuns: '123456789',
  intendedUse: 'human consumption',
}

const plant = { genus: 'Pinus', species: 'strobus', harvestCountry: 'CA', qty: '2.5', unit: 'm3', pctRecycled: '0' }

const certificate = {
  productId: 'BUILD-73',
  idType: 'SKU',
  citations: ['16 CFR 1250'],
  mfgDate: '2026-08-14',
  mfgPlace: 'Shantou, CN',
  testDate: '2026-08-28',
  lab: { name: 'Example Testing Laboratory', cpscId: '1234' },
  contact: 'records@example.com',
}

const catchData = {
  species: ['Thunnus albacares'],
  vessel: { name: 'Example Vessel', flag: 'CA' },
  gear: 'longline',
  area: 'FAO 21',
  landing: { port: 'Halifax', date: '2026-10-01' },
  iftp: 'IFTP-0001',
  mmpaCoa: 'not required: the fishery has a comparability finding',
}

const rows: readonly Row[] = [
  ['PGA-FDA-FOOD', 'fda_food', '1702204070', 'Maple syrup, amber, bottle', 'BLOCK', 'productCode', food],
  [
    ...(['PGA-FDA-COS', 'fda_cos', '3304995000', 'Hand cream with shea butter', 'REVIEW', 'mocraListing'] as const),
    { productCode: '53EK05', mocraListing: '12345678', manufacturer: 'Example Care Ltd.' },
  ],
  [
    ...(['PGA-FDA-DRUG', 'fda_drug', '3004909201', 'Skin patch for animals, retail', 'BLOCK', 'reg'] as const),
    { reg: '1234567890', dls: '12345-678', application: 'ANADA 012345' },
  ],
  [
    ...(['PGA-FDA-DEV', 'fda_dev', '4015121020', 'Surgical gloves of rubber', 'REVIEW', 'listing'] as const),
    { deviceReg: '1234567', listing: 'D123456', premarket: 'K123456' },
  ],
  [
    ...(['PGA-FDA-RAD', 'fda_rad', '8528720800', 'Television receiver, 40 inch', 'REVIEW', 'accession'] as const),
    { accession: '1234567-000' },
  ],
  [
    'PGA-FDA-FCS',
    'fda_fcs',
    '7323930015',
    'Teakettle of stainless steel',
    'REVIEW',
    'foodContact',
    { foodContact: true },
  ],
  [
    ...(['PGA-FSIS', 'fsis', '1601002090', 'Pork sausages, chilled', 'BLOCK', 'certificate'] as const),
    { certificate: 'CA-2026-001', establishment: 'EST 123', iHouse: 'I-123' },
  ],
  [
    ...(['PGA-APHIS', 'aphis', '0602100000', 'Unrooted cuttings of geranium', 'REVIEW', 'phyto'] as const),
    { permit: 'P-2026-001', phyto: 'PC-2026-001', origin: 'CA' },
  ],
  ['PGA-LACEY', 'lacey', '9201200011', 'Grand piano of spruce', 'REVIEW', 'genus', plant],
  ['PGA-EPA-TSCA', 'epa_tsca', '2905310000', 'Ethylene glycol, drum', 'REVIEW', 'tscaCert', { tscaCert: 'positive' }],
  ['PGA-EPA-WOOD', 'epa_wood', '4410110010', 'Particle board, raw panel', 'REVIEW', 'titleVI', { titleVI: true }],
  [
    ...(['PGA-EPA-PEST', 'epa_pest', '3808911000', 'Fly ribbons, box', 'BLOCK', 'estNo'] as const),
    { regNo: '12345-67', estNo: '12345-CAN-1' },
  ],
  [
    ...(['PGA-EPA-VNE', 'epa_vne', '8432100020', 'Moldboard plow, motorised', 'REVIEW', 'engineFamily'] as const),
    { engineFamily: 'TABCX.0125GFA', importCode: 'A' },
  ],
  [
    ...(['PGA-EPA-ODS/HFC', 'epa_ods_hfc', '8415103040', 'Room air conditioner', 'REVIEW', 'chargeKg'] as const),
    { refrigerant: 'R-32', chargeKg: '0.9' },
  ],
  [
    ...(['PGA-NHTSA', 'nhtsa', '4011101010', 'Car tire, radial, 13 inch', 'REVIEW', 'box'] as const),
    { box: '2A', dotCode: '1AB' },
  ],
  ['PGA-CPSC', 'cpsc', '9503000013', 'Inflatable ball, ages 3 to 12', 'BLOCK', 'lab', certificate],
  ['PGA-FCC', 'fcc', '8517620020', 'Network switch, 24 ports', 'REVIEW', 'fccId', { fccId: '2ABCD-EX1' }],
  [
    ...(['PGA-TTB', 'ttb', '2208303030', 'Whisky, bottle of 0.7 litre', 'BLOCK', 'colaId'] as const),
    { permit: 'NY-I-12345', colaId: '26001001000123', foreignCert: 'Certificate of age', abv: '40' },
  ],
  ['PGA-ATF', 'atf', '9306210000', 'Shotgun cartridges, calibre 12', 'BLOCK', 'form6', { form6: '26-00123' }],
  ['PGA-DEA', 'dea', '2939300000', 'Caffeine, powder, drum', 'BLOCK', 'permit', { permit: '486-2026-001' }],
  [
    ...(['PGA-FWS', 'fws', '4202213000', 'Handbag of reptile leather', 'REVIEW', 'citesPermit'] as const),
    { genus: 'Alligator', species: 'mississippiensis', source: 'farmed', citesPermit: 'CITES-2026-001' },
  ],
  ['PGA-NMFS', 'nmfs', '0304870000', 'Tuna fillets, frozen', 'BLOCK', 'vessel', catchData],
  ['PGA-OMC', 'omc', '0306170004', 'Shrimp, farmed, frozen', 'REVIEW', 'ds2031', { ds2031: true }],
  ['PGA-AMS', 'ams', '0805100020', 'Temple oranges, fresh', 'REVIEW', 'inspection', { inspection: 'SC-6 2026-001' }],
  [
    ...(['PGA-DDTC/OFAC', 'ddtc_ofac', '9306290000', 'Parts of cartridges', 'REVIEW', 'licence'] as const),
    { licence: '050123456' },
  ],
]

export const agencySamples: readonly AgencySample[] = rows.map(
  ([ruleId, program, htsCode, description, severity, field, data]) => ({
    ...{ ruleId, program, htsCode, description, severity, field, data },
  }),
)
