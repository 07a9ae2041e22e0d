import { describe, expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { schemaFaults } from '../../testing/contract-check.ts'
import { type CaseGoods, planProduct } from '../../testing/customs-cases/planned-case.ts'
import { dayOf, goodsOf } from '../../testing/customs-cases/unseen-case.ts'
import { unseenConsumer } from '../../testing/customs-cases/unseen-consumer.ts'
import { unseenFood } from '../../testing/customs-cases/unseen-food.ts'
import { unseenMetals } from '../../testing/customs-cases/unseen-metals.ts'
import { unseenOrigins } from '../../testing/customs-cases/unseen-origins.ts'
import { unseenStacking } from '../../testing/customs-cases/unseen-stacking.ts'
import { unseenVehicles } from '../../testing/customs-cases/unseen-vehicles.ts'

const pack = loadRulePack()
const cases = [
  ...unseenMetals,
  ...unseenVehicles,
  ...unseenFood,
  ...unseenConsumer,
  ...unseenOrigins,
  ...unseenStacking,
]

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

  it('loses each question and each wrong or missing fact with the example of its fix', () => {
    const open = validationMessages.filter(
      ({ code }) => code !== 'NOTICE' && code !== 'CHECK' && code !== 'NOT_ALLOWED',
    )
    for (const { ruleId, code, pointer, fix } of open) {
      const goods = withFact(goodsOf(unseen), pointer, fix.example)
      if (goods === null) continue
      const then = planProduct(pack, goods, { day: dayOf(unseen) }).planned.body.validationMessages
      const still = then.filter((other) => other.ruleId === ruleId && other.code === code && other.pointer === pointer)
      expect(still, `${ruleId} ${pointer} ${fix.example}`).toEqual([])
    }
  })

  it('is nowhere called compliant, and every finding is told in whole words', () => {
    expect(JSON.stringify(said.planned.body)).not.toMatch(/compliant/i)
    expect(validationMessages.filter(({ message }) => /[{}]|undefined|NaN| {2}/.test(message))).toEqual([])
  })
})

/** The goods with this fact as the example writes it; null where the contract wants another fact beside it first. */
function withFact(goods: CaseGoods, pointer: string, example: string): CaseGoods | null {
  const [, record = '', , ...path] = pointer.split('/')
  if (record !== 'products') return null
  const products = [example, parsed(example)].map((value) => withMember(goods.product, path, value))
  const product = products.find((candidate) => schemaFaults('ProductInput', candidate).length === 0)
  return product === undefined ? null : { ...goods, product }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

function withMember<Value extends object>(value: Value, path: readonly string[], member: unknown): Value {
  const [name = '', ...rest] = path
  const inner: unknown = Reflect.get(value, name)
  const next = typeof inner === 'object' && inner !== null ? inner : {}
  return Object.assign(structuredClone(value), { [name]: rest.length === 0 ? member : withMember(next, rest, member) })
}
