import type { ProductInput } from '@entrygo/sdk/contract'
import { aCertificate, aParty } from '../builders.ts'
import type { CaseGoods } from './planned-case.ts'
import { fromOwner } from './shared-facts.ts'

/** Goods of many kinds with every fact that a rule asks for: an order of them over 2,500 USD is ready. */
export const readyGoods: readonly CaseGoods[] = [
  goods({
    externalId: 'exercise-book',
    description: 'Bound paper exercise book, A5, ruled',
    htsCode: '4820.20.00.00',
    preference: { program: 'USMCA', certificate: aCertificate() },
  }),
  goods({
    externalId: 'laptop',
    description: 'Laptop computer, 14 inch display',
    htsCode: '8471.30.01.00',
    countryOfOrigin: 'CN',
    manufacturer: aParty({ name: 'Example Computing Co., Ltd.', country: 'CN' }),
    isVehiclePart: false,
    hazmat: { unNumber: 'UN3481' },
    supplyChainTrace: [{ input: 'printed circuit assembly', country: 'MY', evidence: 'Supplier declaration' }],
  }),
  goods({
    externalId: 'syrup',
    description: 'Maple syrup, amber, retail bottle',
    htsCode: '1702.20.40.70',
    preference: { program: 'USMCA', certificate: aCertificate() },
    pga: {
      fda_food: {
        status: 'data',
        data: {
          productCode: '36BGT05',
          manufacturerFFR: '10000000001',
          shipper: 'Example Fulfilment',
          fsvpDuns: '000000001',
          intendedUse: 'For human consumption',
        },
      },
    },
  }),
  goods({
    externalId: 'saucepan',
    description: 'Saucepan of stainless steel with lid',
    htsCode: '7323.93.00.45',
    countryOfOrigin: 'KR',
    metals: { steel: { weightG: '1000', usPct: '0', meltPour: 'KR', millCert: 'On file' } },
    pga: { fda_fcs: { status: 'data', data: { foodContact: true } } },
  }),
  goods({
    externalId: 'kitchen-knife',
    description: 'Kitchen knife, forged blade, plastic handle',
    htsCode: '8211.92.20.00',
    countryOfOrigin: 'DE',
    metals: { steel: { weightG: '750', usPct: '0', meltPour: 'DE', millCert: 'On file' } },
  }),
  goods({
    externalId: 'ladder',
    description: 'Folding ladder of aluminum, six steps',
    htsCode: '7616.99.51.30',
    countryOfOrigin: 'MX',
    metals: { aluminum: { weightG: '1000', usPct: '0', primarySmelt: 'CA', secondarySmelt: 'N/A', cast: 'MX' } },
  }),
  goods({
    externalId: 'shirt',
    description: "Men's cotton T-shirt, knitted",
    htsCode: '6109.10.00.12',
    countryOfOrigin: 'MX',
    materials: [{ name: 'cotton', pct: '100' }],
    construction: 'knit',
    gender: 'men',
    preference: { program: 'USMCA', certificate: aCertificate() },
    pga: { cpsc: certificateData() },
  }),
  goods({
    externalId: 'toy',
    description: 'Building blocks of plastic, ages 3 to 12',
    htsCode: '9503.00.00.73',
    countryOfOrigin: 'MX',
    childrenProduct: true,
    preference: { program: 'USMCA', certificate: aCertificate() },
    pga: { cpsc: certificateData() },
  }),
  goods({
    externalId: 'towel',
    description: 'Bath towel of cotton terry, white',
    htsCode: '6302.60.00.20',
    countryOfOrigin: 'TN',
  }),
  goods({
    externalId: 'cabinet',
    description: 'Kitchen wall cabinet of solid maple',
    htsCode: '9403.40.90.60',
    isCabinetOrVanity: true,
    materials: [{ name: 'maple wood', pct: '100' }],
    pga: {
      lacey: {
        status: 'data',
        data: {
          materials: [
            { genus: 'Acer', species: 'saccharum', harvestCountry: ['CA'], qty: '0.02', unit: 'm3', pctRecycled: '0' },
          ],
        },
      },
      epa_wood: { status: 'data', data: { titleVI: true } },
    },
  }),
]

function goods(facts: ProductInput): CaseGoods {
  return {
    product: {
      countryOfOrigin: 'CA',
      uom: 'C62',
      manufacturer: aParty(),
      unitNetWeightG: '1000',
      articleWeightG: '1000',
      provenance: fromOwner,
      ...facts,
    },
    line: { quantity: 300, unitValueUsd: 9, uom: 'C62', netWeightKg: '300', grossWeightKg: '310' },
    shipFrom: 'CA',
  }
}

function certificateData(): NonNullable<NonNullable<ProductInput['pga']>['cpsc']> {
  return {
    status: 'data',
    data: {
      productId: 'SKU-1',
      idType: 'SKU',
      citations: ['16 CFR 1250'],
      mfgDate: '2026-08-14',
      mfgPlace: 'Monterrey, MX',
      testDate: '2026-08-28',
      lab: 'Example Testing Laboratory',
      contact: 'records@example.com',
    },
  }
}
