import { codePointText } from './code-point-text.ts'

/** Markup that `html` made; only this may stand in markup unescaped. */
export interface Html {
  readonly markup: string
}

export type HtmlPart = Html | string | number | null | readonly Html[]

/**
 * Builds markup: every value between the literal parts is text, escaped for element content and double-quoted attribute
 * values alike; null is nothing. Values may not stand in tag or attribute names, in unquoted values, styles or scripts.
 */
export function html(literals: TemplateStringsArray, ...values: readonly HtmlPart[]): Html {
  let markup = literals[0] ?? ''
  for (let index = 0; index < values.length; index += 1) {
    markup += markupOf(values[index] ?? null) + (literals[index + 1] ?? '')
  }
  return { markup }
}

/** Characters that would not show, or would turn the reading direction around, are shown by their code point. */
export function visibleText(text: string): string {
  return text.replace(/[^\P{Cc}\t\n]|[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, codePointText)
}

function markupOf(value: HtmlPart): string {
  if (value === null) return ''
  if (typeof value === 'string' || typeof value === 'number') return escapeText(String(value))
  return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('')
}

function escapeText(text: string): string {
  if (plain.test(text)) return text
  return visibleText(text).replace(/[&<>"']/g, (character) => entities[character] ?? character)
}

/** What is the same in markup. */
const plain = /^[ !#$%(-;=?-~]*$/

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
