import { alternativesOf } from '../../treatment/agency-data.ts'
import { agencyPrograms } from '../../treatment/agency-program.ts'
import type { PgaDecision } from '../../treatment/goods-treatment.ts'
import { type ProductFacts, placeInProduct } from '../facts.ts'
import {
  choiceArgument,
  type Detection,
  nothing,
  type ProductPredicate,
  type RuleArguments,
  textArgument,
} from '../predicate.ts'

/**
 * Goods that may be regulated under the program, with nobody having said whether they are. `code` is QUESTION unless the
 * rule says NOTICE: a program without a filing of its own.
 */
export const agencyDecided: ProductPredicate = {
  isOfProgram: true,
  codes: (args) => [openCode(args)],
  args: ['program', 'code'],
  reads: declarationOf,
  bind: (args) => {
    const code = openCode(args)
    return ofProgram(args, (facts, decision) => {
      const { treatment, asks, missing, isPassedOver } = decision
      // Missing data of declared goods is asked for by name, and a fact that decides comes first.
      if (treatment.status !== 'unknown' || isPassedOver || missing.length > 0 || asks.length > 0) return nothing
      return [{ ...statusOf(facts, decision, code), expected: ['data', 'disclaimed'] }]
    })
  },
}

/** A fact of the product would tell whether the goods can be regulated under the program at all. */
export const agencyFactsStated: ProductPredicate = {
  isOfProgram: true,
  codes: () => ['QUESTION'],
  args: ['program'],
  reads: declarationOf,
  bind: (args) =>
    ofProgram(args, (facts, { treatment, asks }) =>
      treatment.status !== 'unknown'
        ? nothing
        : asks.map((field) => ({
            code: 'QUESTION',
            field,
            place: placeInProduct(facts, field),
            values: { htsCode: facts.product.htsCode ?? '' },
            expected: ['true', 'false'],
          })),
    ),
}

/** Goods declared to be regulated carry the data that the program needs (`needs`) or asks for beside it (`asks`). */
export const agencyDataGiven: ProductPredicate = {
  isOfProgram: true,
  codes: () => ['MISSING_DATA'],
  args: ['program', 'of'],
  reads: declarationOf,
  bind: (args) => {
    const of = choiceArgument(args['of'], ['needs', 'asks'], 'of')
    return ofProgram(args, (facts, { record, missing, alsoMissing }) =>
      (of === 'needs' ? missing : alsoMissing).map((field) => {
        const path = field.split('.')
        const instead = of === 'needs' ? alternativesOf(record, path.at(-1) ?? '') : []
        return {
          code: 'MISSING_DATA',
          field,
          place: placeInProduct(facts, ...path),
          values: { field, instead: instead.map((set) => ` (${set} would do)`).join('') },
        }
      }),
    )
  },
}

/** What was declared fits the program: a disclaim has a code that is allowed, and the flag is one of the program. */
export const agencyDeclarationSound: ProductPredicate = {
  isOfProgram: true,
  codes: () => ['MISSING_DATA', 'INVALID_DATA', 'CHECK'],
  args: ['program'],
  reads: declarationOf,
  bind: (args) =>
    ofProgram(args, (facts, decision) => [...codeFaults(facts, decision), ...flagFaults(facts, decision)]),
}

/** The program is disclaimed although another fact of the product declares it. */
export const agencyDisclaimConsistent: ProductPredicate = {
  isOfProgram: true,
  codes: () => ['CHECK'],
  args: ['program'],
  reads: (args) => [...declarationOf(args), 'childrenProduct'],
  bind: (args) =>
    ofProgram(args, (facts, decision) => {
      const { record, treatment } = decision
      if (treatment.status !== 'disclaimed' || record.declaredBy === undefined) return nothing
      return facts.product[record.declaredBy] === true ? [statusOf(facts, decision, 'CHECK')] : nothing
    }),
}

/** Declared goods whose data is complete: it goes with the entry. */
export const agencyDataCarried: ProductPredicate = {
  isOfProgram: true,
  codes: () => ['NOTICE'],
  args: ['program'],
  reads: declarationOf,
  bind: (args) =>
    ofProgram(args, (facts, decision) => {
      const { treatment, missing, isPassedOver } = decision
      const isCarried = treatment.status === 'data' && missing.length === 0 && !isPassedOver
      return isCarried ? [statusOf(facts, decision, 'NOTICE')] : nothing
    }),
}

/** What the owner declared takes the goods out of the program. */
export const agencyPassedOver: ProductPredicate = {
  isOfProgram: true,
  codes: () => ['NOTICE'],
  args: ['program'],
  reads: declarationOf,
  bind: (args) =>
    ofProgram(args, (facts, decision) => (decision.isPassedOver ? [statusOf(facts, decision, 'NOTICE')] : nothing)),
}

/** The goods, and what the owner declared about the program. */
function declarationOf(args: RuleArguments): string[] {
  return ['htsCode', `pga.${textArgument(args, 'program')}`]
}

type OfDecision = (facts: ProductFacts, decision: PgaDecision) => readonly Detection[]

function ofProgram(args: RuleArguments, detect: OfDecision): (facts: ProductFacts) => readonly Detection[] {
  const name = choiceArgument(textArgument(args, 'program'), agencyPrograms, 'program')
  return (facts) => {
    const decision = facts.treatment().pga.find(({ treatment }) => treatment.program === name)
    return decision === undefined ? nothing : detect(facts, decision)
  }
}

function openCode(args: RuleArguments): 'QUESTION' | 'NOTICE' {
  return args['code'] === undefined ? 'QUESTION' : choiceArgument(args['code'], ['QUESTION', 'NOTICE'], 'code')
}

function statusOf(facts: ProductFacts, { treatment }: PgaDecision, code: Detection['code']): Detection {
  const { program, agency, flag } = treatment
  return {
    code,
    field: `pga.${program}.status`,
    place: placeInProduct(facts, 'pga', program, 'status'),
    values: { agency, flag: flag ?? '', htsCode: facts.product.htsCode ?? '' },
  }
}

function codeFaults(facts: ProductFacts, { treatment, record }: PgaDecision): Detection[] {
  const { program, status, disclaimCode, flag } = treatment
  if (status !== 'disclaimed') return []
  const known = record.flags.find((candidate) => candidate.flag === flag)
  const allowed = known?.requirement === 'must' ? [] : (known?.disclaimCodes ?? record.disclaimCodes)
  if (disclaimCode !== null && allowed.includes(disclaimCode)) return []
  const under = known === undefined ? '' : ` under the flag ${known.flag}`
  const choices = allowed.length === 0 ? 'None is: the data is required.' : `Allowed: ${allowed.join(', ')}.`
  return [
    {
      code: disclaimCode === null ? 'MISSING_DATA' : 'INVALID_DATA',
      field: `pga.${program}.disclaimCode`,
      place: placeInProduct(facts, 'pga', program, 'disclaimCode'),
      values: { value: disclaimCode ?? '', under, choices },
      expected: allowed,
    },
  ]
}

function flagFaults(facts: ProductFacts, { treatment, record }: PgaDecision): Detection[] {
  const { program, flag } = treatment
  const flags = record.flags.map((known) => known.flag)
  if (flag === null || flags.includes(flag)) return []
  const known = flags.length === 0 ? 'The pack knows no flag of it.' : `Known: ${flags.join(', ')}.`
  return [
    {
      code: 'CHECK',
      field: `pga.${program}.flag`,
      place: placeInProduct(facts, 'pga', program, 'flag'),
      values: { value: flag, known },
      expected: flags,
    },
  ]
}
