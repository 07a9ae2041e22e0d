import type { Random } from './random.ts'
import type { Traced } from './traced-writes.ts'

type Change = Extract<Traced, { did: 'write' | 'resize' }>

interface ModelFile {
  readonly durable: GrowingBytes
  /** Done since the last sync of the file: visible to every process, and lost or kept in part when the power fails. */
  pending: Change[]
}

const sector = 512

/**
 * What a disk holds that keeps its promise of a sync and nothing else. Names of files are taken as kept: what is removed is
 * gone at once. Lost directory entries and lying disks are not modelled.
 */
export class DiskModel {
  readonly #files = new Map<string, ModelFile>()

  apply(step: Traced): void {
    if (step.did === 'say') return
    if (step.did === 'remove') {
      this.#files.delete(step.file)
      return
    }
    const file = this.#files.get(step.file) ?? { durable: new GrowingBytes(), pending: [] }
    this.#files.set(step.file, file)
    if (step.did === 'sync') {
      for (const change of file.pending) file.durable.apply(change)
      file.pending = []
    } else file.pending.push(step)
  }

  /** The files as a process sees them now. */
  visible(): Map<string, Buffer> {
    return this.#imagesOf(({ pending }) => pending)
  }

  /** The files after a power failure now: of what was not synced, chance says what is there. */
  afterPowerLoss(random: Random): Map<string, Buffer> {
    return this.#imagesOf(({ pending }) => survivors(pending, random))
  }

  #imagesOf(kept: (file: ModelFile) => readonly Change[]): Map<string, Buffer> {
    const images = new Map<string, Buffer>()
    for (const [name, file] of this.#files) images.set(name, file.durable.imageWith(kept(file)))
    return images
  }
}

/** All lost, a beginning kept, some writes kept in any order, some sectors of each kept, or all kept. */
function survivors(pending: readonly Change[], random: Random): readonly Change[] {
  if (pending.length === 0) return pending
  const share = random.fraction()
  const kinds: readonly (() => readonly Change[])[] = [
    () => [],
    () => pending.slice(0, random.below(pending.length + 1)),
    () => pending.filter(() => random.chance(share)),
    () => pending.flatMap((change) => sectorsOf(change).filter(() => random.chance(share))),
    () => pending,
  ]
  return random.pick(kinds)()
}

function sectorsOf(change: Change): Change[] {
  if (change.did === 'resize') return [change]
  const parts: Change[] = []
  const end = change.offset + change.bytes.length
  for (let at = change.offset; at < end; ) {
    const next = Math.min(end, (Math.floor(at / sector) + 1) * sector)
    parts.push({ ...change, offset: at, bytes: change.bytes.subarray(at - change.offset, next - change.offset) })
    at = next
  }
  return parts
}

class GrowingBytes {
  #bytes = Buffer.alloc(64 * 1024)
  #length = 0

  apply(change: Change): void {
    const end = change.did === 'resize' ? change.length : change.offset + change.bytes.length
    if (end > this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], Math.max(end, this.#bytes.length * 2))
    if (change.did === 'resize') {
      if (change.length < this.#length) this.#bytes.fill(0, change.length, this.#length)
      this.#length = change.length
    } else {
      change.bytes.copy(this.#bytes, change.offset)
      this.#length = Math.max(this.#length, end)
    }
  }

  /** A copy with these changes; without changes the bytes themselves, which the next `apply` may change. */
  imageWith(changes: readonly Change[]): Buffer {
    if (changes.length === 0) return this.#bytes.subarray(0, this.#length)
    const copy = new GrowingBytes()
    copy.#bytes = Buffer.from(this.#bytes)
    copy.#length = this.#length
    for (const change of changes) copy.apply(change)
    return copy.#bytes.subarray(0, copy.#length)
  }
}
