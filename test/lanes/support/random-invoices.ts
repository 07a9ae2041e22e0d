import type { Random } from './random.ts'

/** A line as its decimal texts, before any program read them as numbers. */
export interface DrawnLine {
  readonly quantity: string
  readonly unitValueUsd: string
  /** Null: the value for customs is the price. */
  readonly customsValueUsd: string | null
}

export interface DrawnCharge {
  readonly type: string
  readonly amountUsd: string
  readonly included: boolean
}

export interface DrawnOrder {
  readonly externalId: string
  readonly lines: readonly DrawnLine[]
  readonly charges: readonly DrawnCharge[]
  readonly assists: readonly string[]
}

/**
 * Orders of one to 200 lines whose amounts cover what the contract lets through: 0 to 4 decimals, up to eleven digits
 * before the point, ties at half a cent, the two ends of the range, other spellings of the same number.
 */
export function drawOrders(random: Random, count: number, firstNumber: number): DrawnOrder[] {
  return Array.from({ length: count }, (_, index) => drawOrder(random, `M-${firstNumber + index}`))
}

function drawOrder(random: Random, externalId: string): DrawnOrder {
  const lineCount = random.chance(0.002) ? 200 : 1 + random.below(random.chance(0.1) ? 30 : 4)
  const scale = random.pick(scales)
  const lines = Array.from({ length: lineCount }, () => drawLine(random, scale))
  return {
    externalId,
    lines,
    charges: Array.from({ length: random.chance(0.5) ? random.below(4) : 0 }, () => ({
      type: random.pick(chargeTypes),
      amountUsd: drawAmount(random, random.below(7)),
      included: random.chance(0.3),
    })),
    assists: random.chance(0.1) ? [drawAmount(random, 4)] : [],
  }
}

const chargeTypes = ['freight', 'insurance', 'packing', 'commission', 'royalty', 'discount', 'other'] as const

/** Most digits before the point of quantity and unit value; the last ones reach the bounds and are mostly refused. */
const scales = [
  ...Array.from({ length: 12 }, () => [3, 3] as const),
  [5, 4],
  [8, 2],
  [1, 9],
  [2, 11],
  [11, 1],
  [11, 11],
] as const

function drawLine(random: Random, [whole, dollars]: readonly [number, number]): DrawnLine {
  const isFree = random.chance(0.03)
  const isTie = random.chance(0.2)
  return {
    quantity: isTie ? String(1 + 2 * random.below(500)) : drawQuantity(random, whole),
    unitValueUsd: isTie
      ? `${random.below(1000)}.${random.below(100).toString().padStart(2, '0')}5`
      : drawAmount(random, dollars),
    customsValueUsd: isFree ? drawAmount(random, 3) : null,
  }
}

function drawQuantity(random: Random, wholeDigits: number): string {
  if (random.chance(0.005)) return wholeDigits === 11 ? '99999999999.9999' : '0.0001'
  const drawn = drawDecimal(random, wholeDigits)
  return /[1-9]/.test(drawn) ? drawn : '1'
}

function drawAmount(random: Random, wholeDigits: number): string {
  if (random.chance(0.005)) return wholeDigits === 11 ? '99999999999.9999' : random.pick(['0.0001', '0.005', '0'])
  return drawDecimal(random, wholeDigits)
}

/** Also in spellings that mean the same number: zeros at the end, an exponent. */
function drawDecimal(random: Random, wholeDigits: number): string {
  const whole = digits(random, random.below(wholeDigits + 1)).replace(/^0+(?=\d)/, '') || '0'
  const decimals = random.below(5)
  const text = decimals === 0 ? whole : `${whole}.${digits(random, decimals)}`
  if (decimals > 0 && random.chance(0.02)) return `${text}0`
  return random.chance(0.02) ? `${text}e0` : text
}

function digits(random: Random, count: number): string {
  return Array.from({ length: count }, () => String(random.below(10))).join('')
}
