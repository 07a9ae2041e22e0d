import type { ProductInput } from '@entrygo/sdk/contract'

/** Cookware, tools and tableware. */
export const kitchenProducts: readonly ProductInput[] = [
  {
    externalId: 'PAN-FRY-28',
    description: 'Frying pan, stainless steel, 28 cm, uncoated, for stove top use',
    brand: 'Maple Lane',
    uom: 'C62',
    htsCode: '7323.93.00.45',
    countryOfOrigin: 'KR',
    manufacturer: {
      name: 'Example Kitchenware Co., Ltd.',
      street: '77 Gongdan-ro',
      city: 'Siheung-si',
      region: 'Gyeonggi-do',
      postalCode: '15083',
      country: 'KR',
    },
    unitNetWeightG: '1450',
    articleWeightG: '1450',
    materials: [
      {
        name: 'stainless steel',
        pct: '97',
      },
      {
        name: 'aluminum',
        pct: '3',
      },
    ],
    model: 'PF-28',
    metals: {
      steel: {
        weightG: '1406.5',
        usPct: '0',
        ukPct: '0',
        meltPour: 'KR',
        millCert: 'Mill certificate on file',
      },
      aluminum: {
        weightG: '43.5',
        usPct: '0',
        ukPct: '0',
        primarySmelt: 'AU',
        secondarySmelt: 'N/A',
        cast: 'KR',
      },
      evidence: 'Bill of materials of the manufacturer',
    },
    pga: { fda_fcs: { status: 'data', data: { foodContact: true } } },
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
    externalId: 'WRENCH-ADJ-250',
    description: 'Adjustable wrench, chrome-vanadium steel, drop forged, 250 mm, hand-operated',
    brand: 'Maple Lane',
    uom: 'C62',
    htsCode: '8204.12.00.00',
    countryOfOrigin: 'TW',
    manufacturer: {
      name: 'Example Hand Tools Industrial Co., Ltd.',
      street: '88 Gongye 12th Road',
      city: 'Taichung',
      postalCode: '407',
      country: 'TW',
    },
    unitNetWeightG: '420',
    articleWeightG: '420',
    materials: [
      {
        name: 'alloy steel',
        pct: '100',
      },
    ],
    model: 'WA-250',
    metals: {
      steel: {
        weightG: '420',
        usPct: '0',
        ukPct: '0',
        meltPour: 'TW',
        millCert: 'Mill certificate on file',
      },
      evidence: 'Bill of materials of the manufacturer',
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
    externalId: 'MUG-PORCELAIN',
    description: 'Porcelain mug with handle, glazed, 350 ml, household tableware',
    brand: 'Maple Lane',
    uom: 'C62',
    htsCode: '6911.10.45.00',
    countryOfOrigin: 'JP',
    manufacturer: {
      name: 'Example Porcelain Works Co., Ltd.',
      street: '5-2 Toki-cho',
      city: 'Tajimi',
      region: 'Gifu',
      postalCode: '507-0033',
      country: 'JP',
    },
    unitNetWeightG: '340',
    articleWeightG: '340',
    materials: [
      {
        name: 'porcelain',
        pct: '100',
      },
    ],
    model: 'MP-350',
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
