import type { CommandSpec } from '../command.ts'

/** Writes that have no answer yet. */
export const journalSpecs: readonly CommandSpec[] = [
  {
    name: 'pending',
    about: 'List the runs that a crash, a signal or the network left without an answer.',
    options: [{ flag: '--forget <run>', about: 'drop this one, by id or key: it is never finished' }],
    exitCodes: [0, 1, 2],
    examples: ['entrygo pending', 'entrygo pending --json'],
    output: 'PendingRuns',
    load: () => import('../commands/pending.ts'),
  },
  {
    name: 'resume',
    about: 'Finish an unfinished run under its key: what was done is not done again.',
    arguments: [{ name: '[run]', about: 'its id or key; may be left out when there is one' }],
    options: [{ flag: '--all', about: 'every one of them, one after another' }],
    exitCodes: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 130],
    examples: ['entrygo resume', 'entrygo resume 3 --json', 'entrygo resume --all'],
    output: ['ResumedRuns', 'RunOutcome', 'ExecutedExport', 'Export', 'ExportPlan', 'OrdersSynced', 'RecordsSynced'],
    isWrite: true,
    load: () => import('../commands/resume.ts'),
  },
]
