import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type HtsIndex, readHtsIndex } from './hts-index.ts'

/**
 * The folder of the pack that comes with the server. Found without loading the rules: a search needs none of them, and
 * they take longer to load than the search takes.
 */
const packFolder = new URL('../rulepacks/us-2026.10/', import.meta.resolve('@entrygo/server/rules'))

/** The index that is part of the pack, made by tools/rule-pack/hts-index.ts. */
export function openHtsIndex(): HtsIndex {
  return readHtsIndex(unpacked('hts/index.txt.gz'))
}

/** At once, not in the background: there is nothing else to do meanwhile, and it takes half the time. */
export function unpacked(path: string): Buffer {
  return gunzipSync(readFileSync(new URL(path, packFolder)), { chunkSize: 4 * 1024 * 1024 })
}
