import { StoreUnavailable } from '../../ports.ts'

/** Primary result codes, https://www.sqlite.org/rescode.html. */
const busyCodes: readonly number[] = [5, 6]
const ioError = 10
const notADatabase = 26
const corrupt = 11
const damaged: readonly number[] = [corrupt, notADatabase]
/** NOMEM, READONLY, INTERRUPT, FULL, CANTOPEN, PROTOCOL: the surroundings fail, not the statement. */
const surroundings: readonly number[] = [7, 8, 9, 13, 14, 15]
/** SQLITE_CONSTRAINT_UNIQUE, an extended code. */
const uniqueConstraint = 2067

/** Somebody else holds a lock; trying again later may work. */
export function isBusy(error: unknown): boolean {
  return busyCodes.includes(primaryCode(error))
}

/** After a failed write or sync the kernel may have dropped the pages: going on with this file is not safe. */
export function breaksStore(error: unknown): boolean {
  const code = primaryCode(error)
  return code === ioError || damaged.includes(code)
}

/** The store cannot serve: the transaction as a whole is void, whatever its parts say. */
export function isStoreFault(error: unknown): boolean {
  return isBusy(error) || breaksStore(error) || surroundings.includes(primaryCode(error))
}

/** The file holds something else than a database. */
export function isNoDatabase(error: unknown): boolean {
  return primaryCode(error) === notADatabase
}

/** Pages of the file contradict each other. */
export function isCorrupt(error: unknown): boolean {
  return primaryCode(error) === corrupt
}

/** A key of a table is taken; the primary code stands for every other constraint too. */
export function isUniqueViolation(error: unknown): boolean {
  return errorCode(error) === uniqueConstraint
}

/** Faults of the store become {@link StoreUnavailable}; anything else is a bug and stays as it is. */
export function asStoreError(error: unknown): unknown {
  if (!isStoreFault(error)) return error
  const reason = error instanceof Error ? error.message : String(error)
  return new StoreUnavailable(`The store cannot serve now: ${reason}. Try again.`, { cause: error })
}

function primaryCode(error: unknown): number {
  return errorCode(error) & 0xff
}

/** 0 for what SQLite did not throw. */
function errorCode(error: unknown): number {
  if (typeof error !== 'object' || error === null || !('errcode' in error)) return 0
  return typeof error.errcode === 'number' ? error.errcode : 0
}
