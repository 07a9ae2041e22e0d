import type { Party, ProductInput } from '@entrygo/sdk/contract'
import { claimedBy } from './preference.ts'

const sugarbush: Party = {
  name: 'Erabliere Exemple Inc.',
  street: '1250 Rang des Erables',
  city: 'Plessisville',
  region: 'QC',
  postalCode: 'G6L 1A1',
  country: 'CA',
}

/** Food, cosmetics and soap. */
export const consumablesProducts: readonly ProductInput[] = [
  {
    externalId: 'SYRUP-500',
    description: 'Pure maple syrup, Grade A amber, 500 ml glass bottle for retail sale',
    brand: 'Maple Lane',
    uom: 'C62',
    htsCode: '1702.20.40.70',
    countryOfOrigin: 'CA',
    manufacturer: sugarbush,
    unitNetWeightG: '660',
    articleWeightG: '950',
    materials: [
      {
        name: 'maple syrup',
        pct: '100',
      },
    ],
    packaging: 'packaged',
    preference: claimedBy(sugarbush, 'Maple syrup, 1702.20'),
    pga: {
      fda_food: {
        status: 'data',
        data: {
          productCode: '36BGT05',
          manufacturerFFR: '10000000001',
          shipper: 'Border Street Fulfilment Example Inc.',
          fsvpDuns: '000000001',
          intendedUse: 'For human consumption',
        },
      },
    },
    model: 'MS-500',
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
    externalId: 'SHORTBREAD-200',
    description: 'All-butter shortbread biscuits, baked, not frozen, without peanuts, 200 g carton',
    brand: 'Maple Lane',
    uom: 'C62',
    htsCode: '1905.31.00.49',
    countryOfOrigin: 'GB',
    manufacturer: {
      name: 'Example Bakehouse of Moray Limited',
      street: '3 Baxter Wynd',
      city: 'Elgin',
      postalCode: 'IV30 1XS',
      country: 'GB',
    },
    unitNetWeightG: '200',
    articleWeightG: '235',
    materials: [
      {
        name: 'wheat flour',
        pct: '55',
      },
      {
        name: 'butter',
        pct: '31',
      },
      {
        name: 'sugar',
        pct: '14',
      },
    ],
    packaging: 'packaged',
    model: 'SB-200',
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
    externalId: 'CREAM-FACE-50',
    description: 'Moisturising face cream without drug claims or sunscreen, 50 ml jar',
    brand: 'Maple Lane',
    uom: 'C62',
    htsCode: '3304.99.50.00',
    countryOfOrigin: 'FR',
    manufacturer: {
      name: 'Cosmetique Exemple SAS',
      street: '14 rue des Lavandes',
      city: 'Grasse',
      postalCode: '06130',
      country: 'FR',
    },
    unitNetWeightG: '50',
    articleWeightG: '140',
    materials: [
      {
        name: 'cosmetic cream',
        pct: '100',
      },
    ],
    packaging: 'packaged',
    model: 'CF-50',
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
    externalId: 'SOAP-BAR-100',
    description: 'Toilet soap bar, olive oil and shea butter, not castile, 100 g, boxed',
    brand: 'Maple Lane',
    uom: 'C62',
    htsCode: '3401.11.50.00',
    countryOfOrigin: 'FR',
    manufacturer: {
      name: 'Savonnerie Exemple SARL',
      street: '2 chemin des Oliviers',
      city: 'Salon-de-Provence',
      postalCode: '13300',
      country: 'FR',
    },
    unitNetWeightG: '100',
    articleWeightG: '112',
    materials: [
      {
        name: 'soap',
        pct: '100',
      },
    ],
    packaging: 'packaged',
    model: 'SO-100',
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
