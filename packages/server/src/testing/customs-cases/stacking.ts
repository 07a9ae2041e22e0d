import type { PlannedProduct } from '../../domain/rules/plan-inputs.ts'
import { usmca } from './treatment-case.ts'

/** Goods under several trade actions: "program heading status" of every line, in the order in which they are decided. */
export interface StackingCase {
  /** The sentence on stacking that is tested. */
  readonly clause: string
  readonly goods: PlannedProduct
  readonly lines: readonly string[]
}

export const stackingCases: readonly StackingCase[] = [
  {
    clause: 'stacking: base, 301 China and 301 forced labor add up',
    goods: { htsCode: '9503000073', countryOfOrigin: 'CN' },
    lines: ['SECTION_301_CHINA 9903.88.16 not_applied', 'SECTION_301_FORCED_LABOR 9903.05.31 needs_answer'],
  },
  {
    clause: 'stacking: 301 Brazil and 301 forced labor add up',
    goods: { htsCode: '6109100012', countryOfOrigin: 'BR' },
    lines: ['SECTION_301_BRAZIL 9903.05.01 applies', 'SECTION_301_FORCED_LABOR none needs_answer'],
  },
  {
    clause: 'stacking: 201 adds to 301 China and 301 forced labor',
    goods: { htsCode: '6810990020', countryOfOrigin: 'CN', isQuartzSurface: true },
    lines: [
      'SECTION_201_QUARTZ 9903.45.30 needs_answer',
      'SECTION_301_CHINA 9903.88.16 not_applied',
      'SECTION_301_CHINA 9903.88.03 applies',
      'SECTION_301_FORCED_LABOR 9903.05.31 needs_answer',
    ],
  },
  {
    clause: 'stacking: 338 (b)(3) adds to Section 232, which drops forced labor',
    goods: { htsCode: '9403608093', countryOfOrigin: 'CA', isCabinetOrVanity: true },
    lines: [
      'SECTION_232_WOOD 9903.76.03 applies',
      'SECTION_338_CANADA 9903.03.14 applies',
      'SECTION_301_FORCED_LABOR 9903.05.90 applies',
    ],
  },
  {
    clause: 'note 33(f)(1) and stacking: a confirmed automobile part drops metals and forced labor, not 301 China',
    goods: { htsCode: '8708103020', countryOfOrigin: 'CN', isVehiclePart: true, endUse: 'passenger_vehicle' },
    lines: [
      'SECTION_232_AUTOS 9903.94.05 applies',
      'SECTION_232_TRUCKS 9903.74.11 applies',
      'SECTION_232_METALS none not_applied',
      'SECTION_301_CHINA 9903.88.16 not_applied',
      'SECTION_301_CHINA 9903.88.03 applies',
      'SECTION_301_FORCED_LABOR 9903.05.90 applies',
    ],
  },
  {
    clause: 'note 38(h)(1): a confirmed truck part drops metals',
    goods: { htsCode: '8708295160', countryOfOrigin: 'VN', isVehiclePart: true, endUse: 'truck_bus' },
    lines: [
      'SECTION_232_AUTOS 9903.94.06 applies',
      'SECTION_232_TRUCKS 9903.74.08 applies',
      'SECTION_232_METALS none not_applied',
      'SECTION_301_FORCED_LABOR 9903.05.90 applies',
    ],
  },
  {
    clause:
      'note 39(a)(2): a semiconductor article drops the duty on automobile parts; 9903.05.86 is without condition',
    goods: {
      htsCode: '8473301180',
      countryOfOrigin: 'TW',
      isVehiclePart: true,
      semi: { tpp: '15000', dramGBs: '4600', endUse: 'other' },
    },
    lines: ['SECTION_232_SEMICONDUCTORS 9903.79.01 applies', 'SECTION_301_FORCED_LABOR 9903.05.86 applies'],
  },
  {
    clause: 'stacking: headings at 0% are carried',
    goods: { htsCode: '4011101010', countryOfOrigin: 'MX', preference: usmca },
    lines: ['SECTION_232_AUTOS 9903.94.06 applies', 'SECTION_301_FORCED_LABOR 9903.05.94 applies'],
  },
  {
    clause: 'stacking: Section 232 drops 301 Brazil and 301 forced labor',
    goods: { htsCode: '4407110042', countryOfOrigin: 'BR' },
    lines: [
      'SECTION_232_WOOD 9903.76.01 applies',
      'SECTION_301_BRAZIL none not_applied',
      'SECTION_301_FORCED_LABOR 9903.05.90 applies',
    ],
  },
]
