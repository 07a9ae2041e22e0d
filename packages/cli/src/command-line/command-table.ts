import type { CommandSpec } from '../command.ts'
import { eventSpecs } from '../specs/events.ts'
import { journalSpecs } from '../specs/journal.ts'
import { localSpecs } from '../specs/local.ts'
import { loopSpecs } from '../specs/loop.ts'
import { offlineSpecs } from '../specs/offline.ts'
import { planningSpecs } from '../specs/planning.ts'
import { readingSpecs } from '../specs/reading.ts'
import { recordSpecs } from '../specs/records.ts'
import { selfSpecs } from '../specs/self.ts'
import { setUpSpecs } from '../specs/set-up.ts'
import { syncSpecs } from '../specs/sync.ts'

/** Every command, in the order of the help. */
export const commandTable: readonly CommandSpec[] = [
  ...syncSpecs,
  ...planningSpecs,
  ...loopSpecs,
  ...journalSpecs,
  ...setUpSpecs,
  ...recordSpecs,
  ...readingSpecs,
  ...eventSpecs,
  ...offlineSpecs,
  ...localSpecs,
  ...selfSpecs,
]
