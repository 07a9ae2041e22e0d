import { escapedMarkup } from '../markup.ts'
import { plain } from '../text.ts'

/** Markup that `html` made; only this may stand in markup unescaped. */
export interface Html {
  readonly markup: string
}

export type HtmlValue = Html | string | number | null | readonly Html[]

/**
 * Builds markup: every value between the literal parts is text, escaped for element content and double-quoted attribute
 * values alike; null is nothing. Values may not stand in tag or attribute names, in unquoted values, styles or scripts.
 */
export function html(literals: TemplateStringsArray, ...values: readonly HtmlValue[]): Html {
  let markup = literals[0] ?? ''
  for (const [index, value] of values.entries()) markup += markupOf(value) + (literals[index + 1] ?? '')
  return { markup }
}

function markupOf(value: HtmlValue): string {
  if (value === null) return ''
  if (typeof value === 'string' || typeof value === 'number') return escaped(String(value))
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('')
}

/** Characters that steer, hide or turn around become spaces, as in a terminal. */
function escaped(text: string): string {
  return escapedMarkup(plain(text))
}
