import { codeOf, requireWritable, writePrivately } from './atomic-file.ts'
import type { CommandContext } from './command.ts'
import { CommandError } from './errors.ts'
import { expandPath } from './paths.ts'
import type { ReportSource } from './render/html/report.ts'

/** Where a report goes, looked at before anything is asked. */
export interface ReportPlace {
  /** Writes the page, which its owner alone can read, and says where on stderr. */
  save(source: ReportSource, idempotencyKey?: string): Promise<void>
}

/** The place that `--html` names, if it does. An older report is replaced; any other file is refused. */
export async function reportPlaceOf({ flags, output, terminal }: CommandContext): Promise<ReportPlace | undefined> {
  const name = flags.text('html')
  if (name === undefined) return undefined
  const path = expandPath(terminal, terminal.cwd, name)
  const { isReport, reportPage } = await import('./render/html/report.ts')
  await requireWritable(path, { field: '--html', mayReplace: isReport })
  return {
    save: async (source, idempotencyKey) => {
      await writePrivately(path, reportPage(source)).catch((error: unknown) => {
        const message = `${path} cannot be written (${codeOf(error)}). Write the report with entrygo inspect ${source.plan.exportId} --html.`
        throw new CommandError('OUTPUT_ERROR', message, {
          field: '--html',
          ...(idempotencyKey !== undefined && { idempotencyKey }),
        })
      })
      output.note(`Report: ${path}`)
    },
  }
}
