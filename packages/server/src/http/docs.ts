import { contractDocument } from '@entrygo/sdk/contract/document'
import type { Context } from 'hono'
import { accepts } from 'hono/accepts'
import { stringify } from 'yaml'
import type { Reply } from '../ports.ts'
import { docsHtml, docsPolicy } from './docs-html.ts'
import { servedMarkdown } from './docs-links.ts'
import { readDocsFiles, readDocsPages } from './docs-pages.ts'
import { llmsText } from './llms-text.ts'

/** The documentation and the contract, open to everybody. */
export interface Docs {
  /** Null when there is no such page; a path that ends in `.md` is always Markdown. */
  page(c: Context): Reply | null
  contract(c: Context): Reply
  /** An index for language models (llmstxt.org). */
  index(): Reply
}

export function openDocs(): Docs {
  const filesNow = remembered(() => readDocsFiles())
  const pagesNow = remembered(() => readDocsPages())
  const html = new Map<string, string>()
  return {
    page(c) {
      const path = c.req.path.replace(/\.md$/, '')
      const page = pagesNow().get(path)
      if (page === undefined) {
        const file = filesNow().get(path)
        return file === undefined ? null : jsonReply(file.text)
      }
      const type = accepts(c, { header: 'Accept', supports: ['text/html', 'text/markdown'], default: 'text/html' })
      if (path !== c.req.path || type === 'text/markdown') {
        return textReply('text/markdown', servedMarkdown({ page, pages: pagesNow() }))
      }
      const rendered = html.get(path) ?? docsHtml(page, pagesNow())
      html.set(path, rendered)
      return textReply('text/html', rendered)
    },
    contract(c) {
      const supports = ['application/json', 'application/yaml', 'text/yaml']
      const type = accepts(c, { header: 'Accept', supports, default: 'application/json' })
      return type === 'application/json'
        ? jsonReply(contractText.json())
        : { status: 200, contentType: 'application/yaml', body: contractText.yaml(), headers: cached }
    },
    index: () => textReply('text/plain', llmsText([...pagesNow().values()])),
  }
}

// `Vary`: one address answers in several media types.
const cached = { 'Cache-Control': 'public, max-age=300', Vary: 'Accept' }

function jsonReply(body: string): Reply {
  return { status: 200, contentType: 'application/json', body, headers: cached }
}

function textReply(type: string, body: string): Reply {
  const headers = { ...cached, 'Content-Security-Policy': docsPolicy, 'Referrer-Policy': 'no-referrer' }
  return { status: 200, contentType: `${type}; charset=utf-8`, body, headers }
}

const contractText = {
  json: remembered(() => JSON.stringify(contractDocument)),
  yaml: remembered(() => stringify(contractDocument, { aliasDuplicateObjects: false })),
}

function remembered<Value>(make: () => Value): () => Value {
  let made: Value | undefined
  return () => {
    made ??= make()
    return made
  }
}
