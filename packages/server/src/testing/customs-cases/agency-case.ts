import type { PgaDeclaration } from '@entrygo/sdk/contract'
import type { PlannedProduct } from '../../domain/rules/plan-inputs.ts'
import { type AgencySample, agencySamples } from '../agency-samples.ts'

/** Goods, the clause that speaks of them, and all that the programs of partner agencies say. */
export interface AgencyCase {
  readonly clause: string
  readonly given: string
  readonly product: Partial<PlannedProduct>
  /** The entry date, where it is not 2026-11-21. */
  readonly day?: string
  /** "program status requirement", by name. */
  readonly programs: readonly string[]
  /** "severity rule code field", worst first. */
  readonly findings: readonly string[]
}

/** A disclaim with a code that every program without limits of its own takes. */
export const disclaimed: PgaDeclaration = { status: 'disclaimed', disclaimCode: 'A' }

/** All the data that a program asks for. */
export function completeData(program: AgencySample['program']): Record<string, unknown> {
  return { ...agencySamples.find((sample) => sample.program === program)?.data }
}
