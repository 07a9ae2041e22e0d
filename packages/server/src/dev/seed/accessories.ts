import type { ProductInput } from '@entrygo/sdk/contract'

/** Bags, footwear and eyewear. */
export const accessoriesProducts: readonly ProductInput[] = [
  {
    externalId: 'PACK-DAY-20',
    description: 'Day backpack, 20 litres, outer surface of woven polyester, two compartments',
    brand: 'Maple Lane',
    uom: 'C62',
    htsCode: '4202.92.31.20',
    countryOfOrigin: 'CN',
    manufacturer: {
      name: 'Example Bags (Quanzhou) Co., Ltd.',
      street: '18 Xinghua Road, Fengze District',
      city: 'Quanzhou',
      region: 'Fujian',
      postalCode: '362000',
      country: 'CN',
    },
    unitNetWeightG: '640',
    articleWeightG: '640',
    materials: [
      {
        name: 'polyester',
        pct: '92',
      },
      {
        name: 'polypropylene',
        pct: '8',
      },
    ],
    construction: 'woven',
    model: 'DP-20',
    supplyChainTrace: [
      {
        input: 'polyester fabric',
        country: 'TW',
        evidence: 'Mill invoice and transport record on file',
      },
      {
        input: 'zips and buckles',
        country: 'JP',
        evidence: 'Supplier declaration on file',
      },
      {
        input: 'cutting and sewing',
        country: 'CN',
        evidence: 'Production record and audit report on file',
      },
    ],
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
    externalId: 'BOOT-W-ANKLE',
    description: "Women's leather ankle boot, leather upper, rubber outer sole, not welt, covering the ankle",
    brand: 'Maple Lane',
    uom: 'PR',
    htsCode: '6403.91.90.45',
    countryOfOrigin: 'PT',
    manufacturer: {
      name: 'Calçado Exemplo, S.A.',
      street: 'Avenida do Sapateiro 9',
      city: 'Felgueiras',
      postalCode: '4610-001',
      country: 'PT',
    },
    unitNetWeightG: '980',
    articleWeightG: '980',
    materials: [
      {
        name: 'bovine leather upper',
        pct: '70',
      },
      {
        name: 'rubber outer sole',
        pct: '30',
      },
    ],
    gender: 'women',
    model: 'BW-77',
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
    externalId: 'SUNGLASSES-CLASSIC',
    description: 'Sunglasses, acetate frame, tinted plastic lenses, non-prescription',
    brand: 'Maple Lane',
    uom: 'C62',
    htsCode: '9004.10.00.00',
    countryOfOrigin: 'IT',
    manufacturer: {
      name: 'Occhiali Esempio S.r.l.',
      street: 'Via del Lago 21',
      city: 'Belluno',
      region: 'BL',
      postalCode: '32100',
      country: 'IT',
    },
    unitNetWeightG: '32',
    articleWeightG: '32',
    materials: [
      {
        name: 'cellulose acetate',
        pct: '75',
      },
      {
        name: 'polycarbonate',
        pct: '25',
      },
    ],
    model: 'SG-5',
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
