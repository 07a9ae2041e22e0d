import { isNode } from './contract.ts'
import type { Random } from './random.ts'

/** A copy of a valid body with one thing wrong somewhere inside. */
export function broken(body: unknown, random: Random): unknown {
  const copy = structuredClone(body)
  const places = holders(copy)
  if (places.length === 0) return random.pick(junk)
  const { holder, key } = random.pick(places)
  const kind = random.below(4)
  if (kind === 0) delete holder[key]
  else if (kind === 1) holder[`${key}_x`] = 1
  else holder[key] = random.pick(junk)
  return copy
}

/** Text that is not the JSON of a valid body, in the ways that clients and attackers get it wrong. */
export function brokenText(body: unknown, random: Random): string {
  const text = JSON.stringify(body)
  const ways: readonly (() => string)[] = [
    () => text.slice(0, random.below(text.length)),
    () => `${text}${text}`,
    () => text.replace('{', '{"accountId":"acc_other",'),
    () => text.replace('{', '{"__proto__":{"polluted":true},'),
    () => text.replace('{', '{"x":123456789012345678901234567890,'),
    () => `${'['.repeat(1000)}${']'.repeat(1000)}`,
    () => text.replace('"', "'"),
    () => text.replace('{', '{"x":NaN,'),
    () => text.replace('{', '{"x":1e999,'),
    () => text.replace('{', '{"x":"\\ud800",'),
    () => text.replace('{', '{"x":"\\u0000",'),
    () => `\ufeff${text}`,
    () => '',
    () => 'null',
    () => '"text"',
    () => '[]',
  ]
  return random.pick(ways)()
}

const junk: readonly unknown[] = [
  null,
  '',
  ' ',
  0,
  -1,
  1.00001,
  99999999999999,
  true,
  [],
  {},
  [[]],
  'x'.repeat(5000),
  '0000',
  'NaN',
  '-1',
  '2026-02-30',
  '🚢',
  '<script>alert(1)</script>',
  "'; drop table orders; --",
  '=1+1',
  { toString: 'x' },
]

interface Place {
  readonly holder: Record<string, unknown>
  readonly key: string
}

function holders(value: unknown): Place[] {
  if (Array.isArray(value)) return value.flatMap(holders)
  if (!isRecord(value)) return []
  return Object.keys(value).flatMap((key) => [{ holder: value, key }, ...holders(value[key])])
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return isNode(value)
}
