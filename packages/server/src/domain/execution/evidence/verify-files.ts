import { sha256Hex } from '../../fingerprint.ts'
import { isRecord } from '../../rules/record-reader.ts'
import { type Json, objectsIn, textIn } from '../read-json.ts'
import type { BundleFiles } from './read-bundle.ts'
import { type Check, checkOf } from './verify-report.ts'

/** A file as its JSON object; null when it is absent, no UTF-8, no JSON, or JSON of another kind. */
export function jsonObject(files: BundleFiles, name: string): Json | null {
  const value = jsonValue(files, name)
  return isRecord(value) ? value : null
}

export function jsonValue(files: BundleFiles, name: string): unknown {
  const bytes = files.get(name)
  if (bytes === undefined) return null
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch {
    return null
  }
}

/** Size and SHA-256 of each file that a manifest names, and that there are all of them and no other. */
export function fileChecks(files: BundleFiles, manifest: Json, { folder, nameIn }: ManifestKind): Check[] {
  const listed = objectsIn(manifest, 'files')
  const names = listed.map((entry) => `${folder}${textIn(entry, nameIn) ?? ''}`)
  const expected = new Set([...names, `${folder}manifest.json`])
  const present = [...files.keys()].filter((name) => name.startsWith(folder))
  const changed: string[] = []
  for (const [index, entry] of listed.entries()) {
    const name = names[index] ?? ''
    const bytes = files.get(name)
    if (bytes === undefined) continue
    if (bytes.byteLength !== entry['size']) changed.push(`${name} has ${bytes.byteLength} bytes, not ${entry['size']}`)
    else if (sha256Hex(bytes) !== entry['sha256']) changed.push(`${name} has another SHA-256`)
  }
  const missing = names.filter((name) => !files.has(name)).map((name) => `${name} is missing`)
  const extra = present.filter((name) => !expected.has(name)).map((name) => `${name} is not in the manifest`)
  const twice = names.length === new Set(names).size ? [] : ['the manifest names a file twice']
  const of = `${folder}manifest.json`
  return [
    checkOf(
      `bytes of the files in ${of}`,
      [...changed, ...twice],
      `${listed.length} files have their size and SHA-256`,
    ),
    checkOf(`no file of ${of} is missing`, missing, `all ${listed.length} are there`),
    checkOf(`no file beside those of ${of}`, extra, 'there is no other'),
  ]
}

export interface ManifestKind {
  /** With its slash; empty at the top. */
  readonly folder: string
  /** The member that names a file. */
  readonly nameIn: 'name' | 'filename'
}
