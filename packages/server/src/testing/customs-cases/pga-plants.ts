import { type AgencyCase, disclaimed } from './agency-case.ts'

const spruce = { genus: 'Picea', species: 'glauca', harvestCountry: 'CA', qty: '12', unit: 'kg', pctRecycled: '0' }
const guitar = { htsCode: '9202902000', description: 'Acoustic guitar of spruce and maple' }

/** Meat, plants and wood. */
export const meatAndPlantCases: readonly AgencyCase[] = [
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
]
