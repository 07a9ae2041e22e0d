import type { PlanInputs, PlannedProduct } from '../../domain/rules/plan-inputs.ts'
import { inputsWithLine, inputsWithProduct } from '../complete-inputs.ts'
import { type ActingCase, lineAt, productAt, type QuietCase } from './rule-case.ts'

const metalsAt = `${productAt}/metals`
const evidence = 'Material certificate 4711'
const usmca = { program: 'USMCA' } as const

/** A saucepan of stainless steel, on 16(c)(vii). */
const saucepan = (facts: Partial<PlannedProduct> = {}): PlanInputs =>
  inputsWithProduct({ htsCode: '7323930045', ...facts })
/** A ladder of aluminum, on 16(c)(vi). */
const ladder = (aluminum: object, facts: Partial<PlannedProduct> = {}): PlanInputs =>
  inputsWithProduct({ htsCode: '7616995130', metals: { aluminum }, ...facts })
/** A single edge razor blade, on 16(c)(vii) outside chapter 73. */
const blade = (facts: Partial<PlannedProduct>): PlanInputs => inputsWithProduct({ htsCode: '8205595505', ...facts })
/** A fork-lift truck, on 16(c)(xi). */
const forkLift = (facts: Partial<PlannedProduct>): PlanInputs =>
  inputsWithProduct({ htsCode: '8427104000', ...weighing('900'), ...facts })
/** A central heating boiler, on 16(c)(vii) in chapter 84. */
const boiler = (facts: Partial<PlannedProduct>): PlanInputs =>
  inputsWithProduct({ htsCode: '8403100000', ...weighing('900'), ...facts })
/** A metal forming die, on 16(c)(x). */
const die = inputsWithProduct({ htsCode: '8207306062' })
/** An ingot of steel, on 16(c)(iii). */
const ingot = (steel: object): PlanInputs => inputsWithProduct({ htsCode: '7206100000', metals: { steel } })
const tShirt = inputsWithProduct({})
const carrying = (...ch99Codes: string[]): PlanInputs => inputsWithLine({ ch99Codes })

function weighing(weightG: string, usPct = '0'): Partial<PlannedProduct> {
  return { articleWeightG: '1000', metals: { steel: { weightG, usPct, meltPour: 'CA' } } }
}

const canadian = { primarySmelt: 'CA', secondarySmelt: 'N/A', cast: 'CA', usPct: '0' }
const british = { countryOfOrigin: 'GB' }

