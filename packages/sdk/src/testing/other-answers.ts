import { HttpResponse } from 'msw'
import { operations } from '../contract/operations.ts'
import { exampleNamed, exampleOfMedia } from './contract-examples.ts'

const mediaTypes: Readonly<Record<string, readonly [media: string, filename: string]>> = {
  cci_human_readable: ['text/html', 'commercial_customs_invoice.html'],
  cci_pdf: ['application/pdf', 'commercial_customs_invoice.pdf'],
  cci_csv: ['text/csv', 'commercial_customs_invoice.csv'],
  cci_json: ['application/json', 'commercial_customs_invoice.json'],
  packing_list: ['application/json', 'packing_list.json'],
  manifest: ['application/json', 'manifest.json'],
}

/** The bytes of an artifact as the contract shows them; null for a type that it does not know. */
export function artifactAnswer(type: string): Promise<Response> | null {
  const [media, filename] = mediaTypes[type] ?? []
  return media === undefined || filename === undefined
    ? null
    : fileAnswer({ path: operations.downloadArtifact.path, media, filename })
}

/** The bytes of an evidence bundle as the contract shows them: the start of a zip. */
export function evidenceAnswer(): Promise<Response> {
  return fileAnswer({ path: operations.downloadEvidence.path, media: 'application/zip', filename: 'evidence.zip' })
}

/** The events of the contract's example that stand after the position that was asked for. */
export function feedAnswer(query: URLSearchParams): Response {
  const feed = exampleNamed('EventFeed')
  const events =
    feed !== null && typeof feed === 'object' && 'data' in feed && Array.isArray(feed.data) ? feed.data : []
  const after = Number(query.get('after') ?? 0)
  const data = events.filter(({ position }) => position > after)
  const next_after = data.at(-1)?.position ?? after
  return HttpResponse.json({ data, next_after, has_more: false })
}

async function fileAnswer(file: { path: string; media: string; filename: string }): Promise<Response> {
  const example = exampleOfMedia(file.path, file.media)
  const bytes = new TextEncoder().encode(typeof example === 'string' ? example : JSON.stringify(example))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
  const headers = {
    'content-type': file.media,
    etag: `"${sha256}"`,
    'content-digest': `sha-256=:${btoa(String.fromCharCode(...digest))}:`,
    'content-disposition': `attachment; filename="${file.filename}"`,
  }
  return new HttpResponse(bytes, { headers })
}
