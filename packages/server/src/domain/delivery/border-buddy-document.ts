import type { ArtifactType } from '@entrygo/sdk/contract'
import { type Refusal, refuse } from '../refusal.ts'
import type { Steps } from '../work-in-steps.ts'
import type { BrokerMessage, ExtraFile } from './broker-mail.ts'
import { compactInvoice, sizeOf } from './compact-invoice.ts'

/**
 * The body of a submission to a broker of the `borderbuddy` wire contract (delivery.md §7.5): invoice and all files
 * inline. Where it would be larger than the broker takes, the largest files go by name and SHA-256 alone; refused with
 * `PAYLOAD_TOO_LARGE` when the invoice itself is too large.
 */
export function* borderBuddyDocument(message: BrokerMessage, maxBodyBytes: number): Steps<Uint8Array | Refusal> {
  const { frozen, submissionId, revision } = message
  const { exportId, packageNumber } = frozen
  const invoice = yield* compactInvoice(frozen)
  const head = JSON.stringify({ schema: 'entrygo.submission/1', submissionId, revision, exportId, packageNumber })
  const start = [Buffer.from(`${head.slice(0, -1)},"invoice":`), ...invoice, Buffer.from(',"artifacts":[')]
  const files = filesOf(message)
  const end = Buffer.from(']}')
  const bare = sizeOf([...start, end, ...files.map(({ before }) => before)]) + files.length * (nothing + brace.length)
  if (bare > maxBodyBytes) return tooLarge(packageNumber, bare, maxBodyBytes)
  const inline = fitting(files, maxBodyBytes - bare)
  const body: Uint8Array[] = [...start]
  for (const sent of files) {
    body.push(sent.before, Buffer.from(contentOf(sent, inline.has(sent))), Buffer.from(brace))
    yield
  }
  return Buffer.concat([...body, end])
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
  readonly file: ExtraFile
  /** Everything of it but the content. */
  readonly before: Uint8Array
}

function filesOf({ artifacts, mappedCsv }: BrokerMessage): readonly SentFile[] {
  const all: readonly { readonly type: ArtifactType; readonly file: ExtraFile }[] = [
    ...artifacts.map((file) => ({ type: file.artifactType, file })),
    ...(mappedCsv === null ? [] : [{ type: 'cci_csv' as const, file: mappedCsv }]),
  ]
  return all.map(({ type, file }, index) => {
    const { filename, sha256, size } = file
    const named = JSON.stringify({ artifact_type: type, filename, sha256, size })
    return { file, before: Buffer.from(`${index === 0 ? '' : ','}${named.slice(0, -1)},"contentBase64":`) }
  })
}

const brace = '}'
const nothing = 'null'.length

function contentOf({ file: { bytes } }: SentFile, isInline: boolean): string {
  return isInline ? `"${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64')}"` : 'null'
}

/** All files but the largest, as many as have to stay out. */
function fitting(files: readonly SentFile[], room: number): ReadonlySet<SentFile> {
  const inline = new Set<SentFile>()
  let left = room
  for (const sent of [...files].sort((a, b) => a.file.size - b.file.size)) {
    // A text in base64 with its quotes, instead of null.
    left -= Math.ceil(sent.file.size / 3) * 4 + 2 - nothing
    if (left < 0) break
    inline.add(sent)
  }
  return inline
}
