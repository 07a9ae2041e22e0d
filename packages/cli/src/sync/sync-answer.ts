import { Spool } from '../lint/spool.ts'
import type { Output } from '../output.ts'

/** The answered records of a sync, until they are printed. */
export interface AnsweredRecords<Answer> {
  add(answer: Answer): void
  /** The first ones, which a person is shown. */
  readonly first: readonly Answer[]
  /** Prints `document` with the records in its `data.data`: one JSON document, however many there are. */
  pour(output: Output, document: PouredDocument): Promise<void>
  close(): void
}

export interface PouredDocument {
  readonly data: object
  readonly next: readonly unknown[]
  readonly idempotencyKey: string
}

/** More than any table shows; enough for a YAML document that a person still reads. */
const keptFirst = 20

/**
 * Records are kept as text, above a few megabytes on disk: an answer begins with its counts, which are known at the end,
 * and a failure half-way must leave no half answer.
 */
export function answeredRecords<Answer>({ isKept }: { readonly isKept: boolean }): AnsweredRecords<Answer> {
  const spool = new Spool()
  const first: Answer[] = []
  let isEmpty = true
  return {
    first,
    add: (answer) => {
      if (first.length < keptFirst) first.push(answer)
      if (!isKept) return
      spool.add(`${isEmpty ? '' : ',\n'}      ${JSON.stringify(answer)}`)
      isEmpty = false
    },
    pour: (output, document) => output.pour(piecesOf(document, spool)),
    close: () => spool.close(),
  }
}

async function* piecesOf({ data, next, idempotencyKey }: PouredDocument, spool: Spool): AsyncGenerator<string> {
  const head = JSON.stringify({ data }, undefined, 2)
  // The object ends with `\n  }\n}`: what follows stands before those.
  yield `${head.slice(0, head.lastIndexOf('\n  }'))},\n    "data": [\n`
  yield* spool.read()
  yield `\n    ]\n  },\n  "next": ${JSON.stringify(next)},\n  "idempotencyKey": ${JSON.stringify(idempotencyKey)}\n}\n`
}
