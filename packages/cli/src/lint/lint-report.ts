import { type Finding, wireFinding } from '@entrygo/server/rules'
import type { CheckedProduct } from './check-products.ts'
import { readinessOf } from './lint-summary.ts'
import { Spool } from './spool.ts'

/** The answer as JSON: the summary, then every product that was asked about, a line each. */
export class LintReport {
  readonly #products = new Spool()
  #isEmpty = true

  add(product: CheckedProduct, findings: readonly Finding[]): void {
    const { externalId, at, worst, tradeActions, pga } = product
    const entry = {
      externalId,
      at,
      readinessState: readinessOf(worst),
      findings: findings.map(withoutId),
      trade_actions: tradeActions,
      pga,
    }
    this.#products.add(`${this.#isEmpty ? '' : ',\n'}      ${JSON.stringify(entry)}`)
    this.#isEmpty = false
  }

  /** The document of the answer: `head` with the products as its last member. */
  async *document({ products: count, ...head }: { readonly products: number }): AsyncGenerator<string> {
    const open = JSON.stringify({ data: { ...head, count } }, undefined, 2).replace(/\n {2}\}\n\}$/, '')
    yield `${open},\n    "products": [\n`
    yield* this.#products.read()
    yield '\n    ]\n  },\n  "next": []\n}\n'
  }

  close(): void {
    this.#products.close()
  }
}

/** A finding as the contract has it, without an id: the product has none yet. */
function withoutId(finding: Finding): object {
  const { product_id: _, ...told } = wireFinding(finding)
  return told
}
