import { describe, expect, it } from 'vitest'
import { loadRulePack } from '../../rule-pack-files.ts'
import { completeInputs, inputsWithOrder, inputsWithProduct } from '../../testing/complete-inputs.ts'
import { screenParties } from '../screening/screen-parties.ts'
import type { ListEntry, ScreeningList } from '../screening/screening-list.ts'
import { evaluateExport, evaluateOrders } from './evaluate.ts'
import { distinctFindings, type Finding } from './findings.ts'
import type { PartyFacts, PlanInputs } from './plan-inputs.ts'
import { resolveRules, withScreening } from './rule-pack.ts'

const nobody = { source: null, aliases: [], programs: [], countries: [], identifiers: [], addresses: [] }
const trading: ListEntry = {
  ...nobody,
  ...{ id: '1001', name: 'Example Sanctioned Trading Co.', programs: ['EX-ONE', 'EX-TWO'] },
  identifiers: [{ kind: 'taxId', number: '1234567', stated: 'Tax ID No. 12-34567', country: 'CA' }],
}
const mill: ListEntry = {
  ...nobody,
  id: null,
  name: 'Madeup Textile Mill',
  aliases: ['Madeup Cotton'],
  countries: ['CN'],
}
const sdn: ScreeningList = {
  ...{ title: 'OFAC SDN list', file: 'sdn.csv', purpose: 'restricted parties' },
  ...{ date: '2026-11-20', datedBy: 'lists.json', entries: [trading] },
}
const uflpa: ScreeningList = {
  ...sdn,
  title: 'UFLPA Entity List',
  file: 'uflpa.csv',
  purpose: 'forced labor',
  entries: [mill],
}
const pack = loadRulePack()
const rules = withScreening(resolveRules(pack, '2026-11-21'), screenParties([sdn, uflpa]))

function findings(ruleId: string, inputs: PlanInputs, law = rules): Finding[] {
  const evaluations = evaluateOrders(inputs, law)
  const ofOrders = evaluations.map((evaluation) => evaluation.findings)
  const all = distinctFindings([...ofOrders, evaluateExport(inputs, evaluations, law)])
  return all.filter((finding) => finding.ruleId === ruleId)
}

/** "severity code pointer" of what is found, without the note on the lists. */
function found(ruleId: string, inputs: PlanInputs): string[] {
  return findings(ruleId, inputs)
    .filter(({ severity }) => severity !== 'INFO')
    .map(({ severity, code, pointer }) => `${severity} ${code} ${pointer}`)
}

function buyer(facts: Partial<PartyFacts>): PlanInputs {
  return inputsWithOrder({ buyer: { name: 'Ordinary Stores Inc.', country: 'CA', ...facts } })
}

const buyerAt = '/orders/ord_1/buyer'

