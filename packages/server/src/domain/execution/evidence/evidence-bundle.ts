import { Zip, ZipDeflate } from 'fflate'
import { sha256Hex } from '../../fingerprint.ts'
import { inOneGo, type Steps } from '../../work-in-steps.ts'
import { jsonText } from '../artifacts/json-text.ts'
import {
  bundleFiles,
  type EvidenceInput,
  type EvidenceManifest,
  messageFolder,
  packageFolder,
  safeName,
} from './evidence-input.ts'

/**
 * What happened in an export, as one zip: plan and snapshot, approvals, customs package, messages as sent with their
 * attempts, events, rule pack, and a manifest of it all. The same input gives the same bytes on every machine.
 *
 * Throws for two files of one name and for a name that is not safe in an archive: both are bugs of the caller.
 */
export function evidenceBundle(input: EvidenceInput): Uint8Array {
  return inOneGo(evidenceBundleSteps(input))
}

/** `evidenceBundle`, some kilobytes at a time. */
export function* evidenceBundleSteps(input: EvidenceInput): Steps<Uint8Array> {
  const files = filesOf(input)
  const listed: EvidenceManifest['files'][number][] = []
  for (const [name, bytes] of files) {
    listed.push({ name, size: bytes.byteLength, sha256: sha256Hex(bytes) })
    yield
  }
  const { exportId, planHash, eventSeq } = input
  const manifest: EvidenceManifest = { schema: 'entrygo.evidence/1', exportId, planHash, eventSeq, files: listed }
  const last: NamedFile = [bundleFiles.manifest, encoded(jsonText(manifest))]
  return yield* zipped([...files, last].sort(byName))
}

type NamedFile = readonly [name: string, bytes: Uint8Array]

function filesOf(input: EvidenceInput): NamedFile[] {
  const files: NamedFile[] = [
    [bundleFiles.plan, encoded(planText(input.plan, input.snapshot))],
    [bundleFiles.approvals, encoded(jsonText(input.approvals))],
    [bundleFiles.events, encoded(jsonText(input.events))],
    [bundleFiles.rulePack, encoded(jsonText(input.rulePack))],
    ...input.packageFiles.map(({ name, bytes }): NamedFile => [`${packageFolder}${name}`, bytes]),
    ...input.messages.flatMap(({ id, format, bytes, attempts }): NamedFile[] => [
      [`${messageFolder}${id}.${format}`, bytes],
      [`${messageFolder}${id}.attempts.json`, encoded(jsonText({ id, sha256: sha256Hex(bytes), attempts }))],
    ]),
  ]
  const names = new Set<string>([bundleFiles.manifest])
  for (const [name] of files) {
    if (!safeName.test(name)) throw new Error(`Evidence bundle: ${JSON.stringify(name)} is no name for a file.`)
    if (names.has(name)) throw new Error(`Evidence bundle: two files are called ${name}.`)
    names.add(name)
  }
  return files.sort(byName)
}

/** The plan with its snapshot as it was hashed, character by character. */
function planText(plan: object, snapshot: string): string {
  const { snapshot: _, ...answer }: { readonly snapshot?: unknown } = { ...plan }
  return `${jsonText(answer).slice(0, -'\n}\n'.length)},\n  "snapshot": ${snapshot}\n}\n`
}

const chunkBytes = 64 * 1024

function* zipped(files: readonly NamedFile[]): Steps<Uint8Array> {
  const chunks: Uint8Array[] = []
  const zip = new Zip((error, chunk) => {
    if (error !== null) throw error
    chunks.push(chunk)
  })
  for (const [name, bytes] of files) {
    const entry = new ZipDeflate(name, { level: 6 })
    // A zip holds local time without its zone, so this is the same everywhere.
    entry.mtime = new Date(1980, 0, 1, 12)
    zip.add(entry)
    for (let at = 0; at < bytes.byteLength || at === 0; at += chunkBytes) {
      entry.push(bytes.subarray(at, at + chunkBytes), at + chunkBytes >= bytes.byteLength)
      yield
    }
  }
  zip.end()
  return joined(chunks)
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.byteLength, 0))
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}

function encoded(text: string): Uint8Array {
  return new TextEncoder().encode(text)
}

function byName([a]: NamedFile, [b]: NamedFile): number {
  return a < b ? -1 : Number(a > b)
}
