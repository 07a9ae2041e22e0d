/** An id of the wire, where a text looks like one: it may stand in an argument list, where prose must not. */
export function idIn(text: string | null | undefined): string | undefined {
  return text !== null && text !== undefined && /^[A-Za-z0-9][\w.:=+/-]{0,511}$/.test(text) ? text : undefined
}

/** The name of a field of the wire, such as `items.3.quantity`, where a text looks like one. */
export function nameIn(text: string | null | undefined): string | undefined {
  return text !== null && text !== undefined && /^[\w$-]{1,40}(?:[./][\w-]{1,40}){0,9}$/.test(text) ? text : undefined
}
