import { hash } from 'node:crypto'

/**
 * Remembers which ids have been, in 16 to 32 bytes each instead of the ids themselves: a million of them are no burden.
 * Two different ids are taken for one with a chance below 1 in 10^7 at a million (64 bits of SHA-256).
 */
export class SeenIds {
  #slots = new BigUint64Array(1024)
  #count = 0

  /** Whether the id has been added before; adds it. */
  hasOrAdd(id: string): boolean {
    if (this.#count * 2 >= this.#slots.length) this.#grow()
    const found = put(this.#slots, markOf(id))
    if (!found) this.#count += 1
    return found
  }

  #grow(): void {
    const slots = new BigUint64Array(this.#slots.length * 2)
    for (const mark of this.#slots) if (mark !== 0n) put(slots, mark)
    this.#slots = slots
  }
}

/** Zero marks an empty slot, so that no id may have it. */
function markOf(id: string): bigint {
  return BigInt(`0x${hash('sha256', id, 'hex').slice(0, 16)}`) || 1n
}

function put(slots: BigUint64Array, mark: bigint): boolean {
  const mask = slots.length - 1
  for (let at = Number(mark & BigInt(mask)); ; at = (at + 1) & mask) {
    const there = slots[at]
    if (there === mark) return true
    if (there === 0n || there === undefined) {
      slots[at] = mark
      return false
    }
  }
}
