/** A document that this engine wrote itself, from a value of the same type. */
export function parseStored<T>(text: string): T {
  return JSON.parse(text)
}