export const metalsActing: readonly ActingCase[] = [
  ['M232-01', 'a saucepan of steel', saucepan(), [`INFO NOTICE ${productAt}/htsCode`]],
  [
    'M232-01',
    'a hinge of which one of two metals is British',
    inputsWithProduct({
      ...british,
      htsCode: '8302106030',
      articleWeightG: '100',
      metals: {
        steel: { weightG: '50', usPct: '0', ukPct: '100', meltPour: 'GB' },
        aluminum: { ...canadian, weightG: '50', ukPct: '0' },
      },
    }),
    [`REVIEW CHECK ${productAt}/htsCode`, `INFO NOTICE ${productAt}/htsCode`],
  ],
  ['M232-02', 'an ingot of steel', ingot({}), [`INFO NOTICE ${productAt}/htsCode`]],
  ['M232-03', 'a saucepan of steel', saucepan(), [`INFO NOTICE ${productAt}/htsCode`]],
  ['M232-04', 'a metal forming die', die, [`INFO NOTICE ${productAt}/htsCode`]],
  ['M232-04', 'a metal forming die in 2028', die, [`INFO NOTICE ${productAt}/htsCode`], '2028-01-01'],
  [
    'M232-05',
    'a razor blade of unknown weight',
    blade({}),
    [`REVIEW QUESTION ${productAt}/articleWeightG`, `REVIEW QUESTION ${metalsAt}/steel/weightG`],
  ],
  [
    'M232-05',
    'an article that is lighter than its metals',
    saucepan({ articleWeightG: '100', metals: { steel: { weightG: '90' }, copper: { weightG: '10.0001' } } }),
    [`REVIEW INVALID_DATA ${productAt}/articleWeightG`],
  ],
  ['M232-05', 'a razor blade of 14.9% steel', blade(weighing('149')), [`INFO NOTICE ${productAt}/articleWeightG`]],
  ['M232-06', 'no metal and no evidence', blade(weighing('0')), [`REVIEW QUESTION ${metalsAt}/evidence`]],
  [
    'M232-06',
    'no metal, with evidence',
    blade({ metals: { steel: { weightG: '0' }, evidence } }),
    [`INFO NOTICE ${metalsAt}/evidence`],
  ],
  [
    'M232-07',
    'aluminum of unknown smelt and cast',
    ladder({}),
    ['cast', 'primarySmelt', 'secondarySmelt'].map((fact) => `BLOCK MISSING_DATA ${metalsAt}/aluminum/${fact}`),
  ],
  [
    'M232-07',
    'a country that does not exist',
    ladder({ ...canadian, cast: 'XX' }),
    [`BLOCK INVALID_DATA ${metalsAt}/aluminum/cast`],
  ],
  [
    'M232-07',
    'a cast that is not applicable',
    ladder({ ...canadian, cast: 'N/A' }),
    [`BLOCK INVALID_DATA ${metalsAt}/aluminum/cast`],
  ],
  [
    'M232-07',
    'neither smelt',
    ladder({ ...canadian, primarySmelt: 'N/A' }),
    [`BLOCK INVALID_DATA ${metalsAt}/aluminum/primarySmelt`, `BLOCK INVALID_DATA ${metalsAt}/aluminum/secondarySmelt`],
  ],
  [
    'M232-07',
    'OTH, which aluminum does not know',
    ladder({ ...canadian, primarySmelt: 'OTH' }),
    [`BLOCK INVALID_DATA ${metalsAt}/aluminum/primarySmelt`],
  ],
  [
    'M232-07',
    'copper of unknown smelt',
    inputsWithProduct({ htsCode: '7406100000', metals: { copper: { cast: 'CL' } } }),
    [`REVIEW MISSING_DATA ${metalsAt}/copper/smelt`],
  ],
  [
    'M232-08',
    'aluminum of Russia',
    ladder(canadian, { countryOfOrigin: 'RU' }),
    [`REVIEW CHECK ${productAt}/countryOfOrigin`],
  ],
  ['M232-08', 'aluminum cast in Russia', ladder({ ...canadian, cast: 'RU' }), [`REVIEW CHECK ${metalsAt}/aluminum`]],
  [
    'M232-08',
    'aluminum of unknown smelt',
    ladder({ ...canadian, primarySmelt: 'UN' }),
    [`REVIEW CHECK ${metalsAt}/aluminum`],
  ],
  ['M232-09', 'a saucepan of unknown steel', saucepan(), [`REVIEW MISSING_DATA ${metalsAt}/steel/meltPour`]],
  [
    'M232-09',
    'a mill product of unknown steel',
    ingot({}),
    [`BLOCK MISSING_DATA ${metalsAt}/steel/meltPour`, `REVIEW MISSING_DATA ${metalsAt}/steel/millCert`],
  ],
  [
    'M232-09',
    'OTH on a mill product',
    ingot({ meltPour: 'OTH', millCert: 'MC-1' }),
    [`BLOCK INVALID_DATA ${metalsAt}/steel/meltPour`],
  ],
  [
    'M232-09',
    'UN, which steel does not know',
    saucepan({ metals: { steel: { meltPour: 'UN' } } }),
    [`REVIEW INVALID_DATA ${metalsAt}/steel/meltPour`],
  ],
  ['M232-10', 'a British saucepan', saucepan(british), [`REVIEW QUESTION ${metalsAt}/steel/ukPct`]],
  [
    'M232-10',
    'a British saucepan of British steel',
    saucepan({ ...british, metals: { steel: { meltPour: 'GB', usPct: '0', ukPct: '95' } } }),
    [`REVIEW CHECK ${productAt}/htsCode`],
  ],
  ['M232-11', 'a saucepan of unknown steel', saucepan(), [`REVIEW QUESTION ${metalsAt}/steel/usPct`]],
  [
    'M232-11',
    'a saucepan of unknown steel before June 2026',
    saucepan(),
    [`REVIEW QUESTION ${metalsAt}/steel/usPct`],
    '2026-06-07',
  ],
  [
    'M232-11',
    'a saucepan of 85% steel of the United States',
    saucepan({ metals: { steel: { meltPour: 'US', usPct: '85' } } }),
    [`REVIEW CHECK ${productAt}/htsCode`],
  ],
  [
    'M232-11',
    'shares over 100%',
    saucepan({ metals: { steel: { usPct: '60', ukPct: '40.0001' } } }),
    [`REVIEW INVALID_DATA ${metalsAt}/steel/usPct`],
  ],
  [
    'M232-11',
    'steel of the United States that was melted in China',
    saucepan({ metals: { steel: { meltPour: 'CN', usPct: '85' } } }),
    [`REVIEW INVALID_DATA ${metalsAt}/steel/usPct`, `REVIEW QUESTION ${metalsAt}/steel/usPct`],
  ],
  [
    'M232-10',
    'aluminum of the United Kingdom that was neither smelted nor cast there',
    saucepan({ metals: { aluminum: { primarySmelt: 'NO', cast: 'IN', ukPct: '95' } } }),
    [`REVIEW INVALID_DATA ${metalsAt}/aluminum/ukPct`],
  ],
  [
    'M232-12',
    'a fork-lift truck under a USMCA claim',
    forkLift({ preference: usmca }),
    [`REVIEW QUESTION ${productAt}/usContentPct`],
  ],
  [
    'M232-12',
    'a fork-lift truck under a USMCA claim, without content of the United States',
    forkLift({ preference: usmca, usContentPct: '0' }),
    [`REVIEW CHECK ${productAt}/usContentPct`],
  ],
  [
    'M232-13',
    'a fork-lift truck of Germany',
    forkLift({ countryOfOrigin: 'DE' }),
    [`INFO NOTICE ${productAt}/htsCode`],
  ],
  ['M232-14', 'a boiler of unknown end use', boiler({}), [`REVIEW QUESTION ${productAt}/endUse`]],
  [
    'M232-14',
    'a boiler for industrial equipment',
    boiler({ endUse: 'agricultural_industrial' }),
    [`REVIEW CHECK ${productAt}/endUse`],
  ],
  [
    'M232-15',
    'a saucepan under a USMCA claim',
    saucepan({ preference: usmca }),
    [`INFO NOTICE ${productAt}/preference`],
  ],
  [
    'M232-16',
    'deleted headings',
    carrying('99038190', '9903780100', '99038502', '99038515'),
    [0, 1, 2, 3].map((index) => `BLOCK NOT_ALLOWED ${lineAt}/ch99Codes/${index}`),
  ],
]

