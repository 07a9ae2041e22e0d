import { Inflate } from 'fflate'
import { safeName } from './evidence-input.ts'
import { type ZipEntry, zipEntries } from './zip-directory.ts'

export type BundleFiles = ReadonlyMap<string, Uint8Array>

/** An archive that is not opened: damaged, too large, or built to do harm. */
export class BundleError extends Error {
  constructor(fact: string) {
    super(`The bundle was not opened: ${fact}`)
    this.name = 'BundleError'
  }
}

export interface BundleLimits {
  /** Of all files together once unpacked; 512 MiB unless told. */
  readonly maxBytes?: number
  readonly maxFiles?: number
}

/**
 * The files of a zip by name, unpacked in memory. Throws a {@link BundleError} for an archive that is damaged or cut off,
 * unpacks to more than the limits or than it says, names a file twice, or has a name that leads out of its folder.
 */
export function readBundle(zip: Uint8Array, limits: BundleLimits = {}): BundleFiles {
  try {
    return unpacked(zip, limits)
  } catch (error) {
    if (error instanceof BundleError) throw error
    throw new BundleError(`it is no whole zip archive (${error instanceof Error ? error.message : 'unreadable'}).`)
  }
}

function unpacked(zip: Uint8Array, { maxBytes = 512 * 1024 ** 2, maxFiles = 50_000 }: BundleLimits): BundleFiles {
  const files = new Map<string, Uint8Array>()
  let total = 0
  for (const entry of zipEntries(zip)) {
    const { name, size } = entry
    const isFolder = name.endsWith('/')
    if (!safeName.test(isFolder ? name.slice(0, -1) : name))
      throw new BundleError(`${shown(name)} is a name that no bundle has.`)
    if (isFolder) continue
    if (files.has(name)) throw new BundleError(`${shown(name)} stands there twice.`)
    total += size
    if (total > maxBytes)
      throw new BundleError(`its files are larger than ${maxBytes} bytes. Raise the limit if you trust it.`)
    if (files.size === maxFiles) throw new BundleError(`it has more than ${maxFiles} files.`)
    files.set(name, contentOf(entry))
  }
  return files
}

/** Compressed bytes that are unpacked at a time: deflate makes at most some thousand times as many of them. */
const chunkBytes = 16 * 1024

function contentOf({ name, method, size, packed }: ZipEntry): Uint8Array {
  const another = (): BundleError => new BundleError(`${shown(name)} is not as long as the archive says.`)
  if (method === 0) {
    if (packed.byteLength !== size) throw another()
    return packed.slice()
  }
  if (method !== 8) throw new BundleError(`${shown(name)} is packed in a way that no bundle is (${method}).`)
  const content = new Uint8Array(size)
  let [at, isWhole] = [0, false]
  const inflate = new Inflate((chunk, isLast) => {
    if (at + chunk.byteLength > size) throw another()
    content.set(chunk, at)
    at += chunk.byteLength
    isWhole = isLast
  })
  for (let from = 0; from < packed.byteLength; from += chunkBytes) {
    inflate.push(packed.subarray(from, from + chunkBytes), from + chunkBytes >= packed.byteLength)
  }
  if (at !== size || !isWhole) throw another()
  return content
}

function shown(name: string): string {
  return JSON.stringify(name.slice(0, 80))
}
