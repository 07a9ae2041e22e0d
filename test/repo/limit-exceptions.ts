/**
 * Files that may be longer than 250 lines, each with the bound that holds instead and the reason; a reason that needs more
 * than a sentence has its page in docs/decisions. A file that is short again must leave the list.
 */
export const longFiles: Readonly<Record<string, { readonly lines: number; readonly because: string }>> = {}
