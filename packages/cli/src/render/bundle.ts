import { renderNext, type ShownCommand } from './command-line.ts'
import type { Style } from './style.ts'
import { plain } from './text.ts'

export interface ShownBundle {
  readonly exportId: string
  readonly path: string
  readonly size: number
  readonly sha256: string
  readonly next: readonly ShownCommand[]
}

/** The written file in the form that `sha256sum -c` reads. */
export function renderBundle({ exportId, path, size, sha256, next }: ShownBundle, style: Style): string {
  return [
    `${style.good('Written')}: the evidence of ${plain(exportId)}, ${size} bytes as the server announced them`,
    `${plain(sha256)}  ${plain(path)}`,
    ...renderNext(next, style),
  ].join('\n')
}
