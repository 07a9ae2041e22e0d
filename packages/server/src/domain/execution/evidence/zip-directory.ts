/** One file of an archive as its central directory describes it. */
export interface ZipEntry {
  readonly name: string
  /** 0 stored, 8 deflated. */
  readonly method: number
  /** Once unpacked. */
  readonly size: number
  readonly packed: Uint8Array
}

/**
 * The entries of a zip archive, from its central directory alone. Throws a RangeError where the archive is cut off, its
 * offsets lead out of it, or it is one of the kinds that bundles never are: several disks, zip64, encrypted.
 */
export function* zipEntries(zip: Uint8Array): Generator<ZipEntry> {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = endRecordAt(view)
  const count = view.getUint16(end + 10, true)
  if (view.getUint16(end + 8, true) !== count || count === 0xffff) throw new RangeError('several disks, or zip64')
  let at = view.getUint32(end + 16, true)
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== centralSignature) throw new RangeError('a broken central directory')
    if ((view.getUint16(at + 8, true) & 1) === 1) throw new RangeError('an encrypted file')
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true))
    const after = at + 46 + (nameLength ?? 0)
    const name = new TextDecoder('utf-8', { fatal: true }).decode(slice(zip, at + 46, after))
    const packedSize = view.getUint32(at + 20, true)
    const data = dataAt(view, view.getUint32(at + 42, true))
    yield {
      name,
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 24, true),
      packed: slice(zip, data, data + packedSize),
    }
    at = after + (extra ?? 0) + (comment ?? 0)
  }
}

const endSignature = 0x06054b50
const centralSignature = 0x02014b50
const localSignature = 0x04034b50
const endLength = 22

/** It closes the archive; what follows it may be its comment alone. */
function endRecordAt(view: DataView): number {
  const first = Math.max(0, view.byteLength - endLength - 0xffff)
  for (let at = view.byteLength - endLength; at >= first; at -= 1) {
    const isWhole =
      view.getUint32(at, true) === endSignature && at + endLength + view.getUint16(at + 20, true) === view.byteLength
    if (isWhole) return at
  }
  throw new RangeError('no end of a central directory')
}

function dataAt(view: DataView, local: number): number {
  if (view.getUint32(local, true) !== localSignature) throw new RangeError('a file is not where the directory says')
  return local + 30 + view.getUint16(local + 26, true) + view.getUint16(local + 28, true)
}

function slice(bytes: Uint8Array, from: number, to: number): Uint8Array {
  if (to > bytes.byteLength) throw new RangeError('a file that is cut off')
  return bytes.subarray(from, to)
}
