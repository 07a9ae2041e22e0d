import type { Issue } from '@entrygo/sdk/contract'
import { checkDestinationUrl, type DestinationRules } from '../delivery/destination-url.ts'

/**
 * What keeps a message to a webhook from being signed: each of the live secrets, parted by a blank, must be one of
 * Standard Webhooks. None where there is no secret; whether there must be one is the caller's to say.
 */
export function secretIssues(secret: string | null, path: string): Issue[] {
  if (secret === null || secret.split(' ').every(isWebhookSecret)) return []
  const message =
    'A webhook is signed with whsec_ and base64 of 24 to 64 bytes (Standard Webhooks); give such a secret, or two of ' +
    'them parted by a blank, the newest first.'
  return [{ path, message, code: 'invalid_string' }]
}

/** Why nothing may be sent to a URL; none for a URL that is absent. */
export function urlIssues(url: string | undefined, path: string, rules: DestinationRules): Issue[] {
  if (url === undefined) return []
  const destination = checkDestinationUrl(url, rules)
  return destination.isRefused ? [{ path, message: destination.message, code: 'invalid_string' }] : []
}

/** Base64 in its one canonical spelling: the signer takes no other. */
function isWebhookSecret(secret: string): boolean {
  const [, base64 = ''] = /^whsec_((?:[A-Za-z0-9+/]{4})+(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?)$/.exec(secret) ?? []
  const bytes = atob(base64)
  return bytes.length >= 24 && bytes.length <= 64 && btoa(bytes) === base64
}
