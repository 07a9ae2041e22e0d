import type { Party, ProductInput } from '@entrygo/sdk/contract'
import { claimedBy } from './preference.ts'

const toyMaker: Party = {
  name: 'Juguetes Ejemplo de Monterrey SA de CV',
  street: 'Avenida Taller 77',
  city: 'Monterrey',
  postalCode: '64000',
  country: 'MX',
}

const printer: Party = {
  name: 'Harbour Print Works Example Ltd.',
  street: '12 Dockside Road',
  city: 'Halifax',
  region: 'NS',
  postalCode: 'B3J 1A1',
  country: 'CA',
}

/** Furniture, wooden ware, toys, print and instruments. */
export const leisureProducts: readonly ProductInput[] = [
  {
    externalId: 'BOOKCASE-OAK',
    description: 'Bookcase, solid oak, five shelves, unassembled, household, not upholstered',
    brand: 'Maple Lane',
    uom: 'C62',
    htsCode: '9403.60.80.93',
    countryOfOrigin: 'PL',
    manufacturer: {
      name: 'Meble Przyklad Sp. z o.o.',
      street: 'ul. Stolarska 15',
      city: 'Swarzedz',
      postalCode: '62-020',
      country: 'PL',
    },
    unitNetWeightG: '31000',
    articleWeightG: '31000',
    materials: [
      {
        name: 'oak wood',
        pct: '98',
      },
      {
        name: 'steel fittings',
        pct: '2',
      },
    ],
    isCabinetOrVanity: false,
    model: 'BC-5',
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
    externalId: 'BOARD-MAPLE',
    description: 'Chopping board, solid Canadian maple wood, oiled, 40 x 28 cm, kitchenware',
    brand: 'Maple Lane',
    uom: 'C62',
    htsCode: '4419.90.91.00',
    countryOfOrigin: 'CA',
    manufacturer: {
      name: 'Northwood Example Woodcraft Inc.',
      street: '19 Sawmill Road',
      city: 'Peterborough',
      region: 'ON',
      postalCode: 'K9J 6X7',
      country: 'CA',
    },
    unitNetWeightG: '1600',
    articleWeightG: '1600',
    materials: [
      {
        name: 'maple wood',
        pct: '100',
      },
    ],
    model: 'CB-4028',
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
    externalId: 'PUZZLE-500',
    description: 'Jigsaw puzzle, cardboard, 500 pieces, for children of 8 years and older',
    brand: 'Maple Lane',
    uom: 'C62',
    htsCode: '9503.00.00.73',
    countryOfOrigin: 'MX',
    manufacturer: toyMaker,
    preference: claimedBy(toyMaker, 'Jigsaw puzzle, 9503.00'),
    unitNetWeightG: '510',
    articleWeightG: '510',
    materials: [
      {
        name: 'cardboard',
        pct: '100',
      },
    ],
    ageGrade: '8-12',
    childrenProduct: true,
    model: 'PZ-500',
    pga: {
      cpsc: {
        status: 'data',
        data: {
          productId: 'PZ-500',
          idType: 'SKU',
          citations: ['16 CFR 1250'],
          mfgDate: '2026-06-12',
          mfgPlace: 'Monterrey, MX',
          testDate: '2026-06-23',
          lab: 'Example Toy Laboratory',
          contact: 'records@maple-lane.example',
        },
      },
    },
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
    externalId: 'BOOK-TRAILS',
    description: 'Printed paperback guide to lakeside trails, English, 240 pages',
    brand: 'Maple Lane',
    uom: 'C62',
    htsCode: '4901.99.00.93',
    countryOfOrigin: 'CA',
    manufacturer: printer,
    unitNetWeightG: '400',
    articleWeightG: '400',
    materials: [
      {
        name: 'paper',
        pct: '100',
      },
    ],
    preference: claimedBy(printer, 'Printed paperback guide, 4901.99'),
    model: 'BK-240',
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
    externalId: 'NOTEBOOK-A5',
    description: 'Memorandum pad, A5, 80 ruled sheets, glued, paper cover',
    brand: 'Maple Lane',
    uom: 'C62',
    htsCode: '4820.10.20.20',
    countryOfOrigin: 'IN',
    manufacturer: {
      name: 'Example Stationery Private Limited',
      street: '6 Press Colony',
      city: 'Sivakasi',
      region: 'TN',
      postalCode: '626123',
      country: 'IN',
    },
    unitNetWeightG: '210',
    articleWeightG: '210',
    materials: [
      {
        name: 'paper',
        pct: '100',
      },
    ],
    model: 'NB-A5',
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
    externalId: 'GUITAR-FOLK',
    description: 'Acoustic folk guitar, spruce top, six strings, not electric, without case',
    brand: 'Maple Lane',
    uom: 'C62',
    htsCode: '9202.90.40.00',
    countryOfOrigin: 'MX',
    manufacturer: {
      name: 'Guitarras Ejemplo S.A. de C.V.',
      street: 'Calle Lauderos 31',
      city: 'Paracho',
      region: 'MIC',
      postalCode: '60250',
      country: 'MX',
    },
    unitNetWeightG: '1900',
    articleWeightG: '1900',
    materials: [
      {
        name: 'spruce and mahogany wood',
        pct: '92',
      },
      {
        name: 'steel strings and tuners',
        pct: '8',
      },
    ],
    model: 'GF-6',
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
