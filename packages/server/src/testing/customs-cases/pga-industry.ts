import { type AgencyCase, completeData, disclaimed } from './agency-case.ts'

const toy = { htsCode: '9503000013', description: 'Inflatable ball, ages 3 to 12' }

/** Chemicals, machines, consumer goods. */
export const industryCases: readonly AgencyCase[] = [
  {
    clause: '19 CFR 12.121; 40 CFR 707',
    given: 'glycol with a certification that says nothing',
    product: {
      htsCode: '2905310000',
      description: 'Ethylene glycol, drum',
      pga: { epa_tsca: { status: 'data', data: { tscaCert: 'unknown' } } },
    },
    programs: ['epa_tsca data may'],
    findings: ['REVIEW PGA-EPA-TSCA MISSING_DATA pga.epa_tsca.data.tscaCert'],
  },
  {
    clause: 'FIFRA 17(c); 19 CFR 12.112: devices with pest claims',
    given: 'an ultraviolet lamp',
    product: { htsCode: '8539490040', description: 'Ultraviolet lamp, 15 watt', pga: { fcc: disclaimed } },
    programs: ['epa_pest unknown may', 'fcc disclaimed may'],
    findings: ['REVIEW PGA-EPA-PEST QUESTION pga.epa_pest.status'],
  },
  {
    clause: '40 CFR 1068; 49 CFR 591; 16 CFR 1110',
    given: 'an all-terrain vehicle',
    product: { htsCode: '8703210110', description: 'All-terrain vehicle with straddle seat' },
    programs: ['cpsc unknown may', 'epa_vne unknown may', 'nhtsa unknown may'],
    findings: [
      'REVIEW PGA-CPSC QUESTION pga.cpsc.status',
      'REVIEW PGA-EPA-VNE QUESTION pga.epa_vne.status',
      'REVIEW PGA-NHTSA QUESTION pga.nhtsa.status',
    ],
  },
  {
    clause: '40 CFR 84; EH1: disclaim A only',
    given: 'an air conditioner disclaimed with B',
    product: {
      htsCode: '8415103040',
      description: 'Room air conditioner, window',
      pga: { epa_ods_hfc: { status: 'disclaimed', disclaimCode: 'B', flag: 'EH1' }, fcc: disclaimed },
    },
    programs: ['epa_ods_hfc disclaimed may', 'fcc disclaimed may'],
    findings: ['REVIEW PGA-EPA-ODS/HFC INVALID_DATA pga.epa_ods_hfc.disclaimCode'],
  },
  {
    clause: '16 CFR 1110: seven elements and the product',
    given: 'a toy whose certificate lacks the citations',
    product: {
      ...toy,
      pga: { cpsc: { status: 'data', data: { ...completeData('cpsc'), citations: [''] } }, fcc: disclaimed },
    },
    programs: ['cpsc data may', 'fcc disclaimed may'],
    findings: ['BLOCK PGA-CPSC MISSING_DATA pga.cpsc.data.citations'],
  },
  {
    clause: '16 CFR 1110: a reference to the registry',
    given: 'a toy with certifier, product and version',
    product: {
      ...toy,
      childrenProduct: true,
      pga: {
        cpsc: { status: 'data', data: { certifierId: 'C-1001', productId: 'BUILD-73', version: 1 } },
        fcc: disclaimed,
      },
    },
    programs: ['cpsc data may', 'fcc disclaimed may'],
    findings: ['INFO PGA-CPSC NOTICE pga.cpsc.status'],
  },
  {
    clause: '16 CFR 1110 from 2026-07-08',
    given: 'a toy the day before',
    product: { ...toy, childrenProduct: true, pga: { fcc: disclaimed } },
    day: '2026-07-07',
    programs: ['fcc disclaimed may'],
    findings: [],
  },
  {
    clause: "16 CFR 1110: a children's product, whatever its number",
    given: "a children's book with a reference that lacks its version",
    product: {
      htsCode: '4901990093',
      description: 'Picture book for children, hardcover',
      childrenProduct: true,
      pga: { cpsc: { status: 'unknown', data: { certifierId: 'C-1001', productId: 'BOOK-1' } } },
    },
    programs: ['cpsc unknown may'],
    findings: ['BLOCK PGA-CPSC MISSING_DATA pga.cpsc.data.version'],
  },
  {
    clause: "16 CFR 1110: a children's product whose data stands beside an open status",
    given: 'a toy with all of its data',
    product: {
      ...toy,
      childrenProduct: true,
      pga: { cpsc: { status: 'unknown', data: completeData('cpsc') }, fcc: disclaimed },
    },
    programs: ['cpsc unknown may', 'fcc disclaimed may'],
    findings: ['REVIEW PGA-CPSC QUESTION pga.cpsc.status'],
  },
  {
    clause: '47 CFR 2.1201-2.1204: nothing is filed',
    given: 'a network switch',
    product: { htsCode: '8517620020', description: 'Network switch, 24 ports' },
    programs: ['fcc unknown may'],
    findings: ['INFO PGA-FCC NOTICE pga.fcc.status'],
  },
  {
    clause: '49 CFR 591',
    given: 'tires without the code of their maker',
    product: {
      htsCode: '4011101010',
      description: 'Car tire, radial, 13 inch',
      pga: { nhtsa: { status: 'data', flag: 'DT2', data: { box: '2A', dotCode: {} } } },
    },
    programs: ['nhtsa data must'],
    findings: ['REVIEW PGA-NHTSA MISSING_DATA pga.nhtsa.data.dotCode'],
  },
]
