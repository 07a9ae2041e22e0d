import type { Mutant } from './mutant.ts'
import { mutantsOfExports } from './mutants-of-exports.ts'
import { mutantsOfPlanning } from './mutants-of-planning.ts'
import { mutantsOfReading } from './mutants-of-reading.ts'
import { mutantsOfRecords } from './mutants-of-records.ts'
import { mutantsOfRefusals } from './mutants-of-refusals.ts'
import { mutantsOfWriting } from './mutants-of-writing.ts'

/** Every defect that the suite has to notice. */
export const mutants: readonly Mutant[] = [
  ...mutantsOfWriting,
  ...mutantsOfRecords,
  ...mutantsOfPlanning,
  ...mutantsOfExports,
  ...mutantsOfReading,
  ...mutantsOfRefusals,
]
