import type { Style } from './style.ts'
import { plain } from './text.ts'

export interface ShownSetting {
  readonly name: string
  readonly value: string | null
  readonly source: string | null
  readonly origin: string | null
}

/** Each setting with where it comes from. */
export function renderSettings(settings: readonly ShownSetting[], style: Style): string {
  const width = Math.max(...settings.map(({ name }) => name.length))
  return settings
    .flatMap(({ name, value, source, origin }) =>
      value === null
        ? [style.dim(`${name.padEnd(width)}  not set`)]
        : [
            `${name.padEnd(width)}  ${plain(value)}`,
            style.dim(`${' '.repeat(width)}  ${source}: ${plain(origin ?? '')}`),
          ],
    )
    .join('\n')
}
