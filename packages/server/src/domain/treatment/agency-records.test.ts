import { flags } from '@entrygo/sdk/contract'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { loadRulePack, readRulePackFiles, rulePackTexts, shippedRulePackFolder } from '../../rule-pack-files.ts'
import { matchLists } from '../lists/code-lists.ts'
import { readRulePack } from '../rules/read-rule-pack.ts'
import { RulePackError, type RulePackProblem } from '../rules/rule-pack-error.ts'
import { agenciesInForce, agencyPrograms } from './agency-program.ts'

const pack = loadRulePack()
const files = readRulePackFiles(shippedRulePackFolder)
const { programs } = agenciesInForce(pack.agencies, '2026-11-21')

describe('the agency programs of the pack', () => {
  it('are those that the contract has flags for', () => {
    expect(agencyPrograms.map((program) => `PGA_${program.toUpperCase()}`)).toEqual(
      flags.filter((flag) => flag.startsWith('PGA_')),
    )
    expect(programs.map(({ program }) => program)).toEqual([...agencyPrograms].sort())
  })

  it('have their flags from the table of the pack, but for those that the table is known to lack', () => {
    const table: Readonly<Record<string, string>>[] = parse(files.get('ref/ace_pga_flags.csv') ?? '', { columns: true })
    const inTable = new Map(table.map((row) => [row['flag'] ?? '', row['requirement'] ?? '']))
    const used = programs.flatMap((program) => program.flags)
    const notInTable = new Set(used.map(({ flag }) => flag).filter((flag) => !inTable.has(flag)))
    expect([...notInTable].sort()).toEqual(['EP2', 'EP4', 'EP6', 'EP8', 'OM1'])
    expect([...inTable.keys()].filter((flag) => !used.some((known) => known.flag === flag))).toEqual([])
    const wrong = used.filter(({ flag, requirement }) => {
      const text = inTable.get(flag)
      return text !== undefined && requirement !== (text.startsWith('required') ? 'must' : 'may')
    })
    expect(wrong).toEqual([])
  })

  it('limit the codes of a disclaim by flag', () => {
    const limited = programs
      .flatMap((program) => program.flags)
      .filter(({ disclaimCodes }) => disclaimCodes !== undefined)
    expect(Object.fromEntries(limited.map(({ flag, disclaimCodes }) => [flag, disclaimCodes?.join('')]))).toEqual({
      EH1: 'A',
      FW3: 'CD',
      TB3: 'AC',
    })
  })

  it('know no flag of four agencies', () => {
    expect(programs.filter((program) => program.flags.length === 0).map(({ program }) => program)).toEqual([
      'atf',
      'cpsc',
      'ddtc_ofac',
      'fcc',
    ])
  })

  it('have rules that ask for the decision, for each kind of data, and for what was declared', () => {
    const named = (program: string, predicate: string, of?: string): boolean =>
      pack.rules.some(
        ({ rule }) =>
          rule.predicate === predicate &&
          rule.args['program'] === program &&
          (of === undefined || rule.args['of'] === of) &&
          rule.flags.join() === `PGA_${program.toUpperCase()}`,
      )
    const gaps = programs.flatMap(({ program, asks }) => [
      ...['agencyDecided', 'agencyDeclarationSound', 'agencyDataCarried']
        .filter((predicate) => !named(program, predicate))
        .map((predicate) => `${program}: ${predicate}`),
      ...(named(program, 'agencyDataGiven', 'needs') ? [] : [`${program}: needs`]),
      ...(asks.length === 0 || named(program, 'agencyDataGiven', 'asks') ? [] : [`${program}: asks`]),
    ])
    expect(gaps).toEqual([])
  })

  it('give an example of every field that is asked for', () => {
    const examples = new Set(
      pack.rules.flatMap(({ rule }) => (rule.group === 'PGA' ? Object.keys(rule.fix.examples ?? {}) : [])),
    )
    const asked = programs.flatMap(({ program, needs, asks, perEntryOf }) =>
      [...needs, ...asks].flatMap(({ oneOf }) =>
        oneOf
          .flat()
          .flatMap((field) => [
            `pga.${program}.data.${field}`,
            ...(perEntryOf === undefined ? [] : [`pga.${program}.data.${perEntryOf}.*.${field}`]),
          ]),
      ),
    )
    expect(asked.filter((field) => !examples.has(field))).toEqual([])
  })
})