describe('PTY-01 with lists', () => {
  it('names each list and its date once, and finds nothing on parties that are not listed', () => {
    expect(
      findings('PTY-01', completeInputs).map(({ severity, code, message, flags }) => [severity, code, message, flags]),
    ).toEqual([
      [
        'INFO',
        'NOTICE',
        'Every party was compared with these lists: OFAC SDN list of 2026-11-20 (date of lists.json), UFLPA Entity List of ' +
          '2026-11-20 (date of lists.json). Names that are written in another script, owners behind a party and lists that ' +
          'are not named here were not compared.',
        [],
      ],
    ])
  })

  it('blocks a party that has an identifier of the list, whatever the caller cleared', () => {
    const inputs = buyer({ taxId: '1234567', screening: { listDate: '2026-11-21', result: 'clear' } })
    expect(found('PTY-01', inputs)).toEqual([`BLOCK NOT_ALLOWED ${buyerAt}/taxId`])
    expect(findings('PTY-01', inputs)[0]).toMatchObject({
      flags: ['PARTY_SCREENING_HIT'],
      message:
        'The buyer "Ordinary Stores Inc." has the Tax ID No. 12-34567 of "Example Sanctioned Trading Co." (OFAC SDN list ' +
        'of 2026-11-20, entry 1001, EX-ONE, EX-TWO). Nobody may trade with a party on such a list without a licence: ' +
        'keep these goods back and take it to whoever answers for sanctions.',
    })
  })

  it('asks about the same number of another country', () => {
    expect(found('PTY-01', buyer({ taxId: '1234567', country: 'MX' }))).toEqual([
      `REVIEW CHECK ${buyerAt}/screening/result`,
    ])
  })

  it('asks about a name that is alike, with the score, the entry and the programme', () => {
    const [finding] = findings('PTY-01', buyer({ name: 'Exampel Sanctioned Trading' }))
    expect(finding).toMatchObject({
      ...{ severity: 'REVIEW', code: 'CHECK', pointer: `${buyerAt}/screening/result`, expected: ['clear'] },
      flags: ['PARTY_SCREENING_HIT'],
      message:
        'The buyer "Exampel Sanctioned Trading" has, with a score of 96 of 100, nearly the name of "Example ' +
        'Sanctioned Trading Co." (OFAC SDN list of 2026-11-20, entry 1001, EX-ONE, EX-TWO). ' +
        'Compare the two; if they are not the same, record screening.result clear on the party, with the date of the ' +
        'newest list as listDate.',
    })
  })

  it('never blocks for a name alone, equal as it may be', () => {
    expect(found('PTY-01', buyer({ name: 'Example Sanctioned Trading Co.' }))).toEqual([
      `REVIEW CHECK ${buyerAt}/screening/result`,
    ])
  })

  it('is quiet on a name that was cleared with the list, and asks again when the list is newer', () => {
    const cleared = (listDate: string): PlanInputs =>
      buyer({ name: 'Example Sanctioned Trading', screening: { listDate, result: 'clear' } })
    expect(found('PTY-01', cleared('2026-11-20'))).toEqual([])
    expect(found('PTY-01', cleared('2026-11-19'))).toEqual([`REVIEW CHECK ${buyerAt}/screening/result`])
  })

  it('looks at every party of the plan', () => {
    const party = { name: 'Example Sanctioned Trading', country: 'CA' }
    const certificate = {
      certifiedBy: 'producer' as const,
      certifier: party,
      exporter: party,
      producer: party,
      importer: party,
    }
    const inputs: PlanInputs = {
      orders: inputsWithOrder({ seller: party, buyer: party, consignee: party }).orders,
      products: inputsWithProduct({ manufacturer: party, preference: { program: 'USMCA', certificate } }).products,
      warehouse: { address: party },
      broker: { address: party },
      profile: { importer: party },
      shipment: {},
    }
    const roles = ['certifier', 'exporter', 'importer', 'producer'].map((role) => `preference/certificate/${role}`)
    expect(found('PTY-01', inputs)).toEqual(
      [
        '/broker/address',
        ...['buyer', 'consignee', 'seller'].map((role) => `/orders/ord_1/${role}`),
        ...['manufacturer', ...roles].map((role) => `/products/prod_1/${role}`),
        '/profile/importer',
        '/warehouse/address',
      ].map((place) => `REVIEW CHECK ${place}/screening/result`),
    )
  })

  it('finds the seller of the profile once for all orders', () => {
    const { seller: _, ...order } = completeInputs.orders['ord_1'] ?? { items: [] }
    const seller = { name: 'Example Sanctioned Trading' }
    const inputs = {
      ...completeInputs,
      orders: { ord_1: order, ord_2: order },
      profile: { ...completeInputs.profile, seller },
    }
    expect(found('PTY-01', inputs)).toEqual(['REVIEW CHECK /profile/seller/screening/result'])
  })

  it('says that nobody compared the parties where lists on forced labor alone are loaded', () => {
    const law = withScreening(resolveRules(pack, '2026-11-21'), screenParties([uflpa]))
    expect(findings('PTY-01', completeInputs, law).flatMap(({ flags }) => flags)).toEqual(['PARTY_SCREENING_NOT_DONE'])
  })
})

describe('ORG-07 with the UFLPA Entity List', () => {
  const maker = (facts: PartyFacts): PlanInputs => inputsWithProduct({ manufacturer: facts })
  const at = '/products/prod_1/manufacturer'

  it.each([
    ['a listed maker', { name: 'Madeup Textile Mill Ltd.', country: 'CN' }, [`BLOCK NOT_ALLOWED ${at}/name`]],
    ['an alias', { name: 'MADEUP COTTON', country: 'CN' }, [`BLOCK NOT_ALLOWED ${at}/name`]],
    ['the name in another country', { name: 'Madeup Cotton', country: 'VN' }, [`REVIEW CHECK ${at}/screening/result`]],
    ['the name in a country that is not known', { name: 'Madeup Cotton' }, [`REVIEW CHECK ${at}/screening/result`]],
    ['a name that is alike', { name: 'Madeup Textil Mill', country: 'CN' }, [`REVIEW CHECK ${at}/screening/result`]],
    ['another maker', { name: 'Ordinary Mill', country: 'CN' }, []],
  ])('acts on %s as the law says', (_, facts, expected) => {
    expect(found('ORG-07', maker(facts))).toEqual(expected)
  })

  it('is quiet on an alike name that the caller cleared, not on the listed maker', () => {
    const screening = { listDate: '2026-11-20', result: 'clear' } as const
    expect(found('ORG-07', maker({ name: 'Madeup Textil Mill', country: 'CN', screening }))).toEqual([])
    expect(found('ORG-07', maker({ name: 'Madeup Textile Mill', country: 'CN', screening }))).toEqual([
      `BLOCK NOT_ALLOWED ${at}/name`,
    ])
  })

  it('sees the maker of a lot', () => {
    const manufacturer = { name: 'Madeup Cotton', country: 'CN' }
    const inputs = inputsWithOrder({ items: [{ productId: 'prod_1', quantity: 12, unitValueUsd: 10.5, manufacturer }] })
    expect(found('ORG-07', inputs)).toEqual(['BLOCK NOT_ALLOWED /orders/ord_1/items/0/manufacturer/name'])
  })
})
