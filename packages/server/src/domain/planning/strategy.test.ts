import { describe, expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { aLine, anOrder, aProduct, aProfile, aUsParty, testAsOf } from '../../testing/builders.ts'
import { plannedRequest, planningRecords, type SetUp } from '../../testing/planning-records.ts'
import type { PlanBody } from '../records.ts'
import { planExport } from './plan-export.ts'

const pack = loadRulePack()
const adCvdProduct = aProduct({ externalId: 'p2', adcvd: [{ case: 'A-122-857' }, { case: 'C-122-858' }] })
const elsewhere = { destinationCountry: 'CA' }
const manyPieces = [aLine('prod_1', { quantity: 1_000 })]

describe('the hint is the first whose condition holds, and the reasons are all that hold', () => {
  it('HOLD before everything: nothing is left', () => {
    const { strategy } = plan({
      orders: [anOrder('prod_1', elsewhere), anOrder('prod_1', { ...elsewhere, externalId: 'o2' })],
    })
    expect(strategy).toEqual({
      hint: 'HOLD',
      reasons: ['All 2 orders are blocked; none is left that could be entered.'],
    })
  })

  it('SPLIT before the entry type', () => {
    const { strategy } = plan({
      products: [aProduct(), adCvdProduct],
      orders: [
        anOrder('prod_1', { items: manyPieces }),
        anOrder('prod_2', { externalId: 'o2', consignee: aUsParty({ name: 'Example Books Inc.' }) }),
        anOrder('prod_1', { ...elsewhere, externalId: 'o3' }),
      ],
    })
    expect(strategy).toEqual({
      hint: 'SPLIT',
      reasons: [
        '1 blocked order is left out; the rest goes on.',
        'Goods may be under an antidumping or countervailing duty order (A-122-857, C-122-858): they are entered as type 03, never informally.',
        'The shipment of 6400.00 USD is over 2,500.00 USD: formal entry, with a bond.',
        'One importer of record, Example Importer Inc., enters for 2 consignees.',
      ],
    })
  })

  it('FORMAL_03 before the value', () => {
    const { strategy } = plan({ products: [adCvdProduct] })
    expect(strategy.hint).toBe('FORMAL_03')
    expect(strategy.reasons[0]).toContain('(A-122-857, C-122-858)')
  })

  it('FORMAL_03 where the shipment asks for it', () => {
    expect(plan({}, '03').strategy).toEqual({
      hint: 'FORMAL_03',
      reasons: [
        'The shipment asks for entry type 03.',
        'The shipment of 150.00 USD is within 2,500.00 USD, but another entry type than 11 is asked for.',
      ],
    })
  })

  it('INFORMAL_11 for many consignees of one small shipment', () => {
    const { strategy } = plan({
      orders: [
        anOrder('prod_1'),
        anOrder('prod_1', { externalId: 'o2', consignee: aUsParty({ street: '1 Elm Street' }) }),
      ],
    })
    expect(strategy).toEqual({
      hint: 'INFORMAL_11',
      reasons: [
        'The shipment of 300.00 USD is within 2,500.00 USD and the importer is a US importer.',
        'One importer of record, Example Importer Inc., enters for 2 consignees.',
      ],
    })
  })

  it.each([
    [
      'the value',
      { orders: [anOrder('prod_1', { items: manyPieces })] },
      'over 2,500.00 USD: formal entry, with a bond.',
    ],
    ['a foreign importer', importedBy(false), 'but the importer is not a US importer: formal entry.'],
    [
      'an importer of unknown residence',
      importedBy(undefined),
      'but nothing says whether the importer is a US importer.',
    ],
  ] satisfies [string, SetUp, string][])('FORMAL_01_CONSOLIDATED for %s', (_, setUp, reason) => {
    const { strategy } = plan(setUp)
    expect(strategy.hint).toBe('FORMAL_01_CONSOLIDATED')
    expect(strategy.reasons.join()).toContain(reason)
  })
})

it.each(['86', '321'] as const)('duty-free entry %s is refused and never planned', (wish) => {
  const { strategy, export_units } = plan({}, wish)
  expect(strategy.hint).toBe('HOLD')
  expect(export_units.map(({ entry_type }) => entry_type)).toEqual(['01'])
})

it('a case that the owner answered as out of scope is not named, and does not make the entry formal', () => {
  const { strategy } = plan({ products: [aProduct({ adcvd: [{ case: 'A-122-857', inScope: false }] })] })
  expect(strategy.hint).toBe('INFORMAL_11')
})

function plan(setUp: SetUp, entryType?: '03' | '86' | '321'): PlanBody {
  const records = planningRecords(setUp)
  const request = plannedRequest(records, { shipment: entryType === undefined ? {} : { entryType } })
  return planExport(records, request, { asOf: testAsOf, pack }).body
}

function importedBy(isUsIor: boolean | undefined): SetUp {
  const importer = { ...aUsParty(), iorNumber: '12-3456789XX', ...(isUsIor === undefined ? {} : { isUsIor }) }
  return { profile: aProfile({ importer }) }
}
