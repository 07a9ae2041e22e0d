import { readdirSync, readFileSync } from 'node:fs'
import { join, sep } from 'node:path'

/** One page of the documentation, as written. */
export interface DocsPage {
  /** Path on the server, for example `/docs/concepts/protocol`. */
  readonly path: string
  readonly title: string
  readonly markdown: string
}

/** A data file of the documentation, for example test vectors. */
export interface DocsFile {
  readonly path: string
  readonly text: string
}

/** Every JSON file below the documentation folder by its path on the server. */
export function readDocsFiles(folder: string | null = docsFolder()): Map<string, DocsFile> {
  const files = filesWithEnding(folder, '.json').map(({ name, text }): [string, DocsFile] => {
    const path = `/docs/${name}`
    return [path, { path, text }]
  })
  return new Map(files)
}

/**
 * Every Markdown file below the documentation folder by its path on the server. The folder lies at the root of the
 * repository, or beside `dist` in the published package; without it the server has no pages.
 */
export function readDocsPages(folder: string | null = docsFolder()): Map<string, DocsPage> {
  const pages = filesWithEnding(folder, '.md').map(({ name, text }): [string, DocsPage] => {
    const path = pathOf(name)
    return [path, { path, title: titleOf(text, path), markdown: text }]
  })
  return new Map(pages)
}

function filesWithEnding(folder: string | null, ending: string): { name: string; text: string }[] {
  if (folder === null) return []
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending))
    .sort()
    .map((file) => ({ name: file.split(sep).join('/'), text: readFileSync(join(folder, file), 'utf8') }))
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
