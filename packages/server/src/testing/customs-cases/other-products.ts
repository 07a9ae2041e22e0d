import { aParty } from '../builders.ts'
import type { ProductCase } from './product-case.ts'
import { fromOwner, usmca } from './shared-facts.ts'

/** A laptop, wood, food and a toy. */
export const otherProducts: readonly ProductCase[] = [
  {
    id: 'P05',
    title: 'laptop, made in China, shipped from Mexico',
    product: {
      externalId: 'P05',
      description: 'Laptop computer, 14 inch display, 16 GB memory',
      htsCode: '8471.30.01.00',
      countryOfOrigin: 'CN',
      uom: 'C62',
      manufacturer: aParty({
        name: 'Example Computing Co., Ltd.',
        city: 'Kunshan',
        postalCode: '215300',
        country: 'CN',
      }),
      unitNetWeightG: '1380',
      articleWeightG: '1380',
      provenance: fromOwner,
    },
    line: { quantity: 2, unitValueUsd: 640, uom: 'C62', netWeightKg: '2.76', grossWeightKg: '4' },
    shipFrom: 'MX',
    rules: ['A232-02', 'X301-02', 'TRN-04', 'PGA-FCC'],
    headings: ['9903.94.06', '9903.05.86'],
    readiness: 'REVIEW_REQUIRED',
    flips: [
      {
        given: 'all but the question whether it is a vehicle part is answered',
        product: {
          hazmat: { unNumber: 'UN3481' },
          supplyChainTrace: [{ input: 'printed circuit assembly', country: 'MY', evidence: 'Supplier declaration' }],
        },
        readiness: 'REVIEW_REQUIRED',
        headings: [],
      },
      {
        given: 'no vehicle part, with UN number and supply-chain trace',
        product: {
          isVehiclePart: false,
          hazmat: { unNumber: 'UN3481' },
          supplyChainTrace: [{ input: 'printed circuit assembly', country: 'MY', evidence: 'Supplier declaration' }],
        },
        readiness: 'READY',
        headings: ['9903.94.06', '9903.05.86'],
      },
    ],
  },
  {
    id: 'P06',
    title: 'kitchen cabinet of wood, made in Canada, claimed under USMCA',
    product: {
      externalId: 'P06',
      description: 'Kitchen wall cabinet of particle board, two doors',
      htsCode: '9403.40.90.60',
      countryOfOrigin: 'CA',
      uom: 'C62',
      manufacturer: aParty({ name: 'Example Cabinet Makers Ltd.' }),
      unitNetWeightG: '21000',
      articleWeightG: '21000',
      preference: usmca,
      provenance: fromOwner,
    },
    line: { quantity: 8, unitValueUsd: 130, uom: 'C62', netWeightKg: '168', grossWeightKg: '180' },
    shipFrom: 'CA',
    rules: ['W232-03', 'PGA-LACEY', 'PGA-EPA-WOOD'],
    headings: ['9903.76.03', '9903.05.90'],
    readiness: 'REVIEW_REQUIRED',
    flips: [
      {
        given: 'it is a cabinet; plant declaration and formaldehyde certificate are open',
        product: { isCabinetOrVanity: true },
        readiness: 'REVIEW_REQUIRED',
        headings: ['9903.76.03', '9903.05.90'],
      },
    ],
  },
  {
    id: 'P07',
    title: 'rough lumber of eastern white pine, made in Canada, claimed under USMCA',
    product: {
      externalId: 'P07',
      description: 'Lumber of eastern white pine, rough, 25 mm',
      htsCode: '4407.11.00.42',
      countryOfOrigin: 'CA',
      uom: 'MTQ',
      manufacturer: aParty({ name: 'Example Sawmill Ltd.' }),
      unitNetWeightG: '450000',
      preference: usmca,
      provenance: fromOwner,
    },
    line: { quantity: 6, unitValueUsd: 310, uom: 'MTQ', netWeightKg: '2700', grossWeightKg: '2720' },
    shipFrom: 'CA',
    rules: ['W232-01', 'ADC-01', 'PGA-LACEY', 'PGA-APHIS', 'ENT-13'],
    headings: ['9903.76.01'],
    readiness: 'REVIEW_REQUIRED',
    flips: [
      {
        given: 'the scope of the softwood orders is answered with no; plant declarations are open',
        product: {
          adcvd: [
            { case: 'A-122-857', inScope: false },
            { case: 'C-122-858', inScope: false },
          ],
        },
        readiness: 'REVIEW_REQUIRED',
        headings: ['9903.76.01'],
      },
    ],
  },
  {
    id: 'P08',
    title: 'maple syrup for retail sale, made in Canada, claimed under USMCA, declared as food without data',
    product: {
      externalId: 'P08',
      description: 'Maple syrup, amber, retail bottle of 500 ml',
      htsCode: '1702.20.40.70',
      countryOfOrigin: 'CA',
      uom: 'C62',
      manufacturer: aParty({ name: 'Example Sugarbush Cooperative' }),
      unitNetWeightG: '660',
      articleWeightG: '660',
      preference: usmca,
      pga: { fda_food: { status: 'data' } },
      provenance: fromOwner,
    },
    line: { quantity: 48, unitValueUsd: 7.9, uom: 'C62', netWeightKg: '31.68', grossWeightKg: '34' },
    shipFrom: 'CA',
    rules: ['PGA-FDA-FOOD'],
    headings: ['9903.05.93'],
    readiness: 'BLOCKED',
    flips: [
      {
        given: 'prior notice and FSVP data are complete',
        product: {
          pga: {
            fda_food: {
              status: 'data',
              data: {
                productCode: '36BGT05',
                manufacturerFFR: '12345678901',
                shipper: 'Example Fulfilment Toronto',
                fsvpDuns: '123456789',
                intendedUse: 'human consumption',
              },
            },
          },
        },
        readiness: 'READY',
        headings: ['9903.05.93'],
      },
      {
        given: 'complete, with a suffix that Rev 10 does not have',
        product: {
          htsCode: '1702.20.40.90',
          pga: {
            fda_food: {
              status: 'data',
              data: {
                productCode: '36BGT05',
                manufacturerFFR: '12345678901',
                shipper: 'Example Fulfilment Toronto',
                fsvpDuns: '123456789',
                intendedUse: 'human consumption',
              },
            },
          },
        },
        readiness: 'REVIEW_REQUIRED',
        headings: [],
      },
    ],
  },
  {
    id: 'P09',
    title: 'plastic toy for ages 3 to 12, made in China',
    product: {
      externalId: 'P09',
      description: 'Toy building set of plastic, ages 3 to 12',
      htsCode: '9503.00.00.73',
      countryOfOrigin: 'CN',
      uom: 'C62',
      manufacturer: aParty({ name: 'Example Toys Co., Ltd.', city: 'Shantou', postalCode: '515000', country: 'CN' }),
      unitNetWeightG: '420',
      articleWeightG: '420',
      ageGrade: '3-12',
      childrenProduct: true,
      provenance: fromOwner,
    },
    line: { quantity: 60, unitValueUsd: 6.1, uom: 'C62', netWeightKg: '25.2', grossWeightKg: '28' },
    shipFrom: 'CA',
    rules: ['PGA-CPSC', 'X301-02', 'X301-01'],
    headings: ['9903.05.31'],
    readiness: 'BLOCKED',
    flips: [
      {
        given: 'the certificate data is complete; the supply-chain trace is open',
        product: {
          pga: {
            cpsc: {
              status: 'data',
              data: {
                productId: 'BUILD-73',
                idType: 'SKU',
                citations: ['16 CFR 1250'],
                mfgDate: '2026-08-14',
                mfgPlace: 'Shantou, CN',
                testDate: '2026-08-28',
                lab: 'Example Testing Laboratory',
                contact: 'records@example.com',
              },
            },
          },
        },
        readiness: 'REVIEW_REQUIRED',
        headings: ['9903.05.31'],
      },
    ],
  },
]
