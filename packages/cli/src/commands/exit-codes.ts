import type { CommandContext } from '../command.ts'
import { type ExitCode, exitCodeByErrorCode, exitCodes } from '../exit-codes.ts'

/** `entrygo exit-codes`: the whole table, with the error codes that lead to each. */
export async function run({ output }: CommandContext): Promise<ExitCode> {
  const errorCodesOf = (code: ExitCode): string[] =>
    Object.entries(exitCodeByErrorCode).flatMap(([errorCode, exitCode]) => (exitCode === code ? [errorCode] : []))
  const rows = exitCodes.map((row) => ({ ...row, errorCodes: errorCodesOf(row.code) }))
  await output.show({ data: { exitCodes: rows } }, async (style) => {
    const { renderExitCodes } = await import('../render/exit-codes.ts')
    return renderExitCodes(rows, style)
  })
  return 0
}
