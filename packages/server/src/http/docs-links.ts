import type { DocsPage } from './docs-pages.ts'

interface Place {
  readonly page: DocsPage
  readonly pages: ReadonlyMap<string, DocsPage>
}

/** Where a link of a page leads on the server; null for what lies outside the documentation, which is not served. */
export function pathInDocs(target: string, { page, pages }: Place): string | null {
  const isFolderPage = [...pages.keys()].some((path) => path.startsWith(`${page.path}/`))
  const { pathname } = new URL(target, `http://docs${page.path}${isFolderPage ? '/' : ''}`)
  return pathname.startsWith('/docs') ? pathname : null
}

/** The page as it was written, but that links to what is not served are text. */
export function servedMarkdown(place: Place): string {
  return place.page.markdown.replaceAll(
    /\[([^\]]*)\]\((\.\.\/[^)\s#]+)(?:#[^)\s]*)?\)/g,
    (whole, text: string, target: string) => (pathInDocs(target, place) === null ? text : whole),
  )
}
