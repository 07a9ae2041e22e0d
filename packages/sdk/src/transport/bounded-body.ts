/**
 * The whole body, as long as it has at most `maxBytes` after decompression; null as soon as it has more, and its rest is not
 * read. A body that does not obey the signal is left all the same.
 */
export async function bytesOf(
  { body }: Response,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const chunks: Uint8Array<ArrayBuffer>[] = []
  const reader = body?.getReader()
  for (let size = 0; size <= maxBytes && !signal.aborted; ) {
    const { done, value } = (await reader?.read()) ?? ended
    // Most answers come in one piece.
    if (done) return chunks[1] ? new Uint8Array(await new Blob(chunks).arrayBuffer()) : (chunks[0] ?? new Uint8Array())
    size += value.byteLength
    chunks.push(value)
  }
  reader?.cancel().catch(() => {})
  return null
}

const ended = { done: true, value: undefined } as const
