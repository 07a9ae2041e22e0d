import type { Steps } from '../steps.ts'

/** Two blanks of indentation and a last line break: good to read, and the same bytes every time. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** The text that `jsonText` gives of `document` with `items` as the member `list`, item by item. */
export function* jsonTextOfList(document: object, list: string, items: readonly object[]): Steps<string> {
  const empty = jsonText({ ...document, [list]: [] })
  if (items.length === 0) return empty
  // A quotation mark inside a text has a backslash in front, so this is the member and nothing else.
  const member = `\n  "${list}": [`
  const at = empty.indexOf(`${member}]`) + member.length
  const texts: string[] = []
  for (const item of items) {
    texts.push(`\n    ${JSON.stringify(item, null, 2).replaceAll('\n', '\n    ')}`)
    yield
  }
  return `${empty.slice(0, at)}${texts.join(',')}\n  ${empty.slice(at)}`
}
