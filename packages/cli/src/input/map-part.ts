import { inputError } from '../errors.ts'
import { isRecord } from './record.ts'

export type Constant = string | number | boolean

/** One object of the document, read by kind; what is wrong is named by its place. */
export class MapPart {
  readonly at: string
  readonly #value: Readonly<Record<string, unknown>>

  constructor(value: unknown, at: string) {
    this.at = at
    if (!isRecord(value)) throw inputError(`${at} is no object: see docs/guides/import-orders.md.`, 'map')
    this.#value = value
  }

  wrong(name: string, remedy: string): Error {
    return inputError(`${this.at}${name === '' ? '' : ` ${name}`}: ${remedy}.`, 'map')
  }

  allow(names: readonly string[]): void {
    const unknown = Object.keys(this.#value).find((name) => !names.includes(name))
    if (unknown !== undefined) throw this.wrong(`"${unknown}"`, `is not known here; there are ${names.join(', ')}`)
  }

  raw(name: string): unknown {
    return Object.hasOwn(this.#value, name) ? this.#value[name] : undefined
  }

  text(name: string): string | undefined {
    const value = this.raw(name)
    if (value === undefined || typeof value === 'string') return value
    throw this.wrong(name, 'give a text')
  }

  texts(name: string): readonly string[] | undefined {
    const value = this.raw(name)
    if (value === undefined) return undefined
    const list = Array.isArray(value) ? value : [value]
    if (list.length > 0 && list.every(isConstant)) return list.map(String)
    throw this.wrong(name, 'give a text or a list of texts')
  }

  choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice | undefined {
    const value = this.raw(name)
    const found = choices.find((choice) => choice === value)
    if (value === undefined || found !== undefined) return found
    throw this.wrong(name, `is one of ${choices.join(', ')}`)
  }

  constant(name: string): Constant | undefined {
    const value = this.raw(name)
    if (value === undefined || isConstant(value)) return value
    throw this.wrong(name, 'give a text, a number, true or false')
  }

  constants(name: string): Readonly<Record<string, Constant>> | undefined {
    const value = this.raw(name)
    if (value === undefined) return undefined
    const entries = isRecord(value) ? Object.entries(value) : []
    const isRight = entries.length > 0 && entries.every(([, one]) => isConstant(one))
    if (!isRight) throw this.wrong(name, 'write <what stands in the file>: <what it means>')
    return Object.fromEntries(entries.flatMap(([text, one]) => (isConstant(one) ? [[text.toLowerCase(), one]] : [])))
  }

  parts(name: string): readonly MapPart[] {
    const value = this.raw(name)
    if (value === undefined) return []
    if (!Array.isArray(value)) throw this.wrong(name, 'give a list')
    return value.map((one: unknown, index) => new MapPart(one, `${this.at} ${name}[${index}]`))
  }
}

function isConstant(value: unknown): value is Constant {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
