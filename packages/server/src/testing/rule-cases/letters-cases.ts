import type { PlannedOrder } from '../../domain/rules/plan-inputs.ts'
import {
  completeInputs,
  completeOrder,
  inputsWithLine,
  inputsWithOrder,
  inputsWithProduct,
} from '../complete-inputs.ts'
import { type ActingCase, lineAt, orderAt, productAt, type QuietCase } from './rule-case.ts'

/** 19 CFR 141.86(d): the invoice is in English, and what the PDF shows as code points nobody reads. */
export const lettersActing: readonly ActingCase[] = [
  [
    'INV-13',
    'a product named in Chinese and Japanese, made in Korea',
    inputsWithProduct({
      description: '男士针织棉 T 恤 of cotton',
      brand: '例',
      model: 'Tシャツ',
      sku: 'Ａ1',
      metals: { evidence: 'מפעל' },
      manufacturer: {
        name: '예시',
        street: '1 길',
        city: '서울',
        region: '구',
        postalCode: '〒1',
        country: 'KR',
        mid: '码',
      },
    }),
    ['brand', 'description', 'manufacturer/city', 'manufacturer/mid', 'manufacturer/name', 'manufacturer/postalCode']
      .concat(['manufacturer/region', 'manufacturer/street', 'metals/evidence', 'model', 'sku'])
      .map((fact) => `INFO NOTICE ${productAt}/${fact}`),
  ],
  [
    'INV-13',
    'an external id instead of a SKU',
    inputsWithProduct({ externalId: '本子' }),
    [`INFO NOTICE ${productAt}/sku`],
  ],
  [
    'INV-13',
    'a line with a lot and a maker of its own',
    inputsWithLine({
      lotOrSerial: '批号 7',
      manufacturer: { name: '工厂', street: '1 Example Road', city: 'Montreal', country: 'CA' },
    }),
    [`INFO NOTICE ${lineAt}/lotOrSerial`, `INFO NOTICE ${lineAt}/manufacturer/name`],
  ],
  [
    'INV-13',
    'the names and addresses of an order in Arabic and Thai',
    inputsWithOrder({
      seller: { ...completeOrder.seller, name: 'شركة' },
      buyer: { name: 'Example', street: 'ถนน 5', city: 'กรุงเทพ', country: 'TH', contact: 'ฝ่าย' },
      consignee: { name: 'الشركة', street: '1 Road', city: 'Buffalo', country: 'US' },
    }),
    ['buyer/city', 'buyer/contact', 'buyer/street', 'consignee/name', 'seller/name'].map(
      (fact) => `INFO NOTICE ${orderAt}/${fact}`,
    ),
  ],
  [
    'INV-13',
    'numbers, assists and packages of an order in Chinese',
    inputsWithOrder({
      externalId: '订单 1',
      invoice: { number: '发票 1', responsibleIndividual: '出口部' },
      assists: [{ type: '模具', amountUsd: 10 }],
      packages: [
        {
          ...{ id: '箱1', type: '纸箱', marks: '唛头', grossKg: '2.5', netKg: '2.16' },
          contents: [{ lineId: '1', quantity: 12 }],
        },
      ],
    }),
    ['assists/0/type', 'externalId', 'invoice/number', 'invoice/responsibleIndividual', 'packages/0/id']
      .concat(['packages/0/marks', 'packages/0/type'])
      .map((fact) => `INFO NOTICE ${orderAt}/${fact}`),
  ],
  [
    'INV-13',
    'what the profile says for a silent order',
    {
      ...completeInputs,
      orders: { ord_1: silentOrder() },
      profile: {
        ...completeInputs.profile,
        seller: { name: '出口商', street: '1 Road', city: 'Toronto', country: 'CA' },
        invoice: { responsibleIndividual: '出口部' },
        orderDefaults: { assists: [{ type: '模具', amountUsd: 10 }] },
      },
    },
    ['invoice/responsibleIndividual', 'orderDefaults/assists/0/type', 'seller/name'].map(
      (fact) => `INFO NOTICE /profile/${fact}`,
    ),
  ],
  [
    'INV-13',
    'importer, bond, warehouse, broker and load in Japanese',
    {
      ...completeInputs,
      profile: {
        importer: { ...completeInputs.profile.importer, name: '輸入者', email: '輸入@example.com' },
        bond: { type: 'continuous', number: '保証 1' },
      },
      warehouse: { ...completeInputs.warehouse, address: { name: '倉庫', city: '東京', country: 'JP' } },
      broker: { poaOnFile: true, address: { name: '通関業者', street: '通り 1' } },
      shipment: { ...completeInputs.shipment, proBill: '送り状 1' },
    },
    ['/broker/address/name', '/broker/address/street', '/profile/bond/number', '/profile/importer/email']
      .concat(['/profile/importer/name', '/shipment/proBill', '/warehouse/address/city', '/warehouse/address/name'])
      .map((pointer) => `INFO NOTICE ${pointer}`),
  ],
  [
    'INV-13',
    'a broker whose name stands above its address',
    { ...completeInputs, broker: { poaOnFile: true, name: '通関', address: { name: '別名' } } },
    ['INFO NOTICE /broker/name'],
  ],
]

export const lettersQuiet: readonly QuietCase[] = [
  [
    'INV-13',
    'letters with accents, of Greek, Cyrillic, Armenian and Georgian, and common signs',
    inputsWithProduct({
      description: 'Größe “M” – Łódź, Τετράδιο, Тетрадь, Տետր, რვეული, 20 °C ± 2 ½ €',
      brand: 'Cafe\u0301\u00a0№ 1',
    }),
  ],
  [
    'INV-13',
    'materials, which the invoice does not show',
    inputsWithProduct({ materials: [{ name: '棉', pct: '100' }] }),
  ],
  [
    'INV-13',
    'a product whose SKU is shown instead of its external id',
    inputsWithProduct({ externalId: '本子', sku: 'NB-A5' }),
  ],
  [
    'INV-13',
    'a seller of the profile where the order has its own',
    {
      ...completeInputs,
      profile: { ...completeInputs.profile, seller: { name: '出口商', street: '1', city: 'A', country: 'CA' } },
    },
  ],
]

function silentOrder(): PlannedOrder {
  const { seller: _seller, invoice: _invoice, assists: _assists, ...rest } = completeOrder
  return rest
}
