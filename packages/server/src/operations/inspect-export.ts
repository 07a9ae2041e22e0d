import { exportView, viewValidUntil } from '../domain/export/view.ts'
import { sha256Hex } from '../domain/fingerprint.ts'
import type { Refusal } from '../domain/refusal.ts'
import type { Caller, Ports, Reply } from '../ports.ts'
import { exportNotFound } from './refusals.ts'
import { viewCacheOf } from './view-cache.ts'

export interface ExportParams {
  readonly id: string
}

/**
 * All that the export is now, from one committed state. Unchanged exports cost one read of a version: the rendered
 * answer is kept as long as nothing it was made from has changed.
 */
export async function inspectExport({ id }: ExportParams, caller: Caller, ports: Ports): Promise<Reply | Refusal> {
  const current = await ports.store.loadExportVersion(caller.accountId, id)
  if (current === null) return exportNotFound('id', id)
  const now = ports.clock.now()
  const cache = viewCacheOf(ports.store)
  const key = `${caller.accountId} ${id}`
  const cached = cache.get(key)
  if (
    cached !== undefined &&
    cached.version === current.version &&
    cached.profileRev === current.profileRev &&
    (cached.validUntil === null || now < cached.validUntil)
  ) {
    return cached.reply
  }
  const history = await ports.store.loadExport(caller.accountId, id)
  if (history === null) return exportNotFound('id', id)
  // Kept as text: Node writes a text together with the head in one piece.
  const body = JSON.stringify(exportView(history, now))
  const reply: Reply = {
    status: 200,
    contentType: 'application/json',
    body,
    headers: { ETag: `"${sha256Hex(body)}"` },
  }
  const { version } = history.export
  cache.set(key, { version, profileRev: history.profile.rev, validUntil: viewValidUntil(history, now), reply })
  return reply
}
