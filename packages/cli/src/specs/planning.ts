import type { CommandSpec } from '../command.ts'
import { account, broker, github, html, key, policy, reads, shipment, warehouse } from './options.ts'

/** Asking what would happen. */
export const planningSpecs: readonly CommandSpec[] = [
  {
    name: 'plan',
    about: 'Ask what would happen to these orders; nothing happens.',
    options: [
      { flag: '--order-id <id>', about: 'ord_…, repeated', isRepeated: true },
      { flag: '--orders-from <file>', about: 'ids, or the answer of sync; - for stdin' },
      account,
      warehouse,
      broker,
      { flag: '--batch-id <id>', about: 'plan this export again' },
      ...shipment,
      { flag: '--dry-run', about: 'store nothing' },
      { flag: '--explain <finding>', about: 'why: a rule, "RULE POINTER" or #n of the list; stores nothing' },
      { flag: '--plan <file>', about: 'with --explain: the plan of this file, without a server' },
      { flag: '--include-snapshot', about: 'add the hashed value, for checking the planHash offline' },
      {
        flag: '--fail-on <state>',
        about: 'exit 5 if blocked; review: also 3 for review; by the policy if there is one',
        choices: ['review', 'blocked'],
      },
      { flag: '--detailed-exitcode', about: 'the same as --fail-on review' },
      policy,
      { flag: '--out <file>', about: 'also write a plan file (0600), to show, compare, approve and execute' },
      html,
      github,
      key,
    ],
    exitCodes: [0, 1, 2, 3, 4, 5, 6, 7, 9, 10, 130],
    examples: [
      'entrygo plan --orders-from synced.json --out plan.json',
      'entrygo plan --order-id ord_… --dry-run --fail-on review --json',
      'entrygo plan --orders-from synced.json --policy entrygo.policy.yaml --detailed-exitcode',
      'entrygo plan --plan plan.json --explain "#1"',
      'entrygo plan --batch-id batch_… --explain INV-07',
    ],
    output: ['PlannedExport', 'FindingExplanations'],
    load: () => import('../commands/plan.ts'),
  },
  {
    name: 'plan show',
    about: 'Show the plan of a file, and whether it is still what was planned; offline.',
    arguments: [{ name: '<file>', about: 'file that plan --out wrote; - for stdin' }],
    options: [html],
    exitCodes: [0, 1, 2, 11, 130],
    examples: ['entrygo plan show plan.json', 'entrygo plan show plan.json --html report.html'],
    output: 'PlanFileShown',
    load: () => import('../commands/plan-show.ts'),
  },
  {
    name: 'plan diff',
    about: 'Compare two plans field by field, each difference with its cause.',
    arguments: [
      { name: '[before]', about: 'plan file, batch_… (its current plan) or batch_…@sha256:…' },
      { name: '[after]', about: 'the same; left out with --as-of' },
    ],
    options: [
      { flag: '--as-of <date>', about: 'against a dry run of the same orders under the law of that day' },
      account,
    ],
    exitCodes: [...reads, 11],
    examples: [
      'entrygo plan diff monday.json tuesday.json',
      'entrygo plan diff batch_…@sha256:… batch_…',
      'entrygo plan diff batch_… --as-of 2027-01-01 --json',
    ],
    output: 'PlanComparison',
    load: () => import('../commands/plan-diff.ts'),
  },
]
