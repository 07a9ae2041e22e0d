import type { CommandContext } from '../command.ts'
import { usageError } from '../errors.ts'
import type { ExitCode } from '../exit-codes.ts'
import { journalOf } from '../journal/begin-run.ts'
import { nextOf, shownRun } from '../journal/pending-runs.ts'

/** `entrygo pending`: the runs of this user that have no answer yet; with `--forget` without one of them. */
export async function run(context: CommandContext): Promise<ExitCode> {
  const { flags, output } = context
  const journal = journalOf(context)
  const forgotten = flags.text('forget')
  if (forgotten !== undefined) {
    const found = journal.pending().find(({ id, key }) => String(id) === forgotten || key === forgotten)
    if (found === undefined) throw usageError(`No unfinished run has the id or key "${forgotten}".`, '--forget')
    journal.forget(found.id)
  }
  const runs = journal.pending().map(shownRun)
  journal.close()
  const next = runs.filter(({ state }) => state !== 'running').flatMap(nextOf)
  await output.show({ data: runs, next }, async (style) => {
    const { renderPending } = await import('../render/pending.ts')
    return renderPending(runs, { style, next })
  })
  return 0
}
