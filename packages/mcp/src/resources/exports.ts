import { EntryGoError } from '@entrygo/sdk'
import { artifactTypes } from '@entrygo/sdk/contract'
import {
  type ListResourcesResult,
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  type ReadResourceResult,
  ResourceNotFoundError,
  ResourceTemplate,
} from '@modelcontextprotocol/server'
import { resultOfFailure } from '../answers/refusal.ts'
import { shownId } from '../gate.ts'
import type { World } from '../world.ts'
import { exportUri, isText, scheme } from './uris.ts'

const json = 'application/json'

/** Exports, their events and the files of their customs packages, whole: a host decides how much of them a model reads. */
export function registerExports(server: McpServer, { client }: Pick<World, 'client'>): void {
  server.registerResource(
    'export',
    new ResourceTemplate(`${scheme}exports/{id}`, { list: () => recentExports({ client }) }),
    { title: 'Export', description: 'Everything the export is now.', mimeType: json },
    ({ href }, { id }, { mcpReq: { signal } }) =>
      reading(href, async () => jsonAt(href, await client.inspect({ id: String(id) }, { signal }))),
  )
  server.registerResource(
    'export-events',
    new ResourceTemplate(`${scheme}exports/{id}/events`, { list: undefined }),
    { title: 'Events of an export', description: 'The first 500; more by entrygo_list_events.', mimeType: json },
    ({ href }, { id }, { mcpReq: { signal } }) =>
      reading(href, async () => jsonAt(href, await client.exports.events({ id: String(id), limit: 500 }, { signal }))),
  )
  server.registerResource(
    'artifact',
    new ResourceTemplate(`${scheme}customs-packages/{id}/artifacts/{artifact_type}`, { list: undefined }),
    { title: 'Artifact', description: 'A document of a customs package.' },
    ({ href }, { id, artifact_type }, { mcpReq: { signal } }) =>
      reading(href, async () => {
        const type = artifactTypes.find((one) => one === artifact_type)
        if (type === undefined) throw new ResourceNotFoundError(href)
        const file = await client.customsPackages.artifact({ id: String(id), artifact_type: type }, { signal })
        const { media_type: mimeType, bytes } = file
        const content = isText(mimeType)
          ? { text: new TextDecoder().decode(bytes) }
          : { blob: Buffer.from(bytes).toString('base64') }
        return { contents: [{ uri: href, mimeType, ...content }] }
      }),
  )
}

async function recentExports({ client }: Pick<World, 'client'>): Promise<ListResourcesResult> {
  const recent = await client.exports.list.safe({ limit: 20 })
  // The list of resources must not fail because the EntryGo server is away: its other members still stand.
  if (!recent.ok) return { resources: [] }
  const resources = recent.data.data.map(({ exportId }) => ({
    uri: exportUri(shownId(exportId)),
    name: shownId(exportId),
    mimeType: json,
  }))
  return { resources }
}

function jsonAt(uri: string, value: object): ReadResourceResult {
  return { contents: [{ uri, mimeType: json, text: JSON.stringify(value) }] }
}

/** A failure of the EntryGo server as the protocol error that hosts expect here. */
async function reading(uri: string, read: () => Promise<ReadResourceResult>): Promise<ReadResourceResult> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof EntryGoError)) throw error
    // What is no id at all names nothing either.
    if (error.status === 404 || error.code === 'INVALID_ARGUMENT') throw new ResourceNotFoundError(uri)
    const data = resultOfFailure(error).structuredContent
    throw new ProtocolError(ProtocolErrorCode.InternalError, `The resource cannot be read: ${error.kind}.`, data)
  }
}
