/**
 * Exact value of a wire number in units of 1/10,000. The wire layer lets only numbers of at most four decimals and 15
 * significant digits through; any other throws a RangeError. No rounding gets in: a number that equals `scaled / 10,000`
 * is the double nearest to that decimal, so it was read from just that text.
 */
export function scaledWireNumber(wireNumber: number): bigint {
  return BigInt(scaledNumber(wireNumber))
}

/** Quantity × unit value in US cents, rounded half-up once. */
export function lineValueCents(quantity: number, unitValueUsd: number): bigint {
  const [scaledQuantity, scaledValue] = [scaledNumber(quantity), scaledNumber(unitValueUsd)]
  const product = scaledQuantity * scaledValue
  // Up to here the product is exact and its quotient errs by less than a millionth, the least that it can be off a whole
  // number: every line of a plan comes by, and whole numbers of the machine take a fifth of the time.
  if (product < 2 ** 50) return BigInt(Math.floor((product + 500_000) / 1_000_000))
  return divideHalfUp(BigInt(scaledQuantity) * BigInt(scaledValue), 1_000_000n)
}

/** A wire amount of US dollars in cents, rounded half-up. */
export function usdCents(amountUsd: number): bigint {
  return divideHalfUp(scaledWireNumber(amountUsd), 100n)
}

export function sumCents(amounts: Iterable<bigint>): bigint {
  let sum = 0n
  for (const amount of amounts) sum += amount
  return sum
}

/** '12.34': always two decimals, no separators. */
export function centsText(cents: bigint): string {
  const digits = (cents < 0n ? -cents : cents).toString().padStart(3, '0')
  return `${cents < 0n ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** The JSON number whose shortest decimal text is the amount; exact up to 15 significant digits. */
export function centsToWireNumber(cents: bigint): number {
  return Number(centsText(cents))
}

/** Non-negative division, half rounded up. */
export function divideHalfUp(dividend: bigint, divisor: bigint): bigint {
  return (dividend * 2n + divisor) / (divisor * 2n)
}

function scaledNumber(wireNumber: number): number {
  const scaled = Math.round(wireNumber * 10_000)
  if (scaled < 0 || !Number.isSafeInteger(scaled) || scaled / 10_000 !== wireNumber) {
    throw new RangeError(`Not a wire number of at most four decimals: ${wireNumber}.`)
  }
  return scaled
}
