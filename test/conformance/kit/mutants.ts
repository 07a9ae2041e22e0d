import type { Mutant } from './mutant.ts'
import { mutantsOfPlanning } from './mutants-of-planning.ts'
import { mutantsOfReading } from './mutants-of-reading.ts'
import { mutantsOfWriting } from './mutants-of-writing.ts'

/** Every defect that the suite has to notice. */
export const mutants: readonly Mutant[] = [...mutantsOfWriting, ...mutantsOfPlanning, ...mutantsOfReading]
