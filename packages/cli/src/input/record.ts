/** One record of a sync and where it stands: `orders.csv row 12`. */
export interface InputRecord {
  readonly value: Readonly<Record<string, unknown>>
  readonly at: string
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
