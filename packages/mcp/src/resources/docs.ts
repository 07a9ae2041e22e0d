import { type McpServer, ResourceNotFoundError, ResourceTemplate } from '@modelcontextprotocol/server'
import type { World } from '../world.ts'
import { scheme } from './uris.ts'

const markdown = 'text/markdown'

/**
 * The documentation of the EntryGo server that is worked with, so that it fits that server's version: an index, and each
 * page by its path. A host lists the pages; the index is one of them.
 */
export function registerDocs(server: McpServer, { readPage }: Pick<World, 'readPage'>): void {
  if (readPage === undefined) return
  const read = async (
    path: string,
    uri: string,
  ): Promise<{ contents: [{ uri: string; mimeType: string; text: string }] }> => {
    const text = isPath(path) ? await readPage(path) : null
    if (text === null) throw new ResourceNotFoundError(uri)
    return { contents: [{ uri, mimeType: markdown, text }] }
  }
  server.registerResource(
    'docs',
    `${scheme}docs`,
    { title: 'Documentation', description: 'Every page of the documentation by its address.', mimeType: markdown },
    async ({ href }) => ({ contents: [{ uri: href, mimeType: markdown, text: await indexOf(readPage) }] }),
  )
  server.registerResource(
    'docs-page',
    new ResourceTemplate(`${scheme}docs/{+path}`, { list: () => listed }),
    { title: 'Page of the documentation', description: 'For example errors/PLAN_STALE.', mimeType: markdown },
    async ({ href }, { path }) => read(String(path), href),
  )
}

/** The pages that an agent in the loop needs; all others stand in the index. */
const listed = {
  resources: [
    ['concepts/protocol', 'The protocol'],
    ['concepts/readiness', 'Readiness'],
    ['concepts/export-lifecycle', 'States of an export'],
    ['guides/automation-agents', 'Automation and agents'],
    ['guides/mcp', 'The tools of this server'],
    ['api/errors', 'Error codes'],
  ].map(([path = '', title = '']) => ({ uri: `${scheme}docs/${path}`, name: path, title, mimeType: markdown })),
}

/** Nothing that could lead to another place of the server. */
function isPath(path: string): boolean {
  return path.length <= 200 && /^[A-Za-z0-9_-]+(?:\/[A-Za-z0-9_-]+)*$/.test(path)
}

async function indexOf(readPage: NonNullable<World['readPage']>): Promise<string> {
  const index = (await readPage('')) ?? ''
  return index.replace(/\]\(\/docs\/([\w/-]+)\.md\)/g, `](${scheme}docs/$1)`)
}
