import type { Issue, PgaTreatment, Severity, TradeActionTreatment } from '@entrygo/sdk/contract'
import {
  evaluateProduct,
  type Finding,
  type ProductEvaluation,
  productReader,
  type ResolvedRules,
} from '@entrygo/server/rules'
import type { InputRecord } from '../input/record.ts'

/** A record of the catalogue as the sync would take it and as the rules see it. */
export interface CheckedProduct {
  readonly externalId: string
  /** Where it stands: `products.csv row 12`. */
  readonly at: string
  readonly record: InputRecord['value']
  readonly worst: Severity | null
  /** Worst first; `pointer` begins at the product. */
  readonly findings: readonly Finding[]
  readonly tradeActions: readonly TradeActionTreatment[]
  readonly pga: readonly PgaTreatment[]
}

/** A record that the sync would refuse, with every reason. */
export interface RefusedProduct {
  readonly at: string
  readonly externalId: string | null
  readonly issues: readonly Issue[]
}

/**
 * The records one after another, each checked by the rules about products. Keeps nothing but the external ids, about a
 * hundred bytes each: the second product of one id would overwrite the first.
 */
export async function* checkProducts(
  records: AsyncIterable<InputRecord>,
  rules: ResolvedRules,
): AsyncGenerator<CheckedProduct | RefusedProduct> {
  const read = await productReader()
  const seen = new Set<string>()
  for await (const { value, at } of records) {
    const product = read(value)
    if ('issues' in product) {
      const { externalId } = value
      yield { at, externalId: typeof externalId === 'string' ? externalId : null, issues: product.issues }
    } else if (seen.has(product.externalId)) {
      const { externalId } = product
      yield { at, externalId, issues: [repeatedId(externalId)] }
    } else {
      seen.add(product.externalId)
      const evaluation = evaluateProduct(rules, productName, product.product)
      yield { externalId: product.externalId, at, record: value, ...shown(evaluation) }
    }
  }
}

export function isRefused(product: CheckedProduct | RefusedProduct): product is RefusedProduct {
  return 'issues' in product
}

/** Stands in the pointers for the id that a product gets when it is synced. */
const productName = 'product'

function repeatedId(externalId: string): Issue {
  const message = `externalId ${externalId} stands further up already; give each its own.`
  return { path: 'externalId', message, code: 'duplicate' }
}

function shown({ findings, goods }: ProductEvaluation): Omit<CheckedProduct, 'externalId' | 'at' | 'record'> {
  const { tradeActions, pga } = goods.treatment()
  const start = `/products/${productName}`.length
  return {
    worst: findings[0]?.severity ?? null,
    findings: findings.map((finding) => ({ ...finding, pointer: finding.pointer.slice(start) })),
    tradeActions: tradeActions.map(({ treatment }) => treatment),
    pga: pga.map(({ treatment }) => treatment),
  }
}
