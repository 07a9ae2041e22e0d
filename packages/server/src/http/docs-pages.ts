import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

/** One page of the documentation, as written. */
export interface DocsPage {
  /** Path on the server, for example `/docs/concepts/protocol`. */
  readonly path: string
  readonly title: string
  readonly markdown: string
}

/**
 * Every Markdown file below the documentation folder by its path on the server. The folder lies at the root of the
 * repository, or beside `dist` in the published package; without it the server has no pages.
 */
export function readDocsPages(folder: string | null = docsFolder()): Map<string, DocsPage> {
  if (folder === null) return new Map()
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.md'))
  const pages = files.sort().map((file): [string, DocsPage] => {
    const path = pathOf(file.split(sep).join('/'))
    const markdown = readFileSync(join(folder, file), 'utf8')
    return [path, { path, title: titleOf(markdown, path), markdown }]
  })
  return new Map(pages)
}

function docsFolder(): string | null {
  const candidates = ['../../docs', '../../../../docs'].map((path) => join(import.meta.dirname, path))
  return candidates.find((folder) => isFolderOfPages(folder)) ?? null
}

function isFolderOfPages(folder: string): boolean {
  try {
    return readdirSync(folder).includes('index.md')
  } catch {
    return false
  }
}

// index.md and README.md are the page of their folder.
function pathOf(file: string): string {
  const stem = file.slice(0, -'.md'.length).replace(/(?:^|\/)(?:index|README)$/, '')
  return stem === '' ? '/docs' : `/docs/${stem}`
}

function titleOf(markdown: string, path: string): string {
  const [, title] = /^# +(.+)$/m.exec(markdown) ?? []
  return title?.replaceAll('`', '') ?? path
}
