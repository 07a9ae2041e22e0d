import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ColumnMap } from '../domain/execution/artifacts/column-map.ts'
import { ColumnMapError, readColumnMap } from '../domain/execution/artifacts/read-column-map.ts'

export type ColumnMaps = ReadonlyMap<string, ColumnMap>

/** The maps that this package ships. */
export function shippedColumnMapFolder(): string {
  return fileURLToPath(new URL('../../column-maps', import.meta.url))
}

/**
 * The column maps of a folder, by their names, which are those of their files (`<name>.json`). Throws a
 * {@link ColumnMapError} for a map that cannot be used, so that a server does not start with it.
 */
export function loadColumnMaps(folder: string = shippedColumnMapFolder()): ColumnMaps {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
  return new Map(
    files.map((file) => {
      const map = readColumnMap(readFileSync(join(folder, file), 'utf8'), file)
      if (file !== `${map.name}.json`) {
        throw new ColumnMapError(
          file,
          'name',
          `is "${map.name}". Call the file ${map.name}.json, or the map as the file.`,
        )
      }
      return [map.name, map]
    }),
  )
}

/** Sorted, as a refusal of an unknown name lists them. */
export function columnMapNames(maps: ColumnMaps): readonly string[] {
  return [...maps.keys()].sort()
}
