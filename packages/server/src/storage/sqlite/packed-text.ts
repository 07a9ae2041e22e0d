import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib'

const utf8 = new TextDecoder()

/**
 * Text as zstd bytes. A plan repeats itself: its texts shrink forty-fold and more, and what is not written need not be
 * synced. The fastest level, since the disk is what is slow.
 */
export function packedText(text: string): Uint8Array {
  return zstdCompressSync(text, { params: { [constants.ZSTD_c_compressionLevel]: 1 } })
}

/** The same text to the byte. */
export function unpackedText(packed: Uint8Array): string {
  return utf8.decode(zstdDecompressSync(packed))
}
