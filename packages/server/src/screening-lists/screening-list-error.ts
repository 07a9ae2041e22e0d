/** A folder of screening lists that cannot be used: names the file, the line and what is wrong with it. */
export class ScreeningListError extends Error {
  override readonly name = 'ScreeningListError'
  readonly file: string
  readonly line: number | null

  constructor(where: { readonly file: string; readonly line?: number }, reason: string) {
    super(`Screening list ${where.file}${where.line === undefined ? '' : `, line ${where.line}`}: ${reason}`)
    this.file = where.file
    this.line = where.line ?? null
  }
}
