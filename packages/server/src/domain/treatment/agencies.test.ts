import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { type AgencySample, agencySamples } from '../../testing/agency-samples.ts'
import { inputsWithProduct } from '../../testing/complete-inputs.ts'
import { agencyCases } from '../../testing/customs-cases/pga.ts'
import { evaluateExport, evaluateOrders } from '../rules/evaluate.ts'
import { productFacts } from '../rules/facts.ts'
import { distinctFindings, type Finding } from '../rules/findings.ts'
import type { PlanInputs, PlannedProduct } from '../rules/plan-inputs.ts'
import { resolveRules } from '../rules/rule-pack.ts'

const pack = loadRulePack()
const today = '2026-11-21'

/** What the rules of partner agencies find, but for the clock of the shipment. */
function findings(inputs: PlanInputs, day = today): Finding[] {
  const rules = resolveRules(pack, day)
  const evaluations = evaluateOrders(inputs, rules)
  const ofOrders = evaluations.map((evaluation) => evaluation.findings)
  return distinctFindings([...ofOrders, evaluateExport(inputs, evaluations, rules)]).filter(
    ({ ruleId, field }) => ruleId.startsWith('PGA-') && field !== 'modeOfTransport',
  )
}

function programs(facts: Partial<PlannedProduct>, day = today): string[] {
  const { products } = inputsWithProduct(facts)
  const product = products['prod_1']
  if (product === undefined) throw new Error('The inputs have no product.')
  return productFacts(resolveRules(pack, day).law, 'prod_1', product)
    .treatment()
    .pga.map(({ treatment: { program, status, requirement } }) => `${program} ${status} ${requirement}`)
}

describe.each(agencyCases)('$given ($clause)', ({ product, day, ...expected }) => {
  // Goods say for themselves what they are declared to: nothing of the complete product is left.
  const goods = { pga: {}, ...product }

  it('are treated under the programs', () => {
    expect(programs(goods, day)).toEqual(expected.programs)
  })

  it('have the findings', () => {
    const found = findings(inputsWithProduct(goods), day).map(
      ({ severity, ruleId, code, field }) => `${severity} ${ruleId} ${code} ${field}`,
    )
    expect(found).toEqual(expected.findings)
  })
})

it('the cases are many and their goods stand in the tariff schedule', () => {
  expect(agencyCases.length).toBeGreaterThanOrEqual(30)
  const unknown = [...agencyCases.map(({ product }) => product), ...agencySamples].filter(
    ({ htsCode }) => !pack.reference.tariff.codes.includes(Number(htsCode)),
  )
  expect(unknown).toEqual([])
})

describe('prior notice of food', () => {
  it.each([
    ['truck', 'at least 2 hours before it arrives by road'],
    ['rail', 'at least 4 hours before it arrives by rail'],
    ['air', 'at least 4 hours before it arrives by air'],
    ['ocean', 'at least 8 hours before it arrives by water'],
    ['mail', 'before it is sent by mail'],
  ] as const)('by %s is confirmed %s (21 CFR 1.279)', (modeOfTransport, window) => {
    const inputs = { ...inputsWithProduct({ htsCode: '1702204070' }), shipment: { modeOfTransport } }
    const rules = resolveRules(pack, today)
    const [clock] = evaluateExport(inputs, evaluateOrders(inputs, rules), rules).filter(
      ({ ruleId }) => ruleId === 'PGA-FDA-FOOD',
    )
    expect(clock?.message).toBe(
      `Food is in the shipment. FDA must have confirmed the prior notice ${window}. It cannot be given earlier than 15 days before arrival, or 30 days with the entry: a plan made ahead never means that it is done.`,
    )
  })

  it('is not asked for food on an order that is left out', () => {
    const inputs = inputsWithProduct({ htsCode: '1702204070' })
    expect(evaluateExport(inputs, [], resolveRules(pack, today)).map(({ ruleId }) => ruleId)).not.toContain(
      'PGA-FDA-FOOD',
    )
  })
})

describe('whatever the goods', () => {
  const sample = fc.constantFrom(...agencySamples)
  const code = fc.constantFrom('A', 'B', 'C', 'D', undefined)
  const junk = fc.oneof(
    fc.constantFrom('', ' ', 'n/a', 'unknown', null, undefined, [], {}, [''], { name: '' }, [[]]),
    fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, 'TBD', '-', [null], { a: { b: null } }),
  )

  it('a tariff number alone never blocks', () => {
    const codes = pack.reference.tariff.codes
    fc.assert(
      fc.property(fc.nat({ max: codes.length - 1 }), fc.constantFrom(undefined, false), (index, childrenProduct) => {
        const htsCode = String(codes[index] ?? 0).padStart(10, '0')
        const facts = { htsCode, pga: {}, ...(childrenProduct === undefined ? {} : { childrenProduct }) }
        expect(findings(inputsWithProduct(facts)).map(({ severity }) => severity)).not.toContain('BLOCK')
      }),
      { numRuns: 300 },
    )
  })

  it('a disclaim never blocks', () => {
    fc.assert(
      fc.property(sample, code, fc.boolean(), ({ htsCode, program }, disclaimCode, childrenProduct) => {
        const declaration = { status: 'disclaimed', ...(disclaimCode === undefined ? {} : { disclaimCode }) } as const
        const found = findings(inputsWithProduct({ htsCode, childrenProduct, pga: { [program]: declaration } }))
        const ofProgram = found.filter(({ field }) => field.startsWith(`pga.${program}.`))
        expect(ofProgram.map(({ severity }) => severity)).not.toContain('BLOCK')
      }),
    )
  })

  it('a treatment says what was declared', () => {
    const status = fc.constantFrom('data', 'disclaimed', 'unknown')
    fc.assert(
      fc.property(sample, status, fc.boolean(), ({ htsCode, program, data }, declared, childrenProduct) => {
        const pga = { [program]: { status: declared, data: { ...data } } } as const
        expect(programs({ htsCode, childrenProduct, pga })).toContain(`${program} ${declared} may`)
      }),
    )
  })

  it.each(agencySamples)('$program without a field that it asks for is never ready', ({ program, htsCode, data }) => {
    for (const field of Object.keys(data)) {
      fc.assert(
        fc.property(junk, (value) => {
          const found = ofSample({ program, htsCode }, { ...data, [field]: value })
          expect(found.filter((severity) => severity !== 'INFO')).not.toEqual([])
        }),
      )
    }
  })

  it.each(agencySamples)('$program with its data asks for nothing', ({ program, htsCode, data }) => {
    expect(ofSample({ program, htsCode }, data)).toEqual(['INFO'])
  })

  it('data of any form is no reason to crash, and nothing is made of it', () => {
    fc.assert(
      fc.property(sample, fc.dictionary(fc.string(), fc.jsonValue()), fc.jsonValue(), (goods, data, materials) => {
        const found = ofSample(goods, { ...data, materials })
        expect(found.filter((severity) => severity !== 'INFO')).not.toEqual([])
      }),
    )
  })

  function ofSample(
    { program, htsCode }: Pick<AgencySample, 'program' | 'htsCode'>,
    data: Readonly<Record<string, unknown>>,
  ): string[] {
    const inputs = inputsWithProduct({ htsCode, pga: { [program]: { status: 'data', data: { ...data } } } })
    return findings(inputs)
      .filter(({ field }) => field.startsWith(`pga.${program}.`))
      .map(({ severity }) => severity)
  }
})
