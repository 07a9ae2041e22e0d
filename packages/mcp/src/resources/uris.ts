/** Every address of a resource starts with it. */
export const scheme = 'entrygo://'

export function artifactUri(id: string, artifactType: string): string {
  return `${scheme}customs-packages/${id}/artifacts/${artifactType}`
}

export function exportUri(id: string): string {
  return `${scheme}exports/${id}`
}

/** Media types that a model reads as text. */
export function isText(mediaType: string): boolean {
  return /^(?:text\/|application\/(?:json|yaml|xml)\b)/.test(mediaType)
}
