import { describe, expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { planProduct } from '../../testing/customs-cases/planned-case.ts'
import { dayOf, goodsOf } from '../../testing/customs-cases/unseen-case.ts'
import { unseenConsumer } from '../../testing/customs-cases/unseen-consumer.ts'
import { unseenFood } from '../../testing/customs-cases/unseen-food.ts'
import { unseenMetals } from '../../testing/customs-cases/unseen-metals.ts'
import { unseenOrigins } from '../../testing/customs-cases/unseen-origins.ts'
import { unseenVehicles } from '../../testing/customs-cases/unseen-vehicles.ts'

const pack = loadRulePack()
const cases = [...unseenMetals, ...unseenVehicles, ...unseenFood, ...unseenConsumer, ...unseenOrigins]

describe.each(cases)('$title', (unseen) => {
  const said = planProduct(pack, goodsOf(unseen), { day: dayOf(unseen) })
  const { validationMessages, missing_data } = said.planned.body

  it(`is planned as ${unseen.clause} has it`, () => {
    const asked = validationMessages.filter(({ severity }) => severity !== 'INFO')
    expect({
      readiness: said.readiness,
      actions: said.treatment.trade_actions.map(({ heading, status }) => `${heading ?? 'none'} ${status}`),
      findings: [...new Set(asked.map(({ severity, ruleId }) => `${severity} ${ruleId}`))],
    }).toEqual({ readiness: unseen.readiness, actions: unseen.actions, findings: unseen.findings })
  })

  it('has every gap of its findings among the missing data', () => {
    const gaps = validationMessages.filter(({ code }) => code === 'MISSING_DATA' || code === 'QUESTION')
    expect(new Set(missing_data.map(({ pointer }) => pointer))).toEqual(new Set(gaps.map(({ pointer }) => pointer)))
  })

  it('is never told to give another number or another origin than its own, unless its own is wrong', () => {
    const { htsCode } = said.treatment
    const confirmed = validationMessages.filter(
      ({ code, fix, ruleId }) =>
        (code === 'CHECK' || code === 'NOTICE') && fix.field === 'htsCode' && ruleId !== 'ENT-03',
    )
    expect(confirmed.filter(({ fix }) => fix.example !== htsCode)).toEqual([])
    const barred = validationMessages.filter(
      ({ code, fix }) => code === 'NOT_ALLOWED' && fix.field === 'countryOfOrigin',
    )
    expect(barred.filter(({ fix }) => pack.reference.countries.has(fix.example))).toEqual([])
  })

  it('is nowhere called compliant, and every finding is told in whole words', () => {
    expect(JSON.stringify(said.planned.body)).not.toMatch(/compliant/i)
    expect(validationMessages.filter(({ message }) => /[{}]|undefined|NaN| {2}/.test(message))).toEqual([])
  })
})
