/** Bytes that are not the announced ones; becomes an `EntryGoError` of kind `parse` with what is known of the answer. */
export class DigestError extends Error {}
