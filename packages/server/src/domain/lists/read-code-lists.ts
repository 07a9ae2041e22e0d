import { compareText } from '../rules/findings.ts'
import { isDate } from '../rules/record-reader.ts'
import type { RulePackProblem } from '../rules/rule-pack-error.ts'
import { type CodeListRow, type CodeLists, codeLists } from './code-lists.ts'

/** Header of every file in `lists/`; no cell holds a comma, a quote or a line break. */
export const codeListColumns =
  'list,hts_prefix,origins,value,effective_from,effective_to,recorded_at,confidence,citation'

/** Reads every list of the pack. A row that cannot be used becomes a problem that names its file and line. */
export function readCodeLists(texts: ReadonlyMap<string, string>, problems: RulePackProblem[]): CodeLists {
  const files = [...texts.keys()].filter((path) => path.startsWith('lists/')).sort(compareText)
  return codeLists(files.flatMap((file) => readFile(file, texts.get(file) ?? '', problems)))
}

/** Twelve thousand rows are cut by hand: a general CSV reader takes several times as long. */
function readFile(file: string, text: string, problems: RulePackProblem[]): CodeListRow[] {
  const [header = '', ...lines] = text.trimEnd().split(/\r?\n/)
  if (header !== codeListColumns) problems.push({ file, at: 'line 1', reason: `must be ${codeListColumns}` })
  if (lines.length === 0) problems.push({ file, reason: 'has no rows' })
  return lines.flatMap((line, index) => {
    const row = readRow(line)
    if (typeof row !== 'string') return [row]
    problems.push({ file, at: `line ${index + 2}`, reason: row })
    return []
  })
}

/** The row, or the reason why it is none. */
function readRow(line: string): CodeListRow | string {
  const cells = line.split(',')
  const [
    list = '',
    prefix = '',
    origins = '',
    value = '',
    from = '',
    to = '',
    recordedAt = '',
    confidence,
    citation = '',
  ] = cells
  if (cells.length !== 9) return `has ${cells.length} cells instead of 9`
  if (list === '') return 'names no list'
  if (!/^\d{2,10}$/.test(prefix)) return `${prefix} is no HTS prefix of two to ten digits`
  if (from !== '' && !isDate(from)) return `effective_from must be a date YYYY-MM-DD, but is ${from}`
  if (to !== '' && !isDate(to)) return `effective_to must be a date YYYY-MM-DD, but is ${to}`
  if (from !== '' && to !== '' && from >= to) return `effective_from ${from} is not before effective_to ${to}`
  if (!isDate(recordedAt)) return `recorded_at must be a date YYYY-MM-DD, but is ${recordedAt}`
  if (confidence !== 'H' && confidence !== 'M' && confidence !== 'L') return 'confidence must be one of H, M, L'
  if (citation === '') return 'has no citation'
  return {
    list,
    prefix,
    origins: origins === '' ? noOrigins : origins.split(' '),
    value,
    effectiveFrom: from || null,
    effectiveTo: to || null,
    recordedAt,
    confidence,
    citation,
  }
}

const noOrigins: readonly string[] = []
