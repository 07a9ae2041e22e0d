import { createHash } from 'node:crypto'
import { Marked } from 'marked'
import { pathInDocs } from './docs-links.ts'
import type { DocsPage } from './docs-pages.ts'

/** A page as HTML with navigation: no script, no external resource. */
export function docsHtml(page: DocsPage, pages: ReadonlyMap<string, DocsPage>): string {
  const content = marked.parse(page.markdown, { async: false })
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(page.title)} · EntryGo</title>
<link rel="alternate" type="text/markdown" href="${page.path}.md">
<style>${stylesheet}</style>
</head>
<body>
<nav aria-label="Documentation">${navigation(page, pages)}</nav>
<main>
${linked(content, page, pages)}
</main>
</body>
</html>
`
}

const stylesheet = `
:root{color-scheme:light dark;--line:#8884;--soft:#8881;--link:light-dark(#0a58ca,#8ab4f8)}
body{margin:0;display:flex;font:16px/1.6 system-ui,sans-serif}
nav{flex:0 0 15rem;box-sizing:border-box;height:100vh;position:sticky;top:0;overflow:auto;padding:1rem;border-right:1px solid var(--line);font-size:.875rem}
nav h2{font-size:.75rem;text-transform:uppercase;letter-spacing:.05em;margin:1rem 0 .25rem}
nav ul{list-style:none;margin:0;padding:0}
main{max-width:48rem;min-width:0;padding:1rem 2rem 4rem}
a{color:var(--link)}
a[aria-current]{font-weight:600;color:inherit;text-decoration:none}
h1{line-height:1.2}
pre{overflow:auto;padding:.75rem;background:var(--soft);border-radius:.375rem}
code{font:.875em/1.5 ui-monospace,monospace}
table{display:block;overflow:auto;border-collapse:collapse}
th,td{border:1px solid var(--line);padding:.25rem .5rem;text-align:left;vertical-align:top}
blockquote{margin:0;padding-left:1rem;border-left:.25rem solid var(--line)}
@media(max-width:50rem){body{display:block}nav{height:auto;position:static;border:0;border-bottom:1px solid var(--line)}main{padding:1rem}}
`

/** Lets the one stylesheet in and nothing else. */
export const docsPolicy: string = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(stylesheet).digest('base64')}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const marked = new Marked({
  gfm: true,
  renderer: {
    // Pages hold no HTML of their own: what looks like a tag is text.
    html: ({ text }) => escaped(text),
    heading({ depth, text, tokens }) {
      return `<h${depth} id="${anchorOf(text)}">${this.parser.parseInline(tokens)}</h${depth}>\n`
    },
  },
})

// As GitHub names them, so that a link works in both places.
function anchorOf(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} _-]/gu, '')
    .replaceAll(' ', '-')
}

const rooms: readonly (readonly [title: string, prefix: string])[] = [
  ['Start', '/docs/guides/'],
  ['Concepts', '/docs/concepts/'],
  ['API', '/docs/api/'],
  ['Errors', '/docs/errors/'],
  ['Decisions', '/docs/decisions/'],
]

function navigation(current: DocsPage, pages: ReadonlyMap<string, DocsPage>): string {
  const all = [...pages.values()]
  const top = all.filter(({ path }) => !rooms.some(([, prefix]) => path.startsWith(prefix) || `${path}/` === prefix))
  const sections = rooms.map(([title, prefix]) => {
    const items = all.filter(({ path }) => path.startsWith(prefix) || `${path}/` === prefix)
    return items.length === 0 ? '' : `<h2>${title}</h2>${list(items, current)}`
  })
  return `${list(top, current)}${sections.join('')}<h2>Contract</h2><ul><li><a href="/docs/api/openapi">OpenAPI</a></li></ul>`
}

function list(items: readonly DocsPage[], current: DocsPage): string {
  const links = items.map(({ path, title }) => {
    const mark = path === current.path ? ' aria-current="page"' : ''
    return `<li><a href="${escaped(path)}"${mark}>${escaped(title)}</a></li>`
  })
  return `<ul>${links.join('')}</ul>`
}

// In the repository a link names the file beside it; on the server the page has no ending and other folders. What lies
// outside the documentation is not served, so its link becomes text.
function linked(html: string, page: DocsPage, pages: ReadonlyMap<string, DocsPage>): string {
  return html.replaceAll(/ href="([^":#]+)(#[^"]*)?"/g, (whole, target: string, anchor: string | undefined) => {
    const pathname = pathInDocs(target, { page, pages })
    if (pathname === null) return ''
    const path = pathname.replace(/\.md$/, '').replace(/\/(?:index|README)$/, '')
    return pages.has(path) ? ` href="${path}${anchor ?? ''}"` : whole
  })
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
