/** Measures on the wire are decimal strings of at most four decimals; inside they are counted in units of 1/10,000. */
export const decimalScale = 10_000n

/** A non-negative decimal of at most four decimals in units of 1/10,000; null when the text is not one. */
export function parseDecimal(text: string): bigint | null {
  const match = decimalPattern.exec(text)
  if (match === null) return null
  const [, whole = '', fraction = ''] = match
  return BigInt(whole + fraction.padEnd(4, '0'))
}

/** Shortest text of a scaled decimal: 125000n is '12.5'. */
export function decimalText(scaled: bigint): string {
  const digits = scaled.toString().padStart(5, '0')
  const fraction = digits.slice(-4).replace(/0+$/, '')
  return digits.slice(0, -4) + (fraction === '' ? '' : `.${fraction}`)
}

/** Exact sum of decimal strings, scaled; null when one of them is not a decimal. */
export function sumDecimals(texts: Iterable<string>): bigint | null {
  let sum = 0n
  for (const text of texts) {
    const scaled = parseDecimal(text)
    if (scaled === null) return null
    sum += scaled
  }
  return sum
}

const decimalPattern = /^(\d+)(?:\.(\d{1,4}))?$/
