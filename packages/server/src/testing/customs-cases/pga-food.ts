import { type AgencyCase, completeData, disclaimed } from './agency-case.ts'

const syrup = { htsCode: '1702204070', description: 'Maple syrup, amber, bottle' }

/** Food, drugs and what touches them. */
export const foodAndDrugCases: readonly AgencyCase[] = [
  {
    clause: '21 CFR 1.276-1.277',
    given: 'syrup that nobody declared',
    product: syrup,
    programs: ['fda_food unknown may'],
    findings: ['REVIEW PGA-FDA-FOOD QUESTION pga.fda_food.status'],
  },
  {
    clause: '21 CFR 1.281',
    given: 'declared syrup without a word of data',
    product: { ...syrup, pga: { fda_food: { status: 'data' } } },
    programs: ['fda_food data may'],
    findings: [
      'BLOCK PGA-FDA-FOOD MISSING_DATA pga.fda_food.data.fsvpDuns',
      'BLOCK PGA-FDA-FOOD MISSING_DATA pga.fda_food.data.intendedUse',
      'BLOCK PGA-FDA-FOOD MISSING_DATA pga.fda_food.data.manufacturerFFR',
      'BLOCK PGA-FDA-FOOD MISSING_DATA pga.fda_food.data.productCode',
      'BLOCK PGA-FDA-FOOD MISSING_DATA pga.fda_food.data.shipper',
    ],
  },
  {
    clause: '21 CFR 1.281: the grower in the place of the manufacturer',
    given: 'syrup of a grower',
    product: {
      ...syrup,
      pga: {
        fda_food: {
          status: 'data',
          data: { ...completeData('fda_food'), manufacturerFFR: '', grower: { name: 'Farm' } },
        },
      },
    },
    programs: ['fda_food data may'],
    findings: ['INFO PGA-FDA-FOOD NOTICE pga.fda_food.status'],
  },
  {
    clause: '21 CFR 1.509',
    given: 'syrup without the importer of the supplier verification programme',
    product: { ...syrup, pga: { fda_food: { status: 'data', data: { ...completeData('fda_food'), fsvpDuns: ' ' } } } },
    programs: ['fda_food data may'],
    findings: ['BLOCK PGA-FDA-FOOD MISSING_DATA pga.fda_food.data.fsvpDuns'],
  },
  {
    clause: '21 CFR 1.276-1.277: food for animals is food',
    given: 'dog food',
    product: { htsCode: '2309100010', description: 'Dog food with chicken, canned' },
    programs: ['fda_food unknown may'],
    findings: ['REVIEW PGA-FDA-FOOD QUESTION pga.fda_food.status'],
  },
  {
    clause: 'FDCA 801(m); flag FD4: required',
    given: 'syrup under a flag that requires data, disclaimed',
    product: { ...syrup, pga: { fda_food: { ...disclaimed, flag: 'FD4' } } },
    programs: ['fda_food disclaimed must'],
    findings: ['REVIEW PGA-FDA-FOOD INVALID_DATA pga.fda_food.disclaimCode'],
  },
  {
    clause: 'FDCA 801(a); MoCRA',
    given: 'a cream without its listing',
    product: {
      htsCode: '3304995000',
      description: 'Hand cream with shea butter',
      pga: {
        fda_cos: { status: 'data', data: { productCode: '53EK05', manufacturer: { name: 'Example Care Ltd.' } } },
      },
    },
    programs: ['fda_cos data may'],
    findings: ['REVIEW PGA-FDA-COS MISSING_DATA pga.fda_cos.data.mocraListing'],
  },
  {
    clause: '21 USC 381: registration and listing',
    given: 'a drug with its application alone',
    product: {
      htsCode: '3004909201',
      description: 'Skin patch for animals, retail',
      pga: { fda_drug: { status: 'data', data: { application: 'ANADA 012345' } }, dea: disclaimed },
    },
    programs: ['dea disclaimed may', 'fda_drug data may'],
    findings: [
      'BLOCK PGA-FDA-DRUG MISSING_DATA pga.fda_drug.data.dls',
      'BLOCK PGA-FDA-DRUG MISSING_DATA pga.fda_drug.data.reg',
    ],
  },
  {
    clause: '21 CFR 807; 21 CFR 1005',
    given: 'a tomograph, which is a device that emits radiation',
    product: { htsCode: '9022120000', description: 'Computed tomography apparatus, whole body' },
    programs: ['fda_dev unknown may', 'fda_rad unknown may'],
    findings: ['REVIEW PGA-FDA-DEV QUESTION pga.fda_dev.status', 'REVIEW PGA-FDA-RAD QUESTION pga.fda_rad.status'],
  },
  {
    clause: '21 CFR 1005: Form 2877 in the place of the accession number',
    given: 'a television receiver with its declaration',
    product: {
      htsCode: '8528720800',
      description: 'Television receiver, 40 inch',
      pga: { fda_rad: { status: 'data', data: { '2877Declaration': true } }, fcc: disclaimed },
    },
    programs: ['fcc disclaimed may', 'fda_rad data may'],
    findings: ['INFO PGA-FDA-RAD NOTICE pga.fda_rad.status'],
  },
  {
    clause: 'FDCA 801(a): ware that touches food',
    given: 'a teakettle said not to be regulated',
    product: { htsCode: '7323930015', description: 'Teakettle of steel, decoration', pga: { fda_fcs: disclaimed } },
    programs: ['fda_fcs disclaimed may'],
    findings: [],
  },
]
