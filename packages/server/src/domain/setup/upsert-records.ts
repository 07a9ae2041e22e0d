import type { Issue } from '@entrygo/sdk/contract'
import type { RecordDocuments, RecordKind, StoredRecord } from '../records.ts'
import { type Refusal, refuseIssues } from '../refusal.ts'
import { isEqualJson } from './canonical-copy.ts'

/** What a sync writes and answers. */
export interface Upserted<Kind extends RecordKind> {
  /** Only what changed: a record whose content is as it was is not written and keeps its `rev`. */
  readonly records: StoredRecord<Kind>[]
  /** In the order of the request. */
  readonly answers: (RecordDocuments[Kind] & { created: boolean })[]
}

/** The normalised content of one item; `secret` null keeps the one that is stored. */
export interface Draft<Kind extends RecordKind> {
  readonly doc: RecordDocuments[Kind]
  readonly secret: string | null
}

export interface UpsertRecipe<Kind extends RecordKind, Input> {
  readonly kind: Kind
  /** What the schema cannot say about one item; paths start at the item. */
  readonly issuesOf: (item: Input, stored: StoredRecord<Kind> | undefined) => readonly Issue[]
  readonly draftOf: (item: Input, id: string, stored: StoredRecord<Kind> | undefined) => Draft<Kind>
}

export interface UpsertRequest<Kind extends RecordKind, Input> {
  readonly items: readonly Input[]
  /** Stored records by external id; unknown ones are absent. */
  readonly existing: ReadonlyMap<string, StoredRecord<Kind>>
  readonly makeId: () => string
}

/** All or nothing: one wrong item refuses the request with every issue of every item. */
export function upsertRecords<Kind extends RecordKind, Input extends { readonly externalId: string }>(
  recipe: UpsertRecipe<Kind, Input>,
  { items, existing, makeId }: UpsertRequest<Kind, Input>,
): Upserted<Kind> | Refusal {
  const issues = [
    ...repeated(items, ({ externalId }) => externalId, {
      path: (index) => `items.${index}.externalId`,
      name: 'externalId',
    }),
    ...items.flatMap((item, index) =>
      recipe.issuesOf(item, existing.get(item.externalId)).map((issue) => below(index, issue)),
    ),
  ]
  if (issues.length > 0)
    return refuseIssues('VALIDATION_ERROR', 'Request validation failed.', issues.slice(0, maxIssues))
  const records: StoredRecord<Kind>[] = []
  const answers = items.map((item) => {
    const stored = existing.get(item.externalId)
    const draft = recipe.draftOf(item, stored?.id ?? makeId(), stored)
    const record = nextRecord(recipe.kind, draft, stored)
    if (record !== stored) records.push(record)
    const { id, externalId } = record.doc
    return Object.assign({ id, externalId, created: stored === undefined }, record.doc)
  })
  return { records, answers }
}

/** A `duplicate` issue for each item whose key an earlier one has. */
export function repeated<Item>(
  items: readonly Item[],
  keyOf: (item: Item, index: number) => string,
  { path, name }: { path: (index: number) => string; name: string },
): Issue[] {
  const firstAt = new Map<string, number>()
  return items.flatMap((item, index): Issue[] => {
    const key = keyOf(item, index)
    const first = firstAt.get(key)
    if (first === undefined) {
      firstAt.set(key, index)
      return []
    }
    const message = `${name} ${key} stands at position ${first} already; give each its own.`
    return [{ path: path(index), message, code: 'duplicate' }]
  })
}

/** As many as the contract lets an error envelope name. */
export const maxIssues = 1000

function below(index: number, issue: Issue): Issue {
  return { ...issue, path: `items.${index}.${issue.path}` }
}

function nextRecord<Kind extends RecordKind>(
  kind: Kind,
  draft: Draft<Kind>,
  stored: StoredRecord<Kind> | undefined,
): StoredRecord<Kind> {
  const { doc } = draft
  const secret = draft.secret ?? stored?.secret ?? null
  if (stored !== undefined && stored.secret === secret && isEqualJson(stored.doc, doc)) return stored
  return {
    kind,
    id: doc.id,
    externalId: doc.externalId,
    rev: (stored?.rev ?? 0) + 1,
    doc,
    secret,
    executedExport: stored?.executedExport ?? null,
  }
}
