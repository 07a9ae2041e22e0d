import { isRecord } from './record.ts'

/** A record on its way: an object or a list that is filled field by field. */
export type Building = Record<string, unknown>

/** Puts a value at a path of names and list positions, making what lies between. */
export function put(target: Building, path: readonly string[], value: unknown): void {
  const [name = '', ...rest] = path
  if (rest.length === 0) {
    target[name] = value
    return
  }
  const child = Object.hasOwn(target, name) && isBuilding(target[name]) ? target[name] : emptyFor(rest)
  target[name] = child
  put(child, rest, value)
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(value: Building, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (node, name) => (isRecord(node) && Object.hasOwn(node, name) ? node[name] : undefined),
    value,
  )
}

/** A list is filled by position like an object by name; its positions come in the order of the columns. */
function emptyFor([next = '']: readonly string[]): Building {
  const list: unknown = /^\d+$/.test(next) ? [] : {}
  return isBuilding(list) ? list : {}
}

function isBuilding(value: unknown): value is Building {
  return typeof value === 'object' && value !== null
}
