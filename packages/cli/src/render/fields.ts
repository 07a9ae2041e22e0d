import type { Style } from './style.ts'
import { plain, wrap } from './text.ts'

/** Any object as dotted names and values, one a line. */
export function renderFields(value: object, style: Style): string {
  const rows = leaves(value, '')
  const width = Math.min(36, Math.max(0, ...rows.map(([name]) => name.length)))
  return rows
    .flatMap(([name, text]) =>
      wrap(text === '' ? 'not set' : text, ' '.repeat(width + 2), `${plain(name).padEnd(width)}  `),
    )
    .map((line) => (line.endsWith('not set') ? style.dim(line) : line))
    .join('\n')
}

function leaves(value: unknown, path: string): [name: string, text: string][] {
  if (typeof value !== 'object' || value === null) return [[path, value === null ? '' : String(value)]]
  const entries = Object.entries(value)
  if (entries.length === 0) return [[path, 'none']]
  return entries.flatMap(([name, child]) => leaves(child, path === '' ? name : `${path}.${name}`))
}
