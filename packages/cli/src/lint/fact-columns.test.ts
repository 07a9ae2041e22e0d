import { expect, it } from 'vitest'
import { columnsOfFact, rankOfField } from './fact-columns.ts'

it.each([
  ['htsCode', ['htsCode']],
  ['metals.steel.usPct', ['metals.steel.usPct']],
  ['provenance.countryOfOrigin', ['provenance.countryOfOrigin.source']],
  ['pga.cpsc', ['pga.cpsc.status']],
  ['pga.cpsc.data.testLab', ['pga.cpsc.data.testLab']],
  ['preference', ['preference.program']],
  ['adcvd', ['adcvd.1.inScope', 'adcvd.1.case', 'adcvd.1.producer']],
  ['supplyChainTrace.0.evidence', ['supplyChainTrace.0.evidence']],
  [
    'manufacturer',
    [
      'manufacturer.name',
      'manufacturer.street',
      'manufacturer.city',
      'manufacturer.region',
      'manufacturer.postalCode',
      'manufacturer.country',
    ],
  ],
  ['ch99Codes', []],
])('%s is filled in under %j', (field, columns) => {
  expect(columnsOfFact(field, () => 1)).toEqual(columns)
})

it('materials have room for three', () => {
  expect(columnsOfFact('materials', () => 0)).toEqual([
    'materials.0.name',
    'materials.0.pct',
    'materials.1.name',
    'materials.1.pct',
    'materials.2.name',
    'materials.2.pct',
  ])
})

it('columns stand in the order of the contract, unknown ones last', () => {
  expect(rankOfField('externalId')).toBeLessThan(rankOfField('htsCode'))
  expect(rankOfField('htsCode')).toBeLessThan(rankOfField('pga.cpsc.status'))
  expect(rankOfField('nobody')).toBeGreaterThan(rankOfField('provenance'))
})