describe('the screening lists', () => {
  it.each([
    ['fda_food', '0201 0305 0402 0504 0702 0801 0901 1001 1101 1201 1501 1601 1701 2201 2309 3501 3505'],
    ['fda_cos', '3303 3304 3305 3306 3307 3401'],
    ['fda_drug', '2936 2937 2938 2939 2940 2941 3001 3002 3003 3004 3005 3006'],
    ['fda_dev', '9018 9019 9020 9021 9022 900490 401512 8713 940210'],
    ['fda_rad', '851650 8528 8521 8519 901320 8540 9022'],
    ['fda_fcs', '6911 6912 7323 761510 8215 392410'],
    ['fsis', '0201 0202 0203 0204 0205 0206 0207 0208 0209 0210 1601 1602 0407 0408'],
    ['aphis', '0101 0401 0511 0601 0701 0801 1001 1201 1401 4401 4421 3101 9705'],
    ['lacey', '4401 4421 4602 6602 8201 9201 9202 9209 9302 940161 940169 940330 940340 940350 940360 940391'],
    ['lacey', '950420 9703 4501 1401'],
    ['epa_tsca', '2801 2901 3201 3401 3801 3901 3914 2710 3811 3826'],
    ['epa_wood', '4410 4411 4412 4418 940161 940169 940330 940340 940350 940360'],
    ['epa_pest', '3808 842139 853949 854370'],
    ['epa_vne', '8407 8408 8701 8702 8703 8704 8709 8711 8429 8430 8432 8433 8467'],
    ['epa_ods_hfc', '290341 290351 290361 290371 3827 8415 8418 3813'],
    ['nhtsa', '8701 8702 8703 8704 8705 8706 8711 8716 4011 4012 700711 700721 700910 8512 870821 870822 870830'],
    ['nhtsa', '940120 940180 650610 4009'],
    ['cpsc', '9503 9504 9505 6111 6209 6109 6203 9404 8712 3604 3605 9613 8506 5701 650610 870310 870321'],
    ['fcc', '8471 8517 8525 8528 9503 8806'],
    ['ttb', '2203 2204 2205 2206 2207 2208 2402 2403 33021020 33021040 33021050 33021090'],
    ['atf', '9301 9302 9303 9304 9305 9306 3601 3602 3603 3604 8710'],
    ['dea', '2939 2924 2933 2934 3003 3004'],
    ['fws', '0106 0208 0301 0308 0410 0508 4101 4106 4113 4202 4203 6403 4301 6701 9601 9705'],
    ['nmfs', '0302 0303 0304 0305 0306 0307 0308 1604 1605'],
    ['omc', '030616 030617 030635 030636 030695 160521 160529'],
    ['ams', '0407 0702 070310 070190 081050 0805 080620 080251 080252 1202'],
    ['ddtc_ofac', '9301 9302 9303 9304 9305 9306 8710 8906'],
  ])('of %s hold %s', (program, prefixes) => {
    expect(prefixes.split(' ').filter((prefix) => !isListed(program, prefix))).toEqual([])
  })

  it.each([
    ['fda_food', '0101 0601 1301 2301 3506'],
    ['ttb', '2201 2209 33021010'],
    ['epa_tsca', '3001 3915'],
    ['lacey', '940320 9401710001'],
    ['cpsc', '6301 8703230110'],
  ])('of %s do not hold %s', (program, prefixes) => {
    expect(prefixes.split(' ').filter((prefix) => isListed(program, prefix))).toEqual([])
  })

  it('name prefixes of the tariff schedule alone', () => {
    const codes = pack.reference.tariff.codes
    const lines = [...codes].map((code) => String(code).padStart(10, '0'))
    const listed = [...pack.lists.rows.byPrefix].filter(([, rows]) => rows.some(({ list }) => list.startsWith('pga:')))
    expect(listed.length).toBeGreaterThan(300)
    const missing = listed.map(([prefix]) => prefix).filter((prefix) => !lines.some((line) => line.startsWith(prefix)))
    expect(missing).toEqual([])
  })

  function isListed(program: string, digits: string): boolean {
    const record = programs.find((candidate) => candidate.program === program)
    const lists = record?.candidates.flatMap((candidate) => candidate.lists) ?? []
    return matchLists(pack.lists, digits, '2026-11-21').some(({ list }) => lists.includes(list))
  }
})

