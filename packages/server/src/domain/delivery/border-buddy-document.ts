import { type Refusal, refuse } from '../refusal.ts'
import type { BrokerMessage, ExtraFile } from './broker-mail.ts'
import { fileOf, jsonBytes, jsonIn } from './stored-files.ts'

/**
 * The body of a submission to a broker of the `borderbuddy` wire contract (delivery.md §7.5): invoice and all files
 * inline. Where it would be larger than the broker takes, the largest files go by name and SHA-256 alone; refused with
 * `PAYLOAD_TOO_LARGE` when the invoice itself is too large.
 */
export function borderBuddyDocument(message: BrokerMessage, maxBodyBytes: number): Uint8Array | Refusal {
  const { frozen, artifacts, mappedCsv, submissionId, revision } = message
  const files: readonly SentFile[] = [
    ...artifacts.map((artifact) => ({ type: artifact.artifactType, file: artifact })),
    ...(mappedCsv === null ? [] : [{ type: 'cci_csv', file: mappedCsv }]),
  ]
  const bodyWith = (inline: ReadonlySet<SentFile>): Uint8Array =>
    jsonBytes({
      schema: 'entrygo.submission/1',
      submissionId,
      revision,
      exportId: frozen.exportId,
      packageNumber: frozen.packageNumber,
      invoice: jsonIn(fileOf(artifacts, 'cci_json')),
      artifacts: files.map((sent) => sentFile(sent, inline.has(sent))),
    })
  const bare = bodyWith(new Set())
  if (bare.byteLength > maxBodyBytes) return tooLarge(frozen.packageNumber, bare.byteLength, maxBodyBytes)
  return bodyWith(fitting(files, maxBodyBytes - bare.byteLength))
}

/** For a body that cannot be made smaller. */
export function tooLarge(packageNumber: string, size: number, limit: number): Refusal {
  return refuse(
    'PAYLOAD_TOO_LARGE',
    `The message of customs package ${packageNumber} to the broker has ${size} bytes and may have ${limit}. Plan fewer ` +
      'orders to a batch, or sync the broker with a larger submission.maxBodyBytes if it takes more, then execute again. ' +
      'Nothing was executed.',
    { field: 'batchId' },
  )
}

interface SentFile {
  readonly type: string
  readonly file: ExtraFile
}

function sentFile({ type, file: { filename, sha256, size, bytes } }: SentFile, isInline: boolean): object {
  const contentBase64 = isInline ? Buffer.from(bytes).toString('base64') : null
  return { artifact_type: type, filename, sha256, size, contentBase64 }
}

/** All files but the largest, as many as have to stay out. */
function fitting(files: readonly SentFile[], room: number): ReadonlySet<SentFile> {
  const inline = new Set<SentFile>()
  let left = room
  for (const sent of [...files].sort((a, b) => a.file.size - b.file.size)) {
    left -= inlineCost(sent.file.size)
    if (left < 0) break
    inline.add(sent)
  }
  return inline
}

/** A text in base64 with its quotes, instead of null. */
function inlineCost(size: number): number {
  return Math.ceil(size / 3) * 4 + 2 - 'null'.length
}