export const metalsQuiet: readonly QuietCase[] = [
  ['M232-01', 'a T-shirt', tShirt],
  ['M232-02', 'a saucepan of list (vii)', saucepan()],
  ['M232-03', 'an ingot of list (iii)', ingot({})],
  ['M232-03', 'a bumper that is a vehicle part', vehiclePart()],
  ['M232-04', 'a fork-lift truck of list (xi)', forkLift({})],
  ['M232-05', 'a saucepan of chapter 73 of unknown weight', saucepan()],
  ['M232-05', 'a razor blade of 15% steel', blade(weighing('150'))],
  ['M232-06', 'a razor blade with steel', blade({ metals: { steel: { weightG: '1' }, evidence } })],
  ['M232-07', 'smelted and cast in Canada', ladder(canadian)],
  ['M232-07', 'recycled alone', ladder({ ...canadian, primarySmelt: 'N/A', secondarySmelt: 'MX' })],
  ['M232-07', 'Namibia, whose code is NA', ladder({ ...canadian, secondarySmelt: 'NA' })],
  ['M232-07', 'UN, which is an answer', ladder({ ...canadian, primarySmelt: 'UN' })],
  ['M232-07', 'a saucepan of steel', saucepan()],
  ['M232-07', 'no aluminum in it', ladder({ weightG: '0' })],
  ['M232-07', 'a bumper that is a vehicle part', vehiclePart()],
  ['M232-08', 'smelted and cast in Canada', ladder(canadian)],
  ['M232-08', 'steel of Russia', saucepan({ countryOfOrigin: 'RU' })],
  ['M232-09', 'melted and poured elsewhere', saucepan({ metals: { steel: { meltPour: 'OTH' } } })],
  ['M232-09', 'a mill product with its certificate', ingot({ meltPour: 'CA', millCert: 'MC-1' })],
  ['M232-10', 'a saucepan of Canada', saucepan()],
  ['M232-10', 'a British saucepan of foreign steel', saucepan({ ...british, metals: { steel: { ukPct: '0' } } })],
  [
    'M232-10',
    'aluminum that was smelted in Norway and cast in the United Kingdom',
    saucepan({ metals: { aluminum: { primarySmelt: 'NO', secondarySmelt: 'N/A', cast: 'GB', ukPct: '100' } } }),
  ],
  [
    'M232-11',
    'shares under 85%, whatever the country',
    saucepan({ metals: { steel: { meltPour: 'CN', usPct: '84.9999' } } }),
  ],
  ['M232-11', 'no steel of the United States', saucepan({ metals: { steel: { usPct: '0' } } })],
  ['M232-11', 'an ingot, which no share changes', ingot({})],
  ['M232-12', 'a fork-lift truck without a claim', forkLift({})],
  ['M232-13', 'a fork-lift truck of Canada', forkLift({})],
  ['M232-14', 'a boiler of another end use', boiler({ endUse: 'other' })],
  ['M232-14', 'a saucepan of chapter 73', saucepan()],
  ['M232-15', 'a saucepan without a claim', saucepan()],
  ['M232-15', 'a T-shirt under a USMCA claim', inputsWithProduct({ preference: usmca })],
  ['M232-16', 'headings in force', carrying('99038209', '99038501', '99038516', '99038567', '990388')],
]

function vehiclePart(): PlanInputs {
  return inputsWithProduct({ htsCode: '8708103020', isVehiclePart: true, endUse: 'passenger_vehicle' })
}
