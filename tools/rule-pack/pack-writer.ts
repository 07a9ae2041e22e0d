import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { shippedRulePackFolder } from '../../packages/server/src/rule-pack-files.ts'
import type { Row } from './raw-files.ts'

export function writeTable(path: string, columns: readonly string[], rows: readonly Row[]): void {
  write(path, csvText(columns, rows))
}

/** Packed where the path ends with `.gz`. */
export function writeText(path: string, text: string): void {
  write(path, path.endsWith('.gz') ? gzipSync(text, { level: 9 }) : text)
}

/** RFC 4180 with LF. */
export function csvText(columns: readonly string[], rows: readonly Row[]): string {
  const cell = (text: string): string => (/[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)
  const body = rows.map((row) => columns.map((column) => cell(row[column] ?? '')).join(','))
  return `${[columns.join(','), ...body].join('\n')}\n`
}

function write(path: string, content: string | Uint8Array): void {
  const file = join(shippedRulePackFolder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, content)
}
