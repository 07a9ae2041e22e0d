import { artifactTypes, exportStates, readinessStates } from '@entrygo/sdk/contract'
import type { CommandSpec } from '../command.ts'
import { batch, exportArgument, reads } from './options.ts'

/** What is there. */
export const readingSpecs: readonly CommandSpec[] = [
  {
    name: 'exports list',
    about: 'List exports, newest first, one page.',
    options: [
      { flag: '--state <state>', about: 'only these', choices: exportStates },
      { flag: '--readiness-state <state>', about: 'only these', choices: readinessStates },
      { flag: '--warehouse-id <id>', about: 'only from this warehouse' },
      { flag: '--created-after <time>', about: 'RFC 3339' },
      { flag: '--created-before <time>', about: 'RFC 3339' },
      { flag: '--limit <count>', about: '1 to 100' },
      { flag: '--cursor <cursor>', about: 'next_cursor of the page before' },
    ],
    exitCodes: reads,
    examples: ['entrygo exports list --state awaiting_approval'],
    load: () => import('../commands/exports.ts').then(({ runList }) => ({ run: runList })),
  },
  {
    name: 'exports show',
    about: 'The same as inspect.',
    arguments: [exportArgument],
    options: [
      batch,
      { flag: '--wait', about: 'until somebody can act; the state becomes the exit code' },
      { flag: '--watch', about: 'the events as they come (--json: NDJSON)' },
      { flag: '--after <seq>', about: 'with --watch: only later ones' },
    ],
    exitCodes: [0, 1, 2, 3, 4, 5, 7, 8, 9, 10, 130],
    examples: ['entrygo exports show batch_…'],
    load: () => import('../commands/inspect.ts'),
  },
  {
    name: 'exports events',
    about: 'List the events of an export, one page.',
    arguments: [exportArgument],
    options: [
      batch,
      { flag: '--after <seq>', about: 'only later ones' },
      { flag: '--limit <count>', about: '1 to 500' },
      { flag: '--wait <seconds>', about: 'hold the request until there is one, 0 to 25' },
    ],
    exitCodes: reads,
    examples: ['entrygo exports events batch_… --after 5 --wait 25 --json'],
    load: () => import('../commands/exports.ts').then(({ runEvents }) => ({ run: runEvents })),
  },
  {
    name: 'approvals',
    about: 'List who approved which plan of an export, and what still counts.',
    arguments: [exportArgument],
    options: [batch],
    exitCodes: reads,
    examples: ['entrygo approvals batch_…'],
    load: () => import('../commands/approvals.ts'),
  },
  {
    name: 'artifacts get',
    about: 'Write the documents of a customs package, checked by their SHA-256.',
    arguments: [{ name: '[package]', about: 'cp_…, or the export batch_…' }],
    options: [
      { flag: '--customs-package-id <id>', about: 'cp_…' },
      batch,
      { flag: '--artifact-type <type>', about: 'only these, repeated', isRepeated: true, choices: artifactTypes },
      { flag: '--out <dir>', about: 'folder (default: here)' },
      { flag: '--force', about: 'replace files that hold something else' },
    ],
    exitCodes: reads,
    examples: ['entrygo artifacts get cp_… --out documents'],
    load: () => import('../commands/artifacts.ts'),
  },
  {
    name: 'bundle',
    about: 'Save the evidence of an export as one zip, checked by its digest.',
    arguments: [exportArgument],
    options: [
      batch,
      { flag: '--out <file>', about: 'where to (default: here, under the name that the server gives)' },
      { flag: '--force', about: 'replace a file that holds something else' },
    ],
    exitCodes: reads,
    examples: ['entrygo bundle batch_… --out evidence.zip'],
    load: () => import('../commands/bundle.ts'),
  },
]
