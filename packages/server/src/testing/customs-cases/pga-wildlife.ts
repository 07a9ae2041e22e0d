import { type AgencyCase, completeData, disclaimed } from './agency-case.ts'

/** Wildlife, the sea and what fields yield. */
export const wildlifeAndFieldCases: readonly AgencyCase[] = [
  {
    clause: '50 CFR 14; FW3: disclaim C or D only',
    given: 'a handbag disclaimed as not regulated',
    product: {
      htsCode: '4202213000',
      description: 'Handbag of reptile leather',
      pga: { fws: { ...disclaimed, flag: 'FW3' } },
    },
    programs: ['fws disclaimed may'],
    findings: ['REVIEW PGA-FWS INVALID_DATA pga.fws.disclaimCode'],
  },
  {
    clause: '50 CFR 216, 300',
    given: 'tuna fillets of which catch and permit are not known',
    product: {
      htsCode: '0304870000',
      description: 'Tuna fillets, frozen',
      pga: {
        fda_food: disclaimed,
        fws: disclaimed,
        nmfs: { status: 'data', data: { ...completeData('nmfs'), landing: {}, iftp: null } },
      },
    },
    programs: ['fda_food disclaimed may', 'fws disclaimed may', 'nmfs data may'],
    findings: ['BLOCK PGA-NMFS MISSING_DATA pga.nmfs.data.iftp', 'BLOCK PGA-NMFS MISSING_DATA pga.nmfs.data.landing'],
  },
  {
    clause: '50 CFR 216: fisheries without a comparability finding from 2026-01-01',
    given: 'tuna fillets the day before',
    product: {
      htsCode: '0304870000',
      description: 'Tuna fillets, frozen',
      pga: {
        fda_food: disclaimed,
        fws: disclaimed,
        nmfs: { status: 'data', data: { ...completeData('nmfs'), mmpaCoa: undefined } },
      },
    },
    day: '2025-12-31',
    programs: ['fda_food disclaimed may', 'fws disclaimed may', 'nmfs data may'],
    findings: ['INFO PGA-NMFS NOTICE pga.nmfs.status'],
  },
  {
    clause: 'P.L. 101-162 s.609',
    given: 'farmed shrimp',
    product: { htsCode: '0306170004', description: 'Shrimp, farmed, frozen', pga: { omc: { status: 'data' } } },
    programs: ['fda_food unknown may', 'fws unknown may', 'nmfs unknown may', 'omc data may'],
    findings: [
      'REVIEW PGA-FDA-FOOD QUESTION pga.fda_food.status',
      'REVIEW PGA-FWS QUESTION pga.fws.status',
      'REVIEW PGA-NMFS QUESTION pga.nmfs.status',
      'REVIEW PGA-OMC MISSING_DATA pga.omc.data.ds2031',
    ],
  },
  {
    clause: '7 CFR 205.273; 980',
    given: 'organic tomatoes with the inspection of the marketing order alone',
    product: {
      htsCode: '0702002002',
      description: 'Grape tomatoes, greenhouse, fresh',
      pga: { fda_food: disclaimed, aphis: disclaimed, ams: { status: 'data', data: { inspection: 'SC-6 2026-001' } } },
    },
    programs: ['ams data may', 'aphis disclaimed may', 'fda_food disclaimed may'],
    findings: ['REVIEW PGA-AMS MISSING_DATA pga.ams.data.nopCertificate'],
  },
  {
    clause: '7 CFR 205.273: any organic claim',
    given: 'honey whose description says organic, under a number that does not',
    product: {
      htsCode: '0409000010',
      description: 'Organic natural honey in jars',
      pga: { fda_food: disclaimed, aphis: disclaimed },
    },
    programs: ['ams unknown may', 'aphis disclaimed may', 'fda_food disclaimed may'],
    findings: ['REVIEW PGA-AMS QUESTION pga.ams.status'],
  },
  {
    clause: '7 CFR 205.273 from 2024-03-19',
    given: 'certified organic honey the day before',
    product: {
      htsCode: '0409000005',
      description: 'Natural honey in jars',
      pga: { fda_food: disclaimed, aphis: disclaimed },
    },
    day: '2024-03-18',
    programs: ['aphis disclaimed may', 'fda_food disclaimed may'],
    findings: [],
  },
]
