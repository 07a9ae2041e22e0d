import type { Steps } from '../../work-in-steps.ts'

/** Two blanks of indentation and a last line break: good to read, and the same bytes every time. */
export function jsonText(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`
}

/** The text that `jsonText` gives of `document` with `items` as the member `list`, in pieces, one for each item. */
export function* jsonTextOfList(document: object, list: string, items: readonly object[]): Steps<readonly string[]> {
  const empty = jsonText({ ...document, [list]: [] })
  if (items.length === 0) return [empty]
  // A quotation mark inside a text has a backslash in front, so this is the member and nothing else.
  const member = `\n  "${list}": [`
  const at = empty.indexOf(`${member}]`) + member.length
  const pieces = [empty.slice(0, at)]
  for (const [index, item] of items.entries()) {
    pieces.push(`${index === 0 ? '' : ','}\n    ${indentedText(item)}`)
    yield
  }
  pieces.push(`\n  ${empty.slice(at)}`)
  return pieces
}

/** The text of an item at the depth of a member's list: written inside of two lists, which are then cut off. */
function indentedText(item: object): string {
  return JSON.stringify([[item]], null, 2).slice('[\n  [\n    '.length, -'\n  ]\n]'.length)
}
