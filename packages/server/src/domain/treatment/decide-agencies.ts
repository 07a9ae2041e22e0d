import type { ProductFacts } from '../rules/facts.ts'
import { hasWord, isPassedOver, missingFields } from './agency-data.ts'
import type { AgenciesInForce, AgencyCandidate, AgencyProgram } from './agency-program.ts'
import type { PgaDecision } from './goods-treatment.ts'

/**
 * Every program that may regulate these goods, by its lists, and every one that the owner declared, by name. What was
 * declared is carried as it is: neither a prefix nor a default ever makes data or a disclaim.
 */
export function decideAgencies({ programs, byList }: AgenciesInForce, goods: ProductFacts): readonly PgaDecision[] {
  const listed = new Set<AgencyProgram>()
  for (const { list } of goods.lists) for (const program of byList.get(list) ?? []) listed.add(program)
  const stated = programsStated(programs, goods)
  if (listed.size + stated.length === 0) return none
  return [...new Set([...listed, ...stated])].sort(byName).flatMap((program) => {
    const asks = listed.has(program) ? candidacy(program, goods) : null
    return asks === null && !stated.includes(program) ? [] : [decision(program, goods, asks ?? [])]
  })
}

/** The programs that the product declares anything to, by their name or by a fact. */
function programsStated(programs: readonly AgencyProgram[], goods: ProductFacts): readonly AgencyProgram[] {
  const { pga, childrenProduct } = goods.product
  if (pga === undefined && childrenProduct !== true) return noPrograms
  return programs.filter((program) => pga?.[program.program] !== undefined || statesFact(program, goods))
}

function byName(a: AgencyProgram, b: AgencyProgram): number {
  return a.program < b.program ? -1 : 1
}

const noPrograms: readonly AgencyProgram[] = []
const none: readonly PgaDecision[] = []

/** The facts that would tell whether these goods are candidates, none when they are; null when they are not. */
function candidacy(program: AgencyProgram, goods: ProductFacts): readonly string[] | null {
  const met = program.candidates.filter((candidate) => meets(candidate, goods))
  if (met.length === 0) return null
  const open = met.map(({ fact }) => (fact === undefined || goods.product[fact] !== undefined ? undefined : fact))
  return open.includes(undefined) ? [] : [...new Set(open.filter((fact) => fact !== undefined))]
}

/** True also while the fact that decides is not stated. */
function meets({ lists, fact, word }: AgencyCandidate, goods: ProductFacts): boolean {
  if (fact !== undefined && goods.product[fact] === false) return false
  if (!goods.lists.some(({ list }) => lists.includes(list))) return false
  return word === undefined || hasWord(goods.product.description, word)
}

function statesFact({ declaredBy }: AgencyProgram, { product }: ProductFacts): boolean {
  return declaredBy !== undefined && product[declaredBy] === true
}

function decision(program: AgencyProgram, goods: ProductFacts, asks: readonly string[]): PgaDecision {
  const declaration = goods.product.pga?.[program.program]
  const status = declaration?.status ?? 'unknown'
  const data = declaration?.data ?? {}
  const flag = declaration?.flag ?? null
  const isDeclared = status === 'data' || (status === 'unknown' && statesFact(program, goods))
  const passedOver = status !== 'disclaimed' && isPassedOver(program, data)
  const isDue = isDeclared && !passedOver
  const below = (field: string): string => `pga.${program.program}.data.${field}`
  return {
    treatment: {
      program: program.program,
      agency: program.agency,
      flag,
      requirement: program.flags.find((known) => known.flag === flag)?.requirement ?? 'may',
      status,
      disclaimCode: declaration?.disclaimCode ?? null,
      data,
      ruleId: program.ruleId,
      citation: program.citation,
    },
    record: program,
    missing: isDue ? missingFields(program, program.needs, { data, goods }).map(below) : [],
    alsoMissing: isDue ? missingFields(program, program.asks, { data, goods }).map(below) : [],
    asks,
    isDeclared,
    isPassedOver: passedOver,
  }
}
