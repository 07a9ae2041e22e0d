/**
 * One step of the schema. `version` counts from 1 without gaps; a published step is never edited. The SQL may call
 * `unpacked_text(bytes)` on what the engine keeps packed.
 */
export interface Migration {
  readonly version: number
  readonly sql: string
}
