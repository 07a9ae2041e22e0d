import { usageError } from '../errors.ts'

/** What was given on the command line, by the camel-case name of each flag. */
export interface Flags {
  text(name: string): string | undefined
  list(name: string): readonly string[]
  isSet(name: string): boolean
  /** A whole number within bounds; throws a usage error that names the flag. */
  count(name: string, bounds: { readonly min: number; readonly max: number }): number | undefined
  /** `500ms`, `30s`, `10m` or plain seconds, as milliseconds. */
  durationMs(name: string): number | undefined
  argument(index: number): string | undefined
}

export function readFlags(values: Readonly<Record<string, unknown>>, given: readonly string[]): Flags {
  const text = (name: string): string | undefined => {
    const value = values[name]
    return typeof value === 'string' ? value : undefined
  }
  return {
    text,
    list: (name) => {
      const value = values[name]
      return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
    },
    // The parser keeps `--no-input` as `input: false`.
    isSet: (name) => values[name] === true || values[positiveOf(name)] === false,
    count: (name, { min, max }) => {
      const value = text(name)
      if (value === undefined) return undefined
      const count = Number(value)
      if (/^\d+$/.test(value) && count >= min && count <= max) return count
      throw usageError(`${flagOf(name)} is "${value}": give a whole number from ${min} to ${max}.`, flagOf(name))
    },
    durationMs: (name) => {
      const value = text(name)
      return value === undefined ? undefined : durationMs(value, flagOf(name))
    },
    argument: (index) => given[index],
  }
}

function positiveOf(name: string): string {
  return /^no[A-Z]/.test(name) ? `${name.charAt(2).toLowerCase()}${name.slice(3)}` : ''
}

/** `batchId` as it is written on the command line: `--batch-id`. */
export function flagOf(name: string): string {
  return `--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`
}

const unitsMs: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }

function durationMs(value: string, flag: string): number {
  const [, amount = '', unit = 's'] = /^(\d{1,7})(ms|s|m|h)?$/.exec(value) ?? []
  const ms = Number(amount) * (unitsMs[unit] ?? Number.NaN)
  if (amount !== '' && ms > 0 && ms <= 24 * 3_600_000) return ms
  throw usageError(`${flag} is "${value}": give a time such as 500ms, 30s or 10m, at most 24h.`, flag)
}
