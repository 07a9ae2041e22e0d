import type { Party, ProductInput } from '@entrygo/sdk/contract'
import { claimedBy } from './preference.ts'

const knitter: Party = {
  name: 'Tejidos Ejemplo de Puebla SA de CV',
  street: 'Calle Industrial 410',
  city: 'Puebla',
  postalCode: '72000',
  country: 'MX',
}

/** Knitted clothing and towels. */
export const textilesProducts: readonly ProductInput[] = [
  {
    externalId: 'TEE-M-NAVY',
    description: "Men's short-sleeved T-shirt, 100% cotton jersey knit, printed chest logo",
    brand: 'Maple Lane',
    uom: 'C62',
    htsCode: '6109.10.00.12',
    countryOfOrigin: 'MX',
    manufacturer: knitter,
    unitNetWeightG: '180',
    articleWeightG: '180',
    materials: [
      {
        name: 'cotton',
        pct: '100',
      },
    ],
    construction: 'knit',
    gender: 'men',
    childrenProduct: false,
    preference: claimedBy(knitter, "Men's cotton T-shirt, knitted, 6109.10"),
    pga: {
      cpsc: {
        status: 'data',
        data: {
          productId: 'TM-101',
          idType: 'SKU',
          citations: ['16 CFR 1610'],
          mfgDate: '2026-09-04',
          mfgPlace: 'Puebla, MX',
          testDate: '2026-09-11',
          lab: 'Example Textile Laboratory',
          contact: 'records@maple-lane.example',
        },
      },
    },
    model: 'TM-101',
    provenance: {
      countryOfOrigin: {
        source: 'owner',
        reference: 'Manufacturer declaration on file',
      },
      htsCode: {
        source: 'broker',
      },
    },
  },
  {
    externalId: 'TEE-W-WHITE',
    description: "Women's short-sleeved T-shirt, 100% cotton jersey knit, plain",
    brand: 'Maple Lane',
    uom: 'C62',
    htsCode: '6109.10.00.40',
    countryOfOrigin: 'PT',
    manufacturer: {
      name: 'Malhas Exemplo do Norte, Lda.',
      street: 'Rua da Industria 118',
      city: 'Barcelos',
      postalCode: '4750-100',
      country: 'PT',
    },
    unitNetWeightG: '150',
    articleWeightG: '150',
    materials: [
      {
        name: 'cotton',
        pct: '100',
      },
    ],
    construction: 'knit',
    gender: 'women',
    model: 'TW-202',
    provenance: {
      countryOfOrigin: {
        source: 'owner',
        reference: 'Manufacturer declaration on file',
      },
      htsCode: {
        source: 'broker',
      },
    },
  },
  {
    externalId: 'SWEATER-M-WOOL',
    description: "Men's crew-neck sweater, 100% lambswool, knitted, ribbed cuffs",
    brand: 'Maple Lane',
    uom: 'C62',
    htsCode: '6110.11.00.15',
    countryOfOrigin: 'GB',
    manufacturer: {
      name: 'Glen Example Knitwear Limited',
      street: '7 Buccleuch Mill Lane',
      city: 'Hawick',
      postalCode: 'TD9 7AA',
      country: 'GB',
    },
    unitNetWeightG: '520',
    articleWeightG: '520',
    materials: [
      {
        name: 'wool',
        pct: '100',
      },
    ],
    construction: 'knit',
    gender: 'men',
    model: 'SW-310',
    provenance: {
      countryOfOrigin: {
        source: 'owner',
        reference: 'Manufacturer declaration on file',
      },
      htsCode: {
        source: 'broker',
      },
    },
  },
  {
    externalId: 'TOWEL-BATH',
    description: 'Bath towel, 100% cotton terry, woven, hemmed, 70 x 140 cm',
    brand: 'Maple Lane',
    uom: 'C62',
    htsCode: '6302.60.00.20',
    countryOfOrigin: 'IN',
    manufacturer: {
      name: 'Example Terry Mills Private Limited',
      street: 'Plot 44, Textile Park Road',
      city: 'Solapur',
      region: 'MH',
      postalCode: '413006',
      country: 'IN',
    },
    unitNetWeightG: '480',
    articleWeightG: '480',
    materials: [
      {
        name: 'cotton',
        pct: '100',
      },
    ],
    construction: 'woven',
    model: 'TB-70140',
    provenance: {
      countryOfOrigin: {
        source: 'owner',
        reference: 'Manufacturer declaration on file',
      },
      htsCode: {
        source: 'broker',
      },
    },
  },
]
