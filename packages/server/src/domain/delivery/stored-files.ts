import type { ArtifactType } from '@entrygo/sdk/contract'
import type { RenderedArtifact } from '../execution/artifacts/rendered-artifact.ts'
import type { FrozenPackage } from '../execution/frozen-package.ts'

/** The file of a package that has this type; throws when there is none, since every package has it. */
export function fileOf(files: readonly RenderedArtifact[], type: ArtifactType): RenderedArtifact {
  const found = files.find(({ artifactType }) => artifactType === type)
  if (found === undefined) throw new Error(`A customs package has no ${type}.`)
  return found
}

/** The value of a JSON file of a package; this server wrote it. */
export function jsonIn({ bytes }: RenderedArtifact): object {
  return JSON.parse(new TextDecoder().decode(bytes))
}

/** The package as it was frozen: its `cci_json` is the whole of it, whatever rule pack is loaded since. */
export function frozenPackageIn(files: readonly RenderedArtifact[]): FrozenPackage {
  const { schema: _, ...frozen }: FrozenPackage & { schema?: string } = JSON.parse(
    new TextDecoder().decode(fileOf(files, 'cci_json').bytes),
  )
  return frozen
}

export function jsonBytes(value: object): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(value))
}
