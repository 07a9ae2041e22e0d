import type { DrawnOrder } from './random-invoices.ts'

/**
 * What the documents must say, worked out with whole numbers from the decimal texts alone. It shares no code with the
 * product: a value is a fraction of two BigInts until it is rounded, once.
 */
export interface ExpectedInvoice {
  readonly externalId: string
  readonly lines: readonly { readonly lineValueUsd: string; readonly customsValueUsd: string | null }[]
  readonly charges: readonly string[]
  readonly assists: readonly string[]
  readonly goodsValueUsd: string
  readonly chargesUsd: string
  readonly invoiceTotalUsd: string
  readonly enteredValueUsd: string
  readonly goods: bigint
  readonly outside: bigint
  readonly entered: bigint
}

interface Fraction {
  readonly over: bigint
  readonly under: bigint
}

export function expectedInvoice({ externalId, lines, charges, assists }: DrawnOrder): ExpectedInvoice {
  const values = lines.map(({ quantity, unitValueUsd }) => cents(product(fraction(quantity), fraction(unitValueUsd))))
  const customs = lines.map(({ customsValueUsd }) =>
    customsValueUsd === null ? null : cents(fraction(customsValueUsd)),
  )
  const goods = values.reduce((sum, value) => sum + value, 0n)
  const entered = values.reduce((sum, value, index) => sum + (customs[index] ?? value), 0n)
  const amounts = charges.map(({ amountUsd }) => cents(fraction(amountUsd)))
  const outside = charges.reduce((sum, { type, included }, index) => {
    if (included) return sum
    return type === 'discount' ? sum - (amounts[index] ?? 0n) : sum + (amounts[index] ?? 0n)
  }, 0n)
  return {
    externalId,
    lines: values.map((value, index) => ({
      lineValueUsd: dollars(value),
      customsValueUsd: dollarsOrNull(customs[index]),
    })),
    charges: amounts.map(dollars),
    assists: assists.map((amount) => dollars(cents(fraction(amount)))),
    goodsValueUsd: dollars(goods),
    chargesUsd: dollars(outside),
    invoiceTotalUsd: dollars(goods + outside),
    enteredValueUsd: dollars(entered),
    ...{ goods, outside, entered },
  }
}

/** '12.34' of 1234 cents. */
export function dollars(amount: bigint): string {
  const sign = amount < 0n ? '-' : ''
  const absolute = amount < 0n ? -amount : amount
  return `${sign}${absolute / 100n}.${String(absolute % 100n).padStart(2, '0')}`
}

function dollarsOrNull(amount: bigint | null | undefined): string | null {
  return amount === null || amount === undefined ? null : dollars(amount)
}

/** The exact value of a decimal text as JSON allows it. */
function fraction(text: string): Fraction {
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e')
  const [whole = '', decimals = ''] = mantissa.split('.')
  const power = BigInt(exponent) - BigInt(decimals.length)
  const over = BigInt(whole + decimals)
  return power >= 0n ? { over: over * 10n ** power, under: 1n } : { over, under: 10n ** -power }
}

function product(a: Fraction, b: Fraction): Fraction {
  return { over: a.over * b.over, under: a.under * b.under }
}

/** Half a cent goes up; amounts are never negative here. */
function cents({ over, under }: Fraction): bigint {
  const whole = (over * 100n) / under
  const rest = (over * 100n) % under
  return rest * 2n >= under ? whole + 1n : whole
}
