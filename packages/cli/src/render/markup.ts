/** Text whose characters can be no markup, in element content and in quoted attribute values alike. */
export function escapedMarkup(text: string): string {
  return text.replace(/[&<>"']/g, (character) => references[character] ?? character)
}

const references: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
