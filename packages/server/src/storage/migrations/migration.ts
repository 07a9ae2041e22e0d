/** One step of the schema. `version` counts from 1 without gaps; a published step is never edited. */
export interface Migration {
  readonly version: number
  readonly sql: string
}
