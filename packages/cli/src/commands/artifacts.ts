import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { EntryGo } from '@entrygo/sdk'
import type { Artifact, CustomsPackage } from '@entrygo/sdk/contract'
import type { CommandContext } from '../command.ts'
import { CommandError, usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { expandPath } from '../paths.ts'
import { placeFile, requireDigest, safeName, sha256Of } from '../placed-file.ts'

interface Written {
  readonly artifact_type: string
  readonly path: string
  readonly size: number
  readonly sha256: string
  /** The bytes on disk have the SHA-256 that the customs package has on record. */
  readonly verified: true
}

/** `entrygo artifacts get`: every document of a customs package as a file, each checked against its recorded SHA-256. */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, output, terminal } = context
  const client = await context.connect()
  const found = await packageOf(context, client)
  const types = flags.list('artifactType')
  const wanted = found.artifacts.filter(({ artifact_type }) => types.length === 0 || types.includes(artifact_type))
  if (wanted.length === 0) throw usageError(`${found.id} has no artifact ${types.join(', ')}.`, '--artifact-type')
  const folder = expandPath(terminal, terminal.cwd, flags.text('out') ?? '.')
  await mkdir(folder, { recursive: true })
  const files: Written[] = []
  for (const artifact of wanted) files.push(await download(context, { client, packageId: found.id, artifact, folder }))
  // A folder that holds other files as well is none that could be verified.
  const isWhole = files.length === found.artifacts.length && flags.text('out') !== undefined
  const next = isWhole ? [{ argv: ['entrygo', 'verify', folder], reason: 'check hashes and sums again, offline' }] : []
  const document = { customs_package_id: found.id, packageNumber: found.packageNumber, files }
  await output.show({ data: document, next }, async (style) => {
    const { renderArtifacts } = await import('../render/artifacts.ts')
    return renderArtifacts(document, style)
  })
  return 0
}

/** The argument is a customs package (`cp_…`) or an export, whose package is then looked up. */
async function packageOf({ flags, terminal }: CommandContext, client: EntryGo): Promise<CustomsPackage> {
  const id = flags.argument(0) ?? flags.text('customsPackageId') ?? flags.text('batchId')
  if (id === undefined) throw usageError('Nothing is named: give a customs package cp_… or an export batch_….', 'id')
  const { signal } = terminal
  if (!id.startsWith('batch_')) return client.customsPackages.get({ id }, { signal })
  const { customs_package: found } = await client.inspect({ id }, { signal })
  if (found !== null) return found
  throw new CommandError('NOT_FOUND', `${id} has no customs package yet: it has not been executed.`, {
    next: [{ argv: ['entrygo', 'inspect', id], reason: 'what it waits for' }],
  })
}

interface Download {
  readonly client: EntryGo
  readonly packageId: string
  readonly artifact: Artifact
  readonly folder: string
}

async function download(context: CommandContext, { client, packageId, artifact, folder }: Download): Promise<Written> {
  const { artifact_type, filename, sha256 } = artifact
  const { signal } = context.terminal
  const { bytes } = await client.customsPackages.artifact({ id: packageId, artifact_type }, { signal })
  requireDigest(sha256Of(bytes), { sha256, what: `${artifact_type} as downloaded` })
  const path = join(folder, safeName(filename))
  await placeFile(path, bytes, context.flags.isSet('force'))
  return { artifact_type, path, size: bytes.byteLength, sha256, verified: true }
}
