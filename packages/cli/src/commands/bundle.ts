import type { CommandContext } from '../command.ts'
import { usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { namedExport } from '../export-id.ts'
import { expandPath, resolvePath } from '../paths.ts'
import { placeFile, safeName } from '../placed-file.ts'

/** `entrygo bundle`: the evidence of an export as one zip, whose bytes are those that the server announced. */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, output, terminal } = context
  const { id } = await namedExport(context)
  const client = await context.connect()
  const timeoutMs = flags.durationMs('timeout') ?? defaultTimeoutMs
  output.progress(`fetching the evidence of ${id}`)
  const call = { signal: terminal.signal, timeoutMs, attemptTimeoutMs: timeoutMs, maxAnswerBytes }
  const { bytes, sha256, filename } = await client.exports.evidence({ id }, call)
  const out = flags.text('out')
  if (out === '') throw usageError('--out is empty: name a file.', '--out')
  const path =
    out === undefined
      ? resolvePath(terminal.cwd, safeName(filename ?? `evidence-${id}.zip`))
      : expandPath(terminal, terminal.cwd, out)
  await placeFile(path, bytes, flags.isSet('force'))
  const next = [{ argv: ['entrygo', 'verify', out ?? path], reason: 'check it, without a server' }]
  const document = { exportId: id, path, size: bytes.byteLength, sha256, verified: true }
  await output.show({ data: document, next }, async (style) => {
    const { renderBundle } = await import('../render/bundle.ts')
    return renderBundle({ ...document, next }, style)
  })
  return 0
}

/** As much as `entrygo verify` reads. */
const maxAnswerBytes = 512 * 1024 * 1024

/** A bundle holds every document of an export, and the connection may be slow. */
const defaultTimeoutMs = 300_000