describe('the programs of a date', () => {
  const names = (day: string): number => agenciesInForce(pack.agencies, day).programs.length

  it('begin with their law: plants 2024-12-01, composite wood 2019-03-22, certificates 2026-07-08', () => {
    expect([names('2019-03-21'), names('2019-03-22')]).toEqual([22, 23])
    expect([names('2024-11-30'), names('2024-12-01')]).toEqual([23, 24])
    expect([names('2026-07-07'), names('2026-07-08')]).toEqual([24, 25])
  })

  it('are decided by the record that was recorded last', () => {
    const [first] = pack.agencies
    if (first === undefined) throw new Error('The pack has no agency program.')
    const corrected = { ...first, agency: 'FDA (corrected)', recordedAt: '2026-12-01' }
    const { programs: now } = agenciesInForce([first, corrected], '2026-11-21')
    expect(now).toEqual([corrected])
  })
})

describe('a pack is refused', () => {
  const texts = rulePackTexts(files)
  const shipped: readonly Record<string, unknown>[] = JSON.parse(texts.get('agencies.json') ?? '[]')
  const [food = {}] = shipped

  it.each([
    ['program', 'fda_tobacco', 'fda_food: program must be one of fda_food'],
    ['candidates', [{ lists: ['pga:none'] }], 'fda_food: args.lists: the pack has no list pga:none'],
    ['flags', [{ flag: 'FD3', requirement: 'maybe' }], 'fda_food: flags: requirement must be one of may, must'],
    ['disclaimCodes', ['E'], 'fda_food: disclaimCodes: E is none of A, B, C, D'],
    ['declaredBy', 'isToy', 'fda_food: declaredBy must be one of childrenProduct'],
    ['fields', { productCode: 'number' }, 'fda_food: fields.productCode must be one of text'],
    ['needs', [{ oneOf: [['lot']] }], 'fda_food: fields says not what lot is'],
    ['needs', [{ oneOf: 'productCode' }], 'fda_food: needs: oneOf must be a list of sets of fields'],
    ['passedOver', [{ atMost: { share: 'few' }, isTrue: [] }], 'fda_food: passedOver: atMost.share must be a decimal'],
    ['passedOver', [{ atMost: {}, isTrue: [] }], 'fda_food: passedOver: has no condition'],
    ['effectiveFrom', '2026-02-30', 'fda_food: effectiveFrom must be a date YYYY-MM-DD'],
    ['hours', 2, 'fda_food: hours is not a known member'],
  ])('for %s: %j', (member, value, reason) => {
    const records = [{ ...food, [member]: value }, ...shipped.slice(1)]
    expect(lines(problemsWith(JSON.stringify(records)))).toEqual(
      expect.arrayContaining([expect.stringContaining(reason)]),
    )
  })

  it('for two records that hold at once', () => {
    const second = { ...food, id: 'fda_food_2', effectiveFrom: '2027-01-01' }
    expect(lines(problemsWith(JSON.stringify([...shipped, second])))).toEqual([
      'fda_food_2: a record of fda_food overlaps it',
    ])
  })

  it('for a file that is missing or no list', () => {
    expect(lines(problemsWith(undefined))).toEqual(['agencies.json: is missing'])
    expect(lines(problemsWith('{}'))).toEqual(['agencies.json: must be a list of agency programs'])
  })

  function problemsWith(text: string | undefined): readonly RulePackProblem[] {
    const changed = new Map(texts)
    if (text === undefined) changed.delete('agencies.json')
    else changed.set('agencies.json', text)
    try {
      readRulePack({ texts: changed, digest: 'sha256:test' })
    } catch (error) {
      if (error instanceof RulePackError) return error.problems
      throw error
    }
    return []
  }

  function lines(problems: readonly RulePackProblem[]): string[] {
    return problems.map(({ file, at, reason }) => `${at ?? file}: ${reason}`)
  }
})
