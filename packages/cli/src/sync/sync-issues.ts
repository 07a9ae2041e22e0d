import type { ErrorDocument } from '../errors.ts'
import type { InputRecord } from '../input/record.ts'

/** What a server found in one item of a batch. */
export interface ItemIssues {
  readonly text: string
  /** The first field. */
  readonly field: string
}

/** The issues of a refused batch by the position of their item; none where it was refused as a whole. */
export function issuesByItem(document: ErrorDocument, records: readonly InputRecord[]): Map<number, ItemIssues> {
  const found = new Map<number, ItemIssues>()
  const { status = 0 } = document
  if (status === 413 && records.length === 1) {
    return found.set(0, { text: 'is larger than the server takes: split it.', field: 'items' })
  }
  if (status !== 400 && status !== 422) return found
  for (const { path, message } of issuesIn(document.data)) {
    const [, index = '', field = ''] = /^items\.(\d+)\.?(.*)$/.exec(path) ?? []
    const at = Number(index)
    if (index === '' || at >= records.length) continue
    const text = field === '' ? message : `${field}: ${message}`
    const before = found.get(at)
    found.set(at, { text: before === undefined ? text : `${before.text}; ${text}`, field: before?.field ?? field })
  }
  return found
}

/** The same data, with the place in the input beside each issue of an item. */
export function withPlaces(data: object | undefined, records: readonly InputRecord[]): object | undefined {
  const details = detailsOf(data)
  if (details === undefined) return data
  const issues = details.issues.map((issue: unknown) => {
    if (typeof issue !== 'object' || issue === null || !('path' in issue)) return issue
    const [, index] = /^items\.(\d+)/.exec(String(issue.path)) ?? []
    const place = index === undefined ? undefined : records[Number(index)]?.at
    return place === undefined ? issue : { ...issue, at: place }
  })
  return { ...data, details: { ...details, issues } }
}

function issuesIn(data: object | undefined): readonly { readonly path: string; readonly message: string }[] {
  return (detailsOf(data)?.issues ?? []).flatMap((issue: unknown) =>
    typeof issue === 'object' && issue !== null && 'path' in issue && 'message' in issue
      ? [{ path: String(issue.path), message: String(issue.message) }]
      : [],
  )
}

function detailsOf(data: object | undefined): { readonly issues: readonly unknown[] } | undefined {
  const details = data !== undefined && 'details' in data ? data.details : undefined
  if (typeof details !== 'object' || details === null || !('issues' in details)) return undefined
  const { issues } = details
  return Array.isArray(issues) ? { ...details, issues } : undefined
}
