import type { Style } from './style.ts'
import { plain } from './text.ts'

export interface ShownFiles {
  readonly customs_package_id: string
  readonly packageNumber: string
  readonly files: readonly { readonly path: string; readonly size: number; readonly sha256: string }[]
}

/** The written files in the form that `sha256sum -c` reads. */
export function renderArtifacts({ packageNumber, customs_package_id, files }: ShownFiles, style: Style): string {
  return [
    `${style.good('Written and verified')}: ${plain(packageNumber)} (${plain(customs_package_id)})`,
    ...files.map(({ path, sha256 }) => `${plain(sha256)}  ${plain(path)}`),
  ].join('\n')
}
