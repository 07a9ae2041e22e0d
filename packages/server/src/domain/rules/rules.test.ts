import { describe, expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import {
  completeInputs,
  inputsWithLine,
  inputsWithOrder,
  inputsWithProduct,
  inputsWithProfile,
} from '../../testing/complete-inputs.ts'
import { entryActing, entryQuiet } from '../../testing/rule-cases/entry-cases.ts'
import { invoiceActing, invoiceQuiet } from '../../testing/rule-cases/invoice-cases.ts'
import { invoiceLineActing, invoiceLineQuiet } from '../../testing/rule-cases/invoice-line-cases.ts'
import { lettersActing, lettersQuiet } from '../../testing/rule-cases/letters-cases.ts'
import { metalsActing, metalsQuiet } from '../../testing/rule-cases/metals-cases.ts'
import { originActing, originQuiet } from '../../testing/rule-cases/origin-cases.ts'
import { partyActing, partyQuiet } from '../../testing/rule-cases/party-cases.ts'
import { pgaActing, pgaQuiet } from '../../testing/rule-cases/pga-cases.ts'
import { section232Acting, section232Quiet } from '../../testing/rule-cases/section-232-cases.ts'
import { tradeActionActing, tradeActionQuiet } from '../../testing/rule-cases/trade-action-cases.ts'
import { transportActing, transportQuiet } from '../../testing/rule-cases/transport-cases.ts'
import { evaluateExport, evaluateOrders } from './evaluate.ts'
import { distinctFindings, type Finding } from './findings.ts'
import type { PlanInputs } from './plan-inputs.ts'
import { resolveRules } from './rule-pack.ts'

const pack = loadRulePack()
const acting = [
  ...invoiceLineActing,
  ...invoiceActing,
  ...lettersActing,
  ...entryActing,
  ...metalsActing,
  ...originActing,
  ...pgaActing,
  ...partyActing,
  ...section232Acting,
  ...tradeActionActing,
  ...transportActing,
]
const quiet = [
  ...invoiceLineQuiet,
  ...invoiceQuiet,
  ...lettersQuiet,
  ...entryQuiet,
  ...metalsQuiet,
  ...originQuiet,
  ...pgaQuiet,
  ...partyQuiet,
  ...section232Quiet,
  ...tradeActionQuiet,
  ...transportQuiet,
]

/** Everything the rules find on all orders and on the export of all of them, at 2026-11-21. */
function findings(inputs: PlanInputs, lawDate = '2026-11-21'): Finding[] {
  const rules = resolveRules(pack, lawDate)
  const evaluations = evaluateOrders(inputs, rules)
  return distinctFindings([
    ...evaluations.map((evaluation) => evaluation.findings),
    evaluateExport(inputs, evaluations, rules),
  ])
}

/** "severity code pointer" of each finding of one rule. */
function found(ruleId: string, inputs: PlanInputs, lawDate?: string): string[] {
  return findings(inputs, lawDate)
    .filter((finding) => finding.ruleId === ruleId)
    .map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`)
}

const product = '/products/prod_1'
const large = { quantity: 1000 }

describe('complete facts', () => {
  it('leave notes, and what the pack cannot confirm of trade actions on goods of Canada', () => {
    expect(findings(completeInputs).map(({ ruleId, severity }) => `${ruleId} ${severity}`)).toEqual([
      'X301-02 REVIEW',
      'X338-02 REVIEW',
      'ENT-07 INFO',
      'ORG-03 INFO',
      'PTY-01 INFO',
      'X338-02 INFO',
    ])
  })
})

describe('a rule acts', () => {
  it.for(acting)('%s on %s', ([ruleId, , inputs, expected, day]) => {
    expect(found(ruleId, inputs, day)).toEqual(expected)
  })

  it('DATA-01 on a date before and after the window', () => {
    expect(found('DATA-01', completeInputs, '2026-09-28')).toEqual(['REVIEW CHECK /shipment/estimatedEntryDate'])
    expect(found('DATA-01', completeInputs, '2026-12-01')).toEqual(['REVIEW CHECK /shipment/estimatedEntryDate'])
  })

  it('ORG-02 on every element that a certification over 2,500 USD lacks', () => {
    const claim = {
      preference: {
        program: 'USMCA',
        certificate: { certifiedBy: 'producer', certifier: { name: 'A' }, criterion: 'B' },
      },
    } as const
    const inputs = { ...inputsWithProduct(claim), orders: inputsWithLine(large).orders }
    const missing = ['blanketPeriod', 'descriptionAndHs6', 'exporter', 'importer', 'signature/date', 'signature/name']
    expect(found('ORG-02', inputs)).toEqual([
      ...missing.map((element) => `REVIEW MISSING_DATA ${product}/preference/certificate/${element}`),
      `INFO NOTICE ${product}/preference`,
    ])
  })
})

describe('a rule stays quiet', () => {
  it.each(quiet)('%s on %s', (ruleId, _, inputs) => {
    expect(found(ruleId, inputs)).toEqual([])
  })

  it('DATA-01 on both ends of the window', () => {
    expect(found('DATA-01', completeInputs, '2026-09-29')).toEqual([])
    expect(found('DATA-01', completeInputs, '2026-11-30')).toEqual([])
  })
})

it('every rule of the pack has a case in which it acts and one in which it stays quiet', () => {
  const ids = [...new Set(pack.rules.map(({ rule }) => rule.id))].sort()
  const acted = new Set([...acting.map(([ruleId]) => ruleId), 'DATA-01'])
  const quieted = new Set(quiet.map(([ruleId]) => ruleId))
  expect(ids.filter((id) => !acted.has(id) || !quieted.has(id))).toEqual([])
})

describe('a finding', () => {
  it('states the fact, the value and the remedy, and carries all that a person needs', () => {
    expect(findings(inputsWithProduct({ description: 'gift' }))[0]).toEqual({
      ruleId: 'INV-01',
      ruleRevision: '2026-11-21',
      severity: 'BLOCK',
      code: 'INVALID_DATA',
      message:
        'The description "gift" does not tell what the article is. Give at least 3 words with the article name, its grade or quality, and its marks or model.',
      pointer: '/products/prod_1/description',
      productId: 'prod_1',
      field: 'description',
      fix: { field: 'description', example: "Men's cotton T-shirt, knitted, short sleeve", who: 'owner' },
      citation: '19 CFR 141.86(a)(3), 142.6(a)(1)',
      confidence: 'H',
      flags: [],
    })
  })

  it('about discounts names both amounts', () => {
    const charges = [{ type: 'discount', amountUsd: 126.01, included: false } as const]
    expect(findings(inputsWithOrder({ charges }))[0]?.message).toBe(
      'The discounts outside the prices are 126.01 USD, but the goods and the other charges are 126.00 USD: the invoice would come to less than 0. Correct the discounts, or set included where the prices have them already.',
    )
  })

  it('about a wish that is not kept says what was wished, what is planned and why', () => {
    const inputs = { ...inputsWithLine({ unitValueUsd: 250 }), shipment: { entryType: '11' as const } }
    expect(findings(inputs).find(({ ruleId }) => ruleId === 'ENT-07')).toMatchObject({
      message:
        'The entry type 11 is asked for, but the plan enters under 01: the shipment is worth 3000.00 USD, over 2500 USD. Ask for the type that is planned, leave the entry type out, or have the broker confirm.',
      expected: ['01'],
    })
  })

  it('of a missing importer number refuses execute', () => {
    const missing = findings(inputsWithProfile({ importer: { name: 'A', isUsIor: true } })).find(
      ({ ruleId }) => ruleId === 'ENT-09',
    )
    expect(missing).toMatchObject({ severity: 'REVIEW', at_execute: 'BLOCK' })
  })

  it('leaves no placeholder open', () => {
    const messages = acting.flatMap(([, , inputs]) => findings(inputs).map(({ message }) => message))
    expect(messages.filter((message) => /[{}]|undefined| {2}|""/.test(message))).toEqual([])
  })

  it.each([
    ['EMBARGO', inputsWithProduct({ countryOfOrigin: 'KP' })],
    ['USMCA_CLAIMED', inputsWithProduct({ preference: { program: 'USMCA' } })],
    ['FORCED_LABOR_CHECK', inputsWithProduct({ countryOfOrigin: 'CN' })],
    ['FACT_DEFAULTED', inputsWithProduct({ provenance: { htsCode: { source: 'default' } } })],
    ['AD_CVD_CANDIDATE', inputsWithProduct({ adcvd: [{}] })],
  ])('raises the flag %s', (flag, inputs) => {
    expect(findings(inputs).flatMap(({ flags }) => flags)).toContain(flag)
  })
})
