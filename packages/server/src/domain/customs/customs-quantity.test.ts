import { describe, expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { customsQuantity, type MeasuredLine } from './customs-quantity.ts'
import { convertToHtsUnit } from './units.ts'

const { units } = loadRulePack().reference

describe('a conversion', () => {
  it.each([
    ['C62', 'No.', '24', '24'],
    ['EA', 'doz.', '24', '2'],
    ['DZN', 'No.', '2', '24'],
    ['DPR', 'prs.', '2', '24'],
    ['GRM', 'kg', '1500', '1.5'],
    ['LBR', 'kg', '10', '4.5359'],
    ['MTK', 'm2', '3.5', '3.5'],
    ['MTK', 'm²', '3.5', '3.5'],
    ['CMK', 'm2', '5000', '0.5'],
    ['FOT', 'm', '10', '3.048'],
    ['MLT', 'liters', '750', '0.75'],
    ['BLL', 'bbl', '3', '3'],
    ['CTM', 'g', '5', '1'],
  ])('of %s to %s takes %s to %s', (...[uom, unit, quantity, expected]) => {
    const found = customsQuantity(units, { quantity: Number(quantity), uom }, { index: 0, unit })
    expect(found).toEqual({ unit, quantity: expected, basis: 'converted' })
  })

  it('never makes pairs of pieces, kilograms of pieces or anything of an unknown unit', () => {
    const from = (uom: string): { quantity: bigint; uom: string } => ({ quantity: 20_000n, uom })
    expect(convertToHtsUnit(units, from('C62'), 'prs.')).toBeNull()
    expect(convertToHtsUnit(units, from('C62'), 'kg')).toBeNull()
    expect(convertToHtsUnit(units, from('KGM'), 'kg cmsc')).toBeNull()
    expect(convertToHtsUnit(units, from('SET'), 'No.')).toBeNull()
    expect(convertToHtsUnit(units, from('C62'), 'Jwls.')).toBeNull()
  })
})

describe('a customs quantity', () => {
  const line: MeasuredLine = { quantity: 24, uom: 'C62' }

  it('is what the owner states, before any conversion', () => {
    const found = customsQuantity(units, { ...line, customsQty2: '4.4' }, { index: 1, unit: 'kg' })
    expect(found).toEqual({ unit: 'kg', quantity: '4.4', basis: 'stated' })
  })

  it('of mass comes from the net weight of the line, else from the unit weight of the product', () => {
    const byLine = customsQuantity(units, { ...line, netWeightKg: '4.5' }, { index: 1, unit: 'g' })
    expect(byLine).toEqual({ unit: 'g', quantity: '4500', basis: 'weight' })
    const byProduct = customsQuantity(units, { ...line, unitNetWeightG: '180' }, { index: 1, unit: 'kg' })
    expect(byProduct).toEqual({ unit: 'kg', quantity: '4.32', basis: 'weight' })
  })

  it('is unknown rather than guessed', () => {
    expect(customsQuantity(units, line, { index: 0, unit: 'm2' })).toEqual({
      unit: 'm2',
      quantity: null,
      reason: 'not_convertible',
    })
    expect(customsQuantity(units, line, { index: 0, unit: 'Cu kg' })).toEqual({
      unit: 'Cu kg',
      quantity: null,
      reason: 'unknown_hts_unit',
    })
  })
})
