import { base32OfSha256 } from '../execution/base32.ts'

/** Follows from account, export and revision alone, so that a row built again has the same id at the broker. */
export function submissionIdOf(accountId: string, exportId: string, revision: number): string {
  return `sub_${base32OfSha256(`${accountId}|${exportId}|${revision}`, 25)}`
}
