/** Cents of a text that `centsText` wrote ('12.34', '-0.05'); throws a RangeError for any other text. */
export function centsIn(amount: string): bigint {
  if (!/^-?\d+\.\d{2}$/.test(amount)) throw new RangeError(`Not an amount with two decimals: ${amount}.`)
  return BigInt(amount.replace('.', ''))
}
