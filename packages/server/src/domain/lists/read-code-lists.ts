import { compareText } from '../rules/findings.ts'
import { isDate } from '../rules/record-reader.ts'
import type { RulePackProblem } from '../rules/rule-pack-error.ts'
import { type CodeListRow, type CodeLists, codeLists } from './code-lists.ts'

/** Header of every file in `lists/`; no cell holds a comma, a quote or a line break. */
export const codeListColumns =
  'list,hts_prefix,origins,value,effective_from,effective_to,recorded_at,confidence,citation'

/** Reads every list of the pack. A row that cannot be used becomes a problem that names its file, line and list. */
export function readCodeLists(texts: ReadonlyMap<string, string>, problems: RulePackProblem[]): CodeLists {
  const files = [...texts.keys()].filter((path) => path.startsWith('lists/')).sort(compareText)
  return codeLists(files.flatMap((file) => readFile(file, texts.get(file) ?? '', problems)))
}

/**
 * Sixteen thousand rows are cut by hand: a general CSV reader takes ten times as long. Neighbours mostly differ in the
 * prefix alone, so what follows the prefix is read once for all of them, and its texts are kept once.
 */
function readFile(file: string, text: string, problems: RulePackProblem[]): CodeListRow[] {
  const [header = '', ...lines] = text.trimEnd().replaceAll('\r\n', '\n').split('\n')
  if (header !== codeListColumns) {
    problems.push({ file, line: 1, reason: `must be ${codeListColumns}` })
    return []
  }
  if (lines.length === 0) problems.push({ file, reason: 'has no rows' })
  let list = ''
  let rest: string | null = null
  let tail: Tail | string = ''
  const rows: CodeListRow[] = []
  for (const [index, line] of lines.entries()) {
    const listEnd = line.indexOf(',')
    const prefixEnd = line.indexOf(',', listEnd + 1)
    const name = line.slice(0, Math.max(0, listEnd))
    const prefix = line.slice(listEnd + 1, prefixEnd)
    const after = line.slice(prefixEnd + 1)
    if (name !== list) list = name
    if (after !== rest) {
      rest = after
      tail = readTail(after)
    }
    if (typeof tail === 'string' || list === '' || !isPrefix(prefix)) {
      problems.push({ file, line: index + 2, ...(list === '' ? {} : { at: list }), reason: rowReason(line, tail) })
    } else rows.push(listRow(list, prefix, tail))
  }
  return rows
}

/** What a row says of its prefix. */
type Tail = Omit<CodeListRow, 'list' | 'prefix'>

/** The cells after the prefix, or the reason why they cannot be used. */
function readTail(rest: string): Tail | string {
  const cells = rest.split(',')
  const [origins = '', value = '', from = '', to = '', recordedAt = '', confidence, citation = ''] = cells
  if (cells.length !== 7) return `has ${cells.length + 2} cells instead of 9`
  if (from !== '' && !isDate(from)) return `effective_from must be a date YYYY-MM-DD, but is ${from}`
  if (to !== '' && !isDate(to)) return `effective_to must be a date YYYY-MM-DD, but is ${to}`
  if (from !== '' && to !== '' && from >= to) return `effective_from ${from} is not before effective_to ${to}`
  if (!isDate(recordedAt)) return `recorded_at must be a date YYYY-MM-DD, but is ${recordedAt}`
  if (confidence !== 'H' && confidence !== 'M' && confidence !== 'L') return 'confidence must be one of H, M, L'
  if (citation === '') return 'has no citation'
  return {
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

function isPrefix(text: string): boolean {
  return /^\d{2,10}$/.test(text)
}

// Spreading the tail would be shorter and makes each row a slow object of its own shape.
function listRow(list: string, prefix: string, tail: Tail): CodeListRow {
  return {
    list,
    prefix,
    origins: tail.origins,
    value: tail.value,
    effectiveFrom: tail.effectiveFrom,
    effectiveTo: tail.effectiveTo,
    recordedAt: tail.recordedAt,
    confidence: tail.confidence,
    citation: tail.citation,
  }
}

function rowReason(line: string, tail: Tail | string): string {
  const cells = line.split(',')
  const [list, prefix = ''] = cells
  if (cells.length !== 9) return `has ${cells.length} cells instead of 9`
  if (list === '') return 'names no list'
  if (!isPrefix(prefix)) return `${prefix} is no HTS prefix of two to ten digits`
  return typeof tail === 'string' ? tail : 'cannot be read'
}
