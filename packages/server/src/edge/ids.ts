import { randomBytes, randomFillSync } from 'node:crypto'
import type { Clock, Ids } from '../ports.ts'

/** Ids whose order is the order of their milliseconds and whose tail nobody can guess. */
export function systemIds(clock: Clock): Ids {
  let lastMs = -1
  let lastTime = ''
  return {
    next: (prefix) => {
      const now = clock.now()
      if (now !== lastMs) {
        lastMs = now
        lastTime = encodedTime(now)
      }
      return `${prefix}_${lastTime}${randomTail()}`
    },
    fraction: () => (randomByte() * 0x1_0000 + randomByte() * 0x100 + randomByte()) / 0x100_0000,
    secret: () => randomBytes(32).toString('base64'),
  }
}

// Crockford's base 32, lower case: no i, l, o, u, and ASCII order is value order.
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz'
const timeCharacters = 10
const randomCharacters = 16

function encodedTime(ms: number): string {
  let rest = ms
  let text = ''
  for (let index = 0; index < timeCharacters; index += 1) {
    text = alphabet.charAt(rest % 32) + text
    rest = Math.floor(rest / 32)
  }
  return text
}

// 256 is a multiple of 32, so the low five bits of a random byte are uniform.
function randomTail(): string {
  let text = ''
  for (let index = 0; index < randomCharacters; index += 1) text += alphabet.charAt(randomByte() & 31)
  return text
}

// One call into the kernel for many ids.
const pool = new Uint8Array(4096)
let used = pool.length

function randomByte(): number {
  if (used === pool.length) {
    randomFillSync(pool)
    used = 0
  }
  const byte = pool[used] ?? 0
  used += 1
  return byte
}
