import type { FindingCode, PgaTreatment, ReadinessState, Severity, TradeActionTreatment } from '@entrygo/sdk/contract'
import type { Finding } from '@entrygo/server/rules'
import type { CheckedProduct, RefusedProduct } from './check-products.ts'

/** One fact that products wait for, or that is to be known about them. */
export interface FactSummary {
  readonly severity: Severity
  /** Missing, open, wrong, or to be checked. */
  readonly code: FindingCode
  /** Dotted name; a position in a list is `*`. */
  readonly field: string
  readonly products: number
  readonly ruleIds: readonly string[]
  /** Who can supply it. */
  readonly who: string
  readonly example: string
  /** Of the first finding. */
  readonly message: string
  /** The first few products. */
  readonly externalIds: readonly string[]
}

export interface TradeSummary {
  readonly program: string
  readonly applies: number
  readonly needs_answer: number
  /** Headings that would be filed, with the number of products; the one filed if nothing is answered where it is open. */
  readonly headings: Readonly<Record<string, number>>
}

export interface AgencySummary {
  readonly program: string
  readonly agency: string
  readonly data: number
  readonly disclaimed: number
  readonly unknown: number
}

export interface LintSummary {
  readonly products: number
  readonly readiness: Readonly<Record<ReadinessState, number>>
  /** Records that the sync would refuse; not among `products`. */
  readonly refused: number
  /** Worst first: severity, then the number of products. */
  readonly facts: readonly FactSummary[]
  readonly tradeActions: readonly TradeSummary[]
  readonly pga: readonly AgencySummary[]
}

interface Tally {
  readonly finding: Finding
  readonly field: string
  readonly ruleIds: Set<string>
  products: number
  readonly externalIds: string[]
}

const namedProducts = 3
const namedRefusals = 1000

/** Adds up products of any number: what it keeps grows with rules and fields, not with products. */
export class LintTally {
  readonly #facts = new Map<string, Tally>()
  readonly #trade = new Map<string, { applies: number; needs_answer: number; headings: Map<string, number> }>()
  readonly #agencies = new Map<string, { agency: string; data: number; disclaimed: number; unknown: number }>()
  readonly #readiness: Record<ReadinessState, number> = { READY: 0, REVIEW_REQUIRED: 0, BLOCKED: 0 }
  readonly refusals: RefusedProduct[] = []
  #products = 0
  #refused = 0

  /** Of all records so far. */
  get count(): number {
    return this.#products + this.#refused
  }

  /** `findings` are those that the run was asked about; the readiness counts all. */
  add(product: CheckedProduct, findings: readonly Finding[]): void {
    this.#products += 1
    this.#readiness[readinessOf(product.worst)] += 1
    const counted = new Set<Tally>()
    for (const finding of findings) this.#addFinding(finding, product.externalId, counted)
    for (const treatment of product.tradeActions) this.#addTrade(treatment)
    for (const treatment of product.pga) this.#addAgency(treatment)
  }

  refuse(product: RefusedProduct): void {
    this.#refused += 1
    if (this.refusals.length < namedRefusals) this.refusals.push(product)
  }

  summary(): LintSummary {
    return {
      products: this.#products,
      readiness: this.#readiness,
      refused: this.#refused,
      facts: [...this.#facts.values()].sort(compareTallies).map(factOf),
      tradeActions: [...this.#trade].map(([program, { headings, ...counts }]) => ({
        program,
        ...counts,
        headings: Object.fromEntries([...headings].sort(([a], [b]) => (a < b ? -1 : 1))),
      })),
      pga: [...this.#agencies]
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([program, counts]) => ({ program, ...counts })),
    }
  }

  #addFinding(finding: Finding, externalId: string, counted: Set<Tally>): void {
    const field = finding.field.replaceAll(/\.\d+(?=\.|$)/g, '.*')
    // A gap is one thing to supply, whoever asks for it; what is wrong or to be checked is one matter of each rule.
    const isGap = finding.code === 'MISSING_DATA' || finding.code === 'QUESTION'
    const key = `${finding.severity} ${field} ${isGap ? '' : `${finding.ruleId} ${finding.code}`}`
    const tally = this.#facts.get(key) ?? { finding, field, ruleIds: new Set(), products: 0, externalIds: [] }
    this.#facts.set(key, tally)
    tally.ruleIds.add(finding.ruleId)
    if (counted.has(tally)) return
    counted.add(tally)
    tally.products += 1
    if (tally.externalIds.length < namedProducts) tally.externalIds.push(externalId)
  }

  #addTrade({ program, heading, status }: TradeActionTreatment): void {
    if (status === 'not_applied') return
    const known = this.#trade.get(program) ?? { applies: 0, needs_answer: 0, headings: new Map<string, number>() }
    this.#trade.set(program, known)
    known[status] += 1
    const name = heading ?? 'none'
    known.headings.set(name, (known.headings.get(name) ?? 0) + 1)
  }

  #addAgency({ program, agency, status }: PgaTreatment): void {
    const known = this.#agencies.get(program) ?? { agency, data: 0, disclaimed: 0, unknown: 0 }
    this.#agencies.set(program, known)
    known[status] += 1
  }
}

export function readinessOf(worst: Severity | null): ReadinessState {
  if (worst === 'BLOCK') return 'BLOCKED'
  return worst === 'REVIEW' ? 'REVIEW_REQUIRED' : 'READY'
}

const ranks: Readonly<Record<Severity, number>> = { BLOCK: 0, REVIEW: 1, INFO: 2 }

function compareTallies(a: Tally, b: Tally): number {
  return (
    ranks[a.finding.severity] - ranks[b.finding.severity] || b.products - a.products || (nameOf(a) < nameOf(b) ? -1 : 1)
  )
}

function nameOf({ field, finding }: Tally): string {
  return `${field} ${finding.ruleId} ${finding.code}`
}

function factOf({ finding, field, ruleIds, products, externalIds }: Tally): FactSummary {
  const { severity, code, fix, message } = finding
  return {
    severity,
    code,
    field,
    products,
    ruleIds: [...ruleIds].sort(),
    who: fix.who,
    example: fix.example,
    message,
    externalIds,
  }
}
