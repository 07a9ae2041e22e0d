import type { CommandSpec } from '../command.ts'

type Load = () => Promise<readonly CommandSpec[]>

const sync: Load = () => import('../specs/sync.ts').then(({ syncSpecs }) => syncSpecs)
const planning: Load = () => import('../specs/planning.ts').then(({ planningSpecs }) => planningSpecs)
const loop: Load = () => import('../specs/loop.ts').then(({ loopSpecs }) => loopSpecs)
const journal: Load = () => import('../specs/journal.ts').then(({ journalSpecs }) => journalSpecs)
const setUp: Load = () => import('../specs/set-up.ts').then(({ setUpSpecs }) => setUpSpecs)
const records: Load = () => import('../specs/records.ts').then(({ recordSpecs }) => recordSpecs)
const reading: Load = () => import('../specs/reading.ts').then(({ readingSpecs }) => readingSpecs)

/**
 * Where the commands that are typed most have their specs, by their names, so that one file is read instead of all of them.
 * A command that is not here is found all the same, more slowly.
 */
export const specGroups: Readonly<Record<string, Load>> = {
  sync,
  plan: planning,
  'plan diff': planning,
  'plan show': planning,
  approve: loop,
  execute: loop,
  inspect: loop,
  run: loop,
  pending: journal,
  resume: journal,
  'products sync': setUp,
  'warehouses sync': setUp,
  'brokers sync': setUp,
  'account show': setUp,
  'account set': setUp,
  'orders list': records,
  'orders show': records,
  'products list': records,
  'products show': records,
  'exports list': reading,
  'exports show': reading,
  'exports events': reading,
  approvals: reading,
  'artifacts get': reading,
  bundle: reading,
}
