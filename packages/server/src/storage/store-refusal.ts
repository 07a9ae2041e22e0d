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
 * that durability rests on is not in force.
 */
export type StoreRefusalCode = 'STORE_IN_USE' | 'SCHEMA_TOO_NEW' | 'STORE_UNSAFE'
