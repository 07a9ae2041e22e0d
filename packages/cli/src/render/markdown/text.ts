import { escapedMarkup } from '../markup.ts'
import { plain } from '../text.ts'

/**
 * Text from elsewhere inside a line of GitHub Markdown: it comes out as it reads and makes no element, link, mention,
 * reference, image, formula or second line. What GitHub turns into links after rendering is broken by a word joiner.
 */
export function prose(text: string): string {
  const inert = oneLine(text)
    .replace(/@(?=\w)|#(?=\d)|\bGH-(?=\d)|\b(?:https?|ftp|mailto|xmpp|www)(?=[:.])/gi, (start) => `${start}\u2060`)
    .replace(/[\\`*_{}[\]#|~$]/g, (character) => `\\${character}`)
  return escapedMarkup(inert).replace(/^(?:[-+=]|\d+(?=[.)]))/, (start) =>
    /\d/.test(start) ? `${start}\\` : `\\${start}`,
  )
}

/** Text as code, exactly as it is. A pipe has no place in code inside a table, so text with one stands as prose. */
export function code(text: string): string {
  const clean = oneLine(text)
  if (clean.includes('|')) return prose(clean)
  if (clean === '') return ''
  const longest = Math.max(0, ...(clean.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = longest > 0 || clean.startsWith(' ') ? ' ' : ''
  return `${fence}${pad}${clean}${pad}${fence}`
}

/** Some of many names as code. */
export function codes(names: readonly string[], shown = 3): string {
  const said = names.slice(0, shown).map(code).join(', ')
  return names.length > shown ? `${said} and ${(names.length - shown).toLocaleString('en-US')} more` : said
}

/** `1,234.50 USD`: a dollar sign would begin a formula. */
export function dollars(cents: number): string {
  return `${(cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 })} USD`
}

/** A table of cells that are Markdown already; a column whose title ends in a colon stands on the right. */
export function mdTable(titles: readonly string[], rows: readonly (readonly string[])[]): string[] {
  if (rows.length === 0) return []
  return [
    line(titles.map((title) => title.replace(/:$/, ''))),
    line(titles.map((title) => (title.endsWith(':') ? '--:' : '---'))),
    ...rows.map(line),
    '',
  ]
}

/** Lines that a reader copies, as they are. */
export function mdBlock(lines: readonly string[], language: string): string[] {
  const longest = Math.max(2, ...lines.flatMap((text) => (text.match(/`+/g) ?? []).map((run) => run.length)))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}${language}`, ...lines, fence, '']
}

/** What was left off a list, as a line of its own. */
export function mdMore(left: number): string[] {
  return left > 0 ? [`… and ${left.toLocaleString('en-US')} more: \`--json\` has them all.`, ''] : []
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function oneLine(text: string): string {
  return plain(text).replace(/\s+/g, ' ').trim()
}
