import type { Export } from '@entrygo/sdk/contract'

export interface Warning {
  readonly title: string
  readonly text: string
}

/** What nobody may overlook: the broker may hold the export twice, or nobody knows whether it holds it at all. */
export function warningsOf({ broker_submission: submission }: Pick<Export, 'broker_submission'>): readonly Warning[] {
  if (submission === null) return []
  const { status, duplicate_possible: isDouble } = submission
  return [
    ...(isDouble ? [{ title: 'DUPLICATE POSSIBLE', text: duplicateText }] : []),
    ...(status === 'unknown' ? [{ title: 'OUTCOME UNKNOWN', text: unknownText }] : []),
    ...(status === 'failed' ? [{ title: 'NOT SENT', text: 'the broker does not hold it.' }] : []),
  ]
}

const duplicateText = 'the broker may have received this export more than once. Tell them.'

const unknownText = 'it may have arrived, and EntryGo does not send it again by itself: ask the broker.'
