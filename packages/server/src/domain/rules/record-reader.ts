/** Typed reading of one untyped JSON object; collects a reason for every member that is not what it should be. */
export interface RecordReader {
  readonly reasons: string[]
  readonly text: (name: string) => string
  readonly textOrNull: (name: string) => string | null
  readonly choice: <Choice extends string>(name: string, choices: readonly [Choice, ...Choice[]]) => Choice
  readonly texts: (name: string) => readonly string[]
  readonly date: (name: string) => string
  readonly dateOrNull: (name: string) => string | null
  readonly flag: (name: string) => boolean
  /** Empty, with a reason, when the member is not an object. */
  readonly object: (name: string) => Readonly<Record<string, unknown>>
  readonly objects: (name: string) => readonly Readonly<Record<string, unknown>>[]
  readonly has: (name: string) => boolean
  /** Refuses members that nobody reads. */
  readonly allow: (names: readonly string[]) => void
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** A calendar date `YYYY-MM-DD` that exists. */
export function isDate(text: string): boolean {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
  return days !== undefined && day >= 1 && day <= days
}

export function readRecord(record: Readonly<Record<string, unknown>>): RecordReader {
  const reasons: string[] = []
  const refuse = <Value>(name: string, wanted: string, instead: Value): Value => {
    reasons.push(`${name} must be ${wanted}, but is ${JSON.stringify(record[name]) ?? 'missing'}`)
    return instead
  }
  const text = (name: string): string => {
    const value = record[name]
    return typeof value === 'string' && value.trim() !== '' ? value : refuse(name, 'a text', '')
  }
  const date = (name: string): string => {
    const value = record[name]
    return typeof value === 'string' && isDate(value) ? value : refuse(name, 'a date YYYY-MM-DD', '')
  }
  return {
    reasons,
    text,
    textOrNull: (name) => (record[name] === null ? null : text(name)),
    choice: (name, choices) =>
      choices.find((choice) => choice === record[name]) ?? refuse(name, `one of ${choices.join(', ')}`, choices[0]),
    texts: (name) => {
      const value = record[name]
      return isTextList(value) ? value : refuse(name, 'a list of texts', [])
    },
    date,
    dateOrNull: (name) => (record[name] === null ? null : date(name)),
    flag: (name) => {
      const value = record[name]
      return typeof value === 'boolean' ? value : refuse(name, 'true or false', false)
    },
    object: (name) => {
      const value = record[name]
      return isRecord(value) ? value : refuse(name, 'an object', {})
    },
    objects: (name) => {
      const value = record[name]
      return Array.isArray(value) && value.every(isRecord) ? value : refuse(name, 'a list of objects', [])
    },
    has: (name) => record[name] !== undefined,
    allow: (names) => {
      for (const name of Object.keys(record)) if (!names.includes(name)) reasons.push(`${name} is not a known member`)
    },
  }
}

function isTextList(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((item) => typeof item === 'string')
}
