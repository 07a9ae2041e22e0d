/** The engine refuses to start; `message` says why and what to do. */
export class StoreRefusal extends Error {
  override readonly name = 'StoreRefusal'
  readonly code: StoreRefusalCode

  constructor(code: StoreRefusalCode, message: string) {
    super(message)
    this.code = code
  }
}

/**
 * STORE_IN_USE: another server holds the file. SCHEMA_TOO_NEW: a newer release wrote the file. STORE_UNSAFE: a setting
 * that durability rests on is not in force. STORE_IS_BACKUP: the file is stamped as a backup and must be restored first.
 * RESTORE_UNFINISHED: a restore was cut off and has to be run again. NOT_A_BACKUP: what is to be restored has no stamp.
 * STORE_DAMAGED: the file is not a whole store. FILE_EXISTS: what is written has to have a name that is free.
 */
export type StoreRefusalCode =
  | 'STORE_IN_USE'
  | 'SCHEMA_TOO_NEW'
  | 'STORE_UNSAFE'
  | 'STORE_IS_BACKUP'
  | 'RESTORE_UNFINISHED'
  | 'NOT_A_BACKUP'
  | 'STORE_DAMAGED'
  | 'FILE_EXISTS'
