import type { PlannedProduct } from '../../domain/rules/plan-inputs.ts'
import { agencySamples } from '../agency-samples.ts'

/** Goods, the clause that speaks of them, and all that the programs of partner agencies say. */
export interface AgencyCase {
  readonly clause: string
  readonly given: string
  readonly product: Partial<PlannedProduct>
  /** The entry date, where it is not 2026-11-21. */
  readonly day?: string
  /** "program status requirement", by name. */
  readonly programs: readonly string[]
  /** "severity rule code field", worst first. */
  readonly findings: readonly string[]
}

const sample = (program: string): Record<string, unknown> => ({
  ...agencySamples.find((candidate) => candidate.program === program)?.data,
})

const disclaimed = { status: 'disclaimed', disclaimCode: 'A' } as const
const spruce = { genus: 'Picea', species: 'glauca', harvestCountry: 'CA', qty: '12', unit: 'kg', pctRecycled: '0' }
const syrup = { htsCode: '1702204070', description: 'Maple syrup, amber, bottle' }
const toy = { htsCode: '9503000013', description: 'Inflatable ball, ages 3 to 12' }
const guitar = { htsCode: '9202902000', description: 'Acoustic guitar of spruce and maple' }

/** Food, drugs and what touches them. */
const foodAndDrug: readonly AgencyCase[] = [
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
        fda_food: { status: 'data', data: { ...sample('fda_food'), manufacturerFFR: '', grower: { name: 'Farm' } } },
      },
    },
    programs: ['fda_food data may'],
    findings: ['INFO PGA-FDA-FOOD NOTICE pga.fda_food.status'],
  },
  {
    clause: '21 CFR 1.509',
    given: 'syrup without the importer of the supplier verification programme',
    product: { ...syrup, pga: { fda_food: { status: 'data', data: { ...sample('fda_food'), fsvpDuns: ' ' } } } },
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

/** Animals, plants and the sea. */
const animalsAndPlants: readonly AgencyCase[] = [
  {
    clause: '9 CFR 327',
    given: 'sausages declared as meat without the foreign certificate',
    product: {
      htsCode: '1601002090',
      description: 'Pork sausages, chilled',
      pga: { fda_food: disclaimed, fsis: { status: 'data', data: { establishment: 'EST 123', iHouse: 'I-123' } } },
    },
    programs: ['fda_food disclaimed may', 'fsis data may'],
    findings: ['BLOCK PGA-FSIS MISSING_DATA pga.fsis.data.certificate'],
  },
  {
    clause: '7 CFR 319; 16 USC 3372(f)',
    given: 'rough pine lumber',
    product: { htsCode: '4407110042', description: 'Lumber of eastern white pine, rough' },
    programs: ['aphis unknown may', 'lacey unknown may'],
    findings: ['REVIEW PGA-APHIS QUESTION pga.aphis.status', 'REVIEW PGA-LACEY QUESTION pga.lacey.status'],
  },
  {
    clause: '40 CFR 770; 16 USC 3372(f)',
    given: 'a kitchen cabinet of particle board',
    product: { htsCode: '9403409060', description: 'Kitchen wall cabinet of particle board' },
    programs: ['epa_wood unknown may', 'lacey unknown may'],
    findings: ['REVIEW PGA-EPA-WOOD QUESTION pga.epa_wood.status', 'REVIEW PGA-LACEY QUESTION pga.lacey.status'],
  },
  {
    clause: '16 USC 3372(f): every plant material',
    given: 'a guitar of two woods, the second without species and share of recycled material',
    product: {
      ...guitar,
      pga: {
        lacey: {
          status: 'data',
          data: { materials: [spruce, { genus: 'Acer', harvestCountry: ['CA', 'US'], qty: 3.5, unit: 'kg' }] },
        },
      },
    },
    programs: ['lacey data may'],
    findings: [
      'REVIEW PGA-LACEY MISSING_DATA pga.lacey.data.materials.1.pctRecycled',
      'REVIEW PGA-LACEY MISSING_DATA pga.lacey.data.materials.1.species',
    ],
  },
  {
    clause: '16 USC 3372(f): what holds for every material stands once',
    given: 'a guitar of two woods of one country',
    product: {
      ...guitar,
      pga: {
        lacey: {
          status: 'data',
          data: {
            ...{ harvestCountry: 'CA', unit: 'kg', pctRecycled: '0' },
            materials: [
              { genus: 'Picea', species: 'glauca', qty: '1.2' },
              { genus: 'Acer', species: 'saccharum', qty: '2' },
            ],
          },
        },
      },
    },
    programs: ['lacey data may'],
    findings: ['INFO PGA-LACEY NOTICE pga.lacey.status'],
  },
  {
    clause: '16 USC 3372(f): at most 5 % and 2.9 kg',
    given: 'a guitar with more plant material than that',
    product: { ...guitar, pga: { lacey: { status: 'unknown', data: { plantPct: '5.0001', plantKgInEntry: '2.9' } } } },
    programs: ['lacey unknown may'],
    findings: ['REVIEW PGA-LACEY QUESTION pga.lacey.status'],
  },
  {
    clause: '16 USC 3372(f): at most 5 % and 2.9 kg',
    given: 'a guitar whose share of plant material is small and whose weight is not known',
    product: { ...guitar, pga: { lacey: { status: 'unknown', data: { plantPct: '1' } } } },
    programs: ['lacey unknown may'],
    findings: ['REVIEW PGA-LACEY QUESTION pga.lacey.status'],
  },
  {
    clause: '16 USC 3372(f): composite material',
    given: 'a cabinet of composite boards alone',
    product: {
      htsCode: '9403409060',
      description: 'Kitchen wall cabinet of particle board',
      pga: {
        lacey: { status: 'data', data: { isComposite: true } },
        epa_wood: { status: 'data', data: { titleVI: 'TSCA Title VI, certifier TPC-1' } },
      },
    },
    programs: ['epa_wood data may', 'lacey data may'],
    findings: ['INFO PGA-EPA-WOOD NOTICE pga.epa_wood.status', 'INFO PGA-LACEY NOTICE pga.lacey.status'],
  },
  {
    clause: '16 USC 3372(f); Phase VII from 2024-12-01',
    given: 'a crib of bamboo the day before',
    product: { htsCode: '9403820001', description: 'Crib of bamboo with slats' },
    day: '2024-11-30',
    programs: [],
    findings: [],
  },
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
        nmfs: { status: 'data', data: { ...sample('nmfs'), landing: {}, iftp: null } },
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
        nmfs: { status: 'data', data: { ...sample('nmfs'), mmpaCoa: undefined } },
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

/** Chemicals, machines, consumer goods. */
const industry: readonly AgencyCase[] = [
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
      pga: { cpsc: { status: 'data', data: { ...sample('cpsc'), citations: [''] } }, fcc: disclaimed },
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
      pga: { cpsc: { status: 'unknown', data: sample('cpsc') }, fcc: disclaimed },
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

/** Alcohol, arms, drugs under control. */
const controlled: readonly AgencyCase[] = [
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

export const agencyCases: readonly AgencyCase[] = [...foodAndDrug, ...animalsAndPlants, ...industry, ...controlled]
