import { statfsSync } from 'node:fs'

/** Room that is kept free, so that the outcomes of running sends can still be recorded. */
const leastFreeBytes = 64 * 1024 * 1024
/** The disk is asked this often at the most. */
const lookEveryMs = 1000

/** Free bytes for this user where the file lies. */
export function freeBytesAt(file: string): () => number {
  return () => {
    const { bavail, bsize } = statfsSync(file)
    return bavail * bsize
  }
}

/** Whether there is room for new work, at most a second old. */
export function diskRoom(freeBytes: () => number): () => boolean {
  let lookedAt = Number.NEGATIVE_INFINITY
  let room = true
  return () => {
    const now = performance.now()
    if (now - lookedAt >= lookEveryMs) {
      room = freeBytes() >= leastFreeBytes
      lookedAt = now
    }
    return room
  }
}
