import { severities } from '@entrygo/sdk/contract'
import type { CommandSpec } from '../command.ts'
import { file, input, map } from './options.ts'

/** What needs neither a server nor an account: the rule pack is part of the program. */
export const offlineSpecs: readonly CommandSpec[] = [
  {
    name: 'lint',
    about: 'Check a product catalogue by the rules, before any order exists.',
    arguments: [file],
    options: [
      { flag: '--as-of <date>', about: 'law as of YYYY-MM-DD (default: today)' },
      { flag: '--only <severity>', about: 'only findings of this severity', choices: severities },
      { flag: '--rule <id>', about: 'only findings of this rule, such as INV-16' },
      { flag: '--csv <file>', about: 'write what is missing as CSV, to fill in and sync; - for stdout' },
      { flag: '--force', about: 'replace the CSV file' },
      input,
      map,
    ],
    exitCodes: [0, 1, 2, 3, 5, 130],
    examples: [
      'entrygo lint products.csv',
      'entrygo lint products.json --only BLOCK --csv fill-in.csv',
      'entrygo lint products.ndjson --as-of 2027-01-01 --json',
    ],
    output: 'LintReport',
    load: () => import('../commands/lint.ts'),
  },
  {
    name: 'verify',
    about: 'Check an evidence bundle, a folder of package files or a plan; offline.',
    arguments: [{ name: '<path>', about: 'zip of `bundle`, folder of `artifacts get`, or file of `plan --out`' }],
    options: [],
    exitCodes: [0, 1, 2, 7, 130],
    examples: ['entrygo verify evidence.zip', 'entrygo verify documents --json', 'entrygo verify plan.json'],
    output: 'Verification',
    load: () => import('../commands/verify.ts'),
  },
  {
    name: 'hts search',
    about: 'Find lines of the tariff schedule by words. It never classifies goods.',
    arguments: [{ name: '<words...>', about: 'words such as "cotton t-shirt", or the first digits of a number' }],
    options: [
      { flag: '--limit <count>', about: '1 to 200 lines (default 10)' },
      { flag: '--chapter <chapter>', about: 'only this chapter: 01 to 99' },
    ],
    exitCodes: [0, 1, 2, 130],
    examples: ['entrygo hts search "cotton t-shirt"', 'entrygo hts search wooden cabinet --chapter 94 --json'],
    output: 'TariffLines',
    load: () => import('../commands/hts.ts').then(({ runSearch }) => ({ run: runSearch })),
  },
  {
    name: 'hts show',
    about: 'Show text, units, rates and lists of a tariff number on one day.',
    arguments: [{ name: '<number...>', about: 'two to ten digits, with or without dots' }],
    options: [
      { flag: '--as-of <date>', about: 'law as of YYYY-MM-DD (default: today)' },
      { flag: '--limit <count>', about: 'of the lines below a short number (default 40)' },
    ],
    exitCodes: [0, 1, 2, 130],
    examples: ['entrygo hts show 6109.10.00.12', 'entrygo hts show 7323.93 --as-of 2026-12-04 --json'],
    output: 'TariffNumber',
    load: () => import('../commands/hts.ts').then(({ runShow }) => ({ run: runShow })),
  },
]
