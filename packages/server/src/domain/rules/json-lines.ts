/** The name of a member, or the index of an item. */
export type JsonStep = string | number

/** Line (from 1) of the value that these members and indexes lead to; the line of the last step that exists, if it does not. */
export function jsonLine(text: string, path: readonly JsonStep[]): number {
  let found = 0
  scan(text, (steps, offset) => {
    const isOnTheWay = steps.length <= path.length && steps.every((step, index) => step === path[index])
    if (isOnTheWay) found = offset
  })
  return lineAt(text, found)
}

/** Line (from 1) of the first character that JSON does not allow there; the last line where the text ends too early. */
export function jsonFaultLine(text: string): number {
  const end = scan(text, () => {})
  return lineAt(text, Math.min(end, text.trimEnd().length))
}

type Visit = (steps: readonly JsonStep[], offset: number) => void

/** Walks the values in their order; answers the offset at which it could not go on. */
function scan(text: string, visit: Visit): number {
  const cursor: Cursor = { text, at: 0 }
  if (value(cursor, [], visit)) skipSpace(cursor)
  return cursor.at
}

interface Cursor {
  readonly text: string
  at: number
}

function value(cursor: Cursor, steps: readonly JsonStep[], visit: Visit): boolean {
  skipSpace(cursor)
  visit(steps, cursor.at)
  if (take(cursor, /\{/y)) return members(cursor, steps, visit)
  if (take(cursor, /\[/y)) return items(cursor, steps, visit)
  return take(cursor, string) || take(cursor, scalar)
}

function members(cursor: Cursor, steps: readonly JsonStep[], visit: Visit): boolean {
  if (take(cursor, /\s*\}/y)) return true
  do {
    skipSpace(cursor)
    const start = cursor.at
    if (!take(cursor, string)) return false
    const name: unknown = JSON.parse(cursor.text.slice(start, cursor.at))
    if (!take(cursor, /\s*:/y)) return false
    if (!value(cursor, [...steps, String(name)], visit)) return false
  } while (take(cursor, /\s*,/y))
  return takeAfterSpace(cursor, /\}/y)
}

function items(cursor: Cursor, steps: readonly JsonStep[], visit: Visit): boolean {
  if (take(cursor, /\s*\]/y)) return true
  let index = 0
  do {
    if (!value(cursor, [...steps, index], visit)) return false
    index += 1
  } while (take(cursor, /\s*,/y))
  return takeAfterSpace(cursor, /\]/y)
}

const string = /"(?:[^"\\\p{Cc}]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/uy
const scalar = /true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y

function takeAfterSpace(cursor: Cursor, pattern: RegExp): boolean {
  skipSpace(cursor)
  return take(cursor, pattern)
}

function skipSpace(cursor: Cursor): void {
  take(cursor, /\s*/y)
}

/** Moves over the pattern where it stands at the cursor. */
function take(cursor: Cursor, pattern: RegExp): boolean {
  pattern.lastIndex = cursor.at
  const isThere = pattern.test(cursor.text)
  if (isThere) cursor.at = pattern.lastIndex
  return isThere
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length
}
