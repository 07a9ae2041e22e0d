/** A document as a list of its parts; texts have their character references resolved. */
export type HtmlPart =
  | { readonly part: 'text'; readonly text: string }
  | { readonly part: 'open'; readonly name: string; readonly attributes: string }
  | { readonly part: 'close'; readonly name: string }

/**
 * Reads the small and strict HTML that the invoice is written in: lower-case tags, double-quoted attributes, five
 * character references, text without `<` or `>`. Throws at anything else, which could only come from a text that was not
 * escaped.
 */
export function readStrictHtml(document: string): HtmlPart[] {
  const parts: HtmlPart[] = []
  let at = '<!doctype html>\n'.length
  if (!document.startsWith('<!doctype html>\n')) throw new Error('the document has no doctype')
  while (at < document.length) {
    const end = document.indexOf('<', at)
    if (end !== at) parts.push({ part: 'text', text: resolved(document.slice(at, end < 0 ? document.length : end)) })
    if (end < 0) break
    tag.lastIndex = end
    const [whole, close = '', name = '', attributes = ''] = tag.exec(document) ?? []
    if (whole === undefined) throw new Error(`no tag of ours: ${document.slice(end, end + 60)}`)
    parts.push(close === '' ? { part: 'open', name, attributes } : { part: 'close', name })
    at = end + whole.length
    if (name === 'style' && close === '') {
      const stop = document.indexOf('</style>', at)
      parts.push({ part: 'text', text: document.slice(at, stop) })
      at = stop
    }
  }
  return parts
}

/** Names of elements and attributes, as `div` and `div class`. */
export function namesIn(parts: readonly HtmlPart[]): Set<string> {
  const names = new Set<string>()
  for (const part of parts) {
    if (part.part !== 'open') continue
    names.add(part.name)
    for (const [, attribute] of part.attributes.matchAll(/ ([a-z-]+)="/g)) names.add(`${part.name} ${attribute}`)
  }
  return names
}

const tag = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"<>]*")*)>/y

function resolved(text: string): string {
  if (text.includes('>')) throw new Error(`a bare > in ${text.slice(0, 60)}`)
  return text.replace(/&([^;\s]*;?)/g, (whole, name: string) => {
    const character = references[name]
    if (character === undefined) throw new Error(`no reference of ours: ${whole}`)
    return character
  })
}

const references: Readonly<Record<string, string>> = { 'amp;': '&', 'lt;': '<', 'gt;': '>', 'quot;': '"', '#39;': "'" }
