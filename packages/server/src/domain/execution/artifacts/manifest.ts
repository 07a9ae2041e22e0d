import type { FrozenPackage, PackageTotals } from '../frozen-package.ts'
import type { RenderedArtifact } from './rendered-artifact.ts'

export interface Manifest {
  readonly schema: 'entrygo.manifest/1'
  readonly packageNumber: string
  readonly customs_package_id: string
  readonly exportId: string
  readonly planHash: string
  readonly issuedOn: string
  readonly rulePack: FrozenPackage['rulePack']
  readonly files: readonly {
    readonly artifact_type: string
    readonly filename: string
    readonly media_type: string
    readonly size: number
    readonly sha256: string
  }[]
  readonly order_ids: readonly string[]
  readonly totals: PackageTotals
}

/** Every other file of the package with size and SHA-256, and what the package rests on. */
export function manifest(frozen: FrozenPackage, files: readonly RenderedArtifact[]): Manifest {
  return {
    schema: 'entrygo.manifest/1',
    packageNumber: frozen.packageNumber,
    customs_package_id: frozen.customs_package_id,
    exportId: frozen.exportId,
    planHash: frozen.planHash,
    issuedOn: frozen.issuedOn,
    rulePack: frozen.rulePack,
    files: files.map(({ artifactType, filename, mediaType, size, sha256 }) => ({
      artifact_type: artifactType,
      filename,
      media_type: mediaType,
      size,
      sha256,
    })),
    order_ids: frozen.invoices.map(({ orderId }) => orderId),
    totals: frozen.totals,
  }
}
