import { type AgencyCase, disclaimed } from './agency-case.ts'

/** Alcohol, arms, drugs under control. */
export const controlledCases: readonly AgencyCase[] = [
  {
    clause: '27 CFR 27',
    given: 'whisky without permit and label approval',
    product: {
      htsCode: '2208303030',
      description: 'Whisky, bottle of 0.7 litre',
      pga: { fda_food: disclaimed, ttb: { status: 'data', data: { foreignCert: 'Certificate of age', abv: '40' } } },
    },
    programs: ['fda_food disclaimed may', 'ttb data may'],
    findings: ['BLOCK PGA-TTB MISSING_DATA pga.ttb.data.colaId', 'BLOCK PGA-TTB MISSING_DATA pga.ttb.data.permit'],
  },
  {
    clause: '27 CFR 41: tobacco has no label approval',
    given: 'cigarettes with a permit',
    product: {
      htsCode: '2402208000',
      description: 'Cigarettes, paper-wrapped, carton',
      pga: { ttb: { status: 'data', data: { permit: 'TI-NY-1' } } },
    },
    programs: ['ttb data may'],
    findings: ['INFO PGA-TTB NOTICE pga.ttb.status'],
  },
  {
    clause: '27 CFR 27; TB3: disclaim A or C only',
    given: 'wine disclaimed on paper',
    product: {
      htsCode: '2204212000',
      description: 'Sparkling wine, bottle',
      pga: { fda_food: disclaimed, ttb: { status: 'disclaimed', disclaimCode: 'D', flag: 'TB3' } },
    },
    programs: ['fda_food disclaimed may', 'ttb disclaimed may'],
    findings: ['REVIEW PGA-TTB INVALID_DATA pga.ttb.disclaimCode'],
  },
  {
    clause: '27 CFR 478; 22 CFR 123',
    given: 'cartridges declared to ATF without Form 6',
    product: {
      htsCode: '9306210000',
      description: 'Shotgun cartridges, calibre 12',
      pga: { atf: { status: 'data', data: { form6: 'n/a' } } },
    },
    programs: ['atf data may', 'ddtc_ofac unknown may'],
    findings: ['BLOCK PGA-ATF MISSING_DATA pga.atf.data.form6', 'REVIEW PGA-DDTC/OFAC QUESTION pga.ddtc_ofac.status'],
  },
  {
    clause: '21 CFR 1312',
    given: 'caffeine, which no schedule controls, disclaimed',
    product: {
      htsCode: '2939300000',
      description: 'Caffeine, powder, drum',
      pga: { dea: disclaimed, fda_drug: disclaimed, epa_tsca: { status: 'data', data: { tscaCert: 'negative' } } },
    },
    programs: ['dea disclaimed may', 'epa_tsca data may', 'fda_drug disclaimed may'],
    findings: ['INFO PGA-EPA-TSCA NOTICE pga.epa_tsca.status'],
  },
  {
    clause: 'CATAIR: an agency flag that the table does not hold',
    given: 'a declaration to ATF with a flag',
    product: {
      htsCode: '9306210000',
      description: 'Shotgun cartridges, calibre 12',
      pga: { atf: { status: 'data', flag: 'AT1', data: { form6: '26-00123' } }, ddtc_ofac: disclaimed },
    },
    programs: ['atf data may', 'ddtc_ofac disclaimed may'],
    findings: ['REVIEW PGA-ATF CHECK pga.atf.flag', 'INFO PGA-ATF NOTICE pga.atf.status'],
  },
  {
    clause: 'Silence is not a disclaim',
    given: 'a book whose owner does not know whether it is food',
    product: {
      htsCode: '4901990093',
      description: 'Edible book of rice paper',
      pga: { fda_food: { status: 'unknown' } },
    },
    programs: ['fda_food unknown may'],
    findings: ['REVIEW PGA-FDA-FOOD QUESTION pga.fda_food.status'],
  },
]
