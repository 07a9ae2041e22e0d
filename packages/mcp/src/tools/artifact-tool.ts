import type { ArtifactArgs } from '@entrygo/sdk'
import { artifactUri, isText } from '../resources/uris.ts'
import { parametersOf } from '../schema/contract.ts'
import { inputSchema } from '../schema/input-schema.ts'
import { outputSchema } from '../schema/output-schema.ts'
import { defineTool, type Tool } from '../tool.ts'
import { reads } from './hints.ts'

/** About 8,000 tokens; more than that is read as a resource. */
const maxText = 32_000

export const artifactTool: Tool = defineTool<ArtifactArgs>({
  name: 'entrygo_get_artifact',
  title: 'Read an artifact',
  description:
    'A document of a customs package (customs_package_id of the export): as text where it is short, and always as a link to the whole file.',
  inputSchema: inputSchema(parametersOf('downloadArtifact')),
  outputSchema: outputSchema({
    type: 'object',
    properties: {
      uri: { type: 'string' },
      filename: { type: ['string', 'null'] },
      media_type: { type: 'string' },
      size: { type: 'integer' },
      sha256: { type: 'string' },
      text: { type: 'string' },
    },
    required: ['uri', 'filename', 'media_type', 'size', 'sha256'],
  }),
  annotations: reads,
  run: async ({ client }, { id, artifact_type }, { signal }) => {
    const file = await client.customsPackages.artifact({ id, artifact_type }, { signal })
    const { filename, media_type, sha256, bytes } = file
    const size = bytes.length
    const uri = artifactUri(id, artifact_type)
    const text = isText(media_type) && size <= maxText ? new TextDecoder().decode(bytes) : undefined
    return {
      says: text === undefined ? `A file of ${size} bytes: read the link.` : `A file of ${size} bytes, as text.`,
      data: { uri, filename, media_type, size, sha256, ...(text !== undefined && { text }) },
      links: [{ type: 'resource_link', uri, name: artifact_type, mimeType: media_type, size }],
    }
  },
})
