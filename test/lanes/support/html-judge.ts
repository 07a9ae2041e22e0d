import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium, type Page } from 'playwright-core'
import { chromiumPath, executableOf } from './browser.ts'
import { replaced } from './document-template.ts'
import { namesIn, readStrictHtml } from './html-reader.ts'

/** Everything the template of the invoice is made of; a new element or attribute has to be added here by hand. */
const templateNames: ReadonlySet<string> = new Set([
  ...[
    'html',
    'html lang',
    'head',
    'meta',
    'meta charset',
    'meta http-equiv',
    'meta content',
    'meta name',
    'title',
    'style',
  ],
  ...[
    'body',
    'header',
    'footer',
    'section',
    'section class',
    'div',
    'div class',
    'span',
    'span class',
    'h1',
    'h2',
    'h3',
  ],
  ...[
    'p',
    'p class',
    'ul',
    'li',
    'li class',
    'strong',
    'table',
    'table class',
    'thead',
    'tbody',
    'tfoot',
    'tr',
    'tr class',
    'th',
  ],
  ...['th class', 'td', 'td class', 'td colspan', 'dl', 'dt', 'dd', 'dl class', 'dt class', 'dd class', 'th colspan'],
])

/** The invoice with hostile texts has the parts of the one with placeholders, and the texts themselves as text. */
export function faultsOfHtml(document: string, withPlaceholders: string, texts: readonly string[]): string[] {
  try {
    const [parts, wanted] = [readStrictHtml(document), readStrictHtml(withPlaceholders)]
    const foreign = [...namesIn(parts)].filter((name) => !templateNames.has(name))
    if (foreign.length > 0) return [`HTML holds ${foreign.join(', ')}, which the template does not have`]
    if (parts.length !== wanted.length) return [`HTML has ${parts.length} parts, the template has ${wanted.length}`]
    return parts.flatMap((part, index) => {
      const other = wanted[index]
      if (part.part === 'text' && other?.part === 'text') {
        const expected = replaced(other.text, texts, shownText)
        return part.text === expected ? [] : [`HTML says ${JSON.stringify(part.text)}, not ${JSON.stringify(expected)}`]
      }
      return JSON.stringify(part) === JSON.stringify(other) ? [] : [`HTML part ${index} is ${JSON.stringify(part)}`]
    })
  } catch (error) {
    return [`HTML cannot be read: ${String(error)}`]
  }
}

/** The tree that a browser makes of the document is that of the placeholders, with the texts in it. */
export class BrowserJudge {
  readonly #browser: Browser
  readonly #page: Page
  readonly #file: string
  readonly #withPlaceholders: string

  private constructor(parts: { browser: Browser; page: Page; file: string; withPlaceholders: string }) {
    this.#browser = parts.browser
    this.#page = parts.page
    this.#file = parts.file
    this.#withPlaceholders = parts.withPlaceholders
  }

  /** Starts one browser for all documents; null where this machine has none. */
  static async start(folder: string, withPlaceholders: string): Promise<BrowserJudge | null> {
    const name = chromiumPath()
    if (name === null) return null
    const browser = await chromium.launch({ executablePath: executableOf(name), args: ['--no-sandbox'] })
    const page = await browser.newPage()
    const file = join(folder, 'invoice.html')
    return new BrowserJudge({ browser, page, file, withPlaceholders: await treeOf(page, file, withPlaceholders) })
  }

  async faultsOf(document: string, texts: readonly string[]): Promise<string[]> {
    const expected = replaced(this.#withPlaceholders, texts, (text) => serialised(shownText(text)))
    const tree = await treeOf(this.#page, this.#file, document)
    if (tree === expected) return []
    let at = 0
    while (tree[at] === expected[at]) at += 1
    return [
      `a browser reads ${JSON.stringify(tree.slice(at - 40, at + 80))}, not ${JSON.stringify(expected.slice(at - 40, at + 80))}`,
    ]
  }

  async close(): Promise<void> {
    await this.#browser.close()
  }
}

async function treeOf(page: Page, file: string, document: string): Promise<string> {
  writeFileSync(file, document)
  const { href } = pathToFileURL(file)
  await page.goto(href)
  if (page.url() !== href) throw new Error(`The document went to ${page.url()}.`)
  return page.content()
}

/** Control characters, except tab and line feed, and marks that turn the reading direction show their code point. */
function shownText(text: string): string {
  return [...text]
    .map((character) => (isHidden(character.codePointAt(0) ?? 0) ? bracketed(character) : character))
    .join('')
}

export function bracketed(character: string): string {
  return `[U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}]`
}

function isHidden(point: number): boolean {
  if (point === 0x09 || point === 0x0a) return false
  const isControl = point < 0x20 || (point >= 0x7f && point <= 0x9f)
  const turns = point === 0x61c || (point >= 0x200e && point <= 0x200f)
  return isControl || turns || (point >= 0x202a && point <= 0x202e) || (point >= 0x2066 && point <= 0x2069)
}

/** As the standard serialises text content. */
function serialised(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('\u00a0', '&nbsp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
