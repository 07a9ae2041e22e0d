import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { textOfCell } from '../../../packages/server/src/domain/execution/artifacts/csv-cell.ts'
import { replaced } from './document-template.ts'

/** Every cell reads back as the text that was put in, and none looks like a formula. */
export function faultsOfCsv(csv: string, withPlaceholders: string, texts: readonly string[]): string[] {
  const [rows, wanted] = [read(csv), read(withPlaceholders)]
  if (rows.length !== wanted.length) return [`CSV has ${rows.length} rows, not ${wanted.length}`]
  return rows.flatMap((row, line) =>
    row.flatMap((cell, column) => {
      const template = wanted[line]?.[column] ?? ''
      const isJson = template.startsWith('{')
      const expected = replaced(template, texts, (text) => (isJson ? JSON.stringify(text).slice(1, -1) : text))
      const place = `CSV cell ${wanted[0]?.[column]} of row ${line}`
      return [
        ...(textOfCell(cell) === expected
          ? []
          : [`${place} reads ${JSON.stringify(cell)}, not ${JSON.stringify(expected)}`]),
        ...(looksLikeFormula(cell) ? [`${place} looks like a formula: ${JSON.stringify(cell)}`] : []),
      ]
    }),
  )
}

/** The same file by a program that quotes as RFC 4180 says and thinks of no spreadsheet. */
export function naiveCsv(withPlaceholders: string, texts: readonly string[]): string {
  const quoted = (cell: string): string => `"${replaced(cell, texts, (text) => text).replaceAll('"', '""')}"`
  return read(withPlaceholders)
    .map((row) => row.map(quoted).join())
    .map((row) => `${row}\r\n`)
    .join('')
}

function read(csv: string): string[][] {
  return parse(csv, { record_delimiter: '\r\n' })
}

function looksLikeFormula(cell: string): boolean {
  return /^[=+\-@\t\r\n\0]/.test(cell) && !/^-?\d+(?:\.\d+)?$/.test(cell)
}

export function hasSpreadsheet(): boolean {
  return spawnSync('soffice', ['--version']).status === 0
}

/** Opens the files as a spreadsheet program told to evaluate what it finds, and counts the cells that became formulas. */
export function formulasInSpreadsheet(csvs: readonly string[], folder: string): { cells: number; formulas: number } {
  let [cells, formulas] = [0, 0]
  for (let from = 0; from < csvs.length; from += filesAtOnce) {
    for (const sheet of converted(csvs.slice(from, from + filesAtOnce), folder)) {
      cells += sheet.split('<table:table-cell').length - 1
      formulas += sheet.split('table:formula=').length - 1
    }
  }
  return { cells, formulas }
}

const filesAtOnce = 40

/** The sheets in a format that shows formulas as such. */
function* converted(csvs: readonly string[], folder: string): Generator<string> {
  const [source, target] = [join(folder, 'csv'), join(folder, 'fods')]
  for (const made of [source, target]) {
    rmSync(made, { recursive: true, force: true })
    mkdirSync(made, { recursive: true })
  }
  const files = csvs.map((_, index) => join(source, `${index}.csv`))
  for (const [index, file] of files.entries()) writeFileSync(file, csvs[index] ?? '')
  // Comma, quote, UTF-8, from row 1; the last "true" evaluates formulas.
  const filter = '--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,0,true'
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`
  const flags = [profile, '--headless', '--convert-to', 'fods', filter, '--outdir', target]
  const run = spawnSync('soffice', [...flags, ...files], { maxBuffer: 1 << 26 })
  const made = readdirSync(target)
  if (made.length !== files.length) throw new Error(`soffice made ${made.length} of ${files.length}: ${run.stderr}`)
  for (const file of made) yield readFileSync(join(target, file), 'utf8')
}
