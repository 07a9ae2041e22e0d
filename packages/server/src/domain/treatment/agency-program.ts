import type { Confidence, PgaDeclarations, PgaTreatment } from '@entrygo/sdk/contract'
import { isInForce, newestRecords } from '../lists/dated-records.ts'

/** Name of a program as products declare it: `fda_food`. */
export type AgencyProgramName = keyof PgaDeclarations

/** All names, as the contract has them. */
export const agencyPrograms: readonly [AgencyProgramName, ...AgencyProgramName[]] = [
  'fda_food',
  'fda_cos',
  'fda_drug',
  'fda_dev',
  'fda_rad',
  'fda_fcs',
  'fsis',
  'aphis',
  'lacey',
  'epa_tsca',
  'epa_wood',
  'epa_pest',
  'epa_vne',
  'epa_ods_hfc',
  'nhtsa',
  'cpsc',
  'fcc',
  'ttb',
  'atf',
  'dea',
  'fws',
  'nmfs',
  'omc',
  'ams',
  'ddtc_ofac',
]

export type DisclaimCode = NonNullable<PgaTreatment['disclaimCode']>

/**
 * One dated record of a program of a partner government agency: which goods may be regulated under it, what it needs of
 * them, and how it can be disclaimed. Of one id the record that was recorded last counts.
 */
export interface AgencyProgram {
  readonly id: string
  readonly program: AgencyProgramName
  /** The rule of the guide that speaks for it. */
  readonly ruleId: string
  readonly agency: string
  /** What it is about, for messages: "food for people or animals". */
  readonly subject: string
  /** Goods that may be regulated. No public table says which are: CBP gives it to filers alone. */
  readonly candidates: readonly AgencyCandidate[]
  /** ACE flags; empty where no code is known. */
  readonly flags: readonly AgencyFlag[]
  /** Codes that the program knows, where the flag does not limit them further. */
  readonly disclaimCodes: readonly DisclaimCode[]
  /** A fact that, when true, declares the goods to be regulated as `status: data` does. */
  readonly declaredBy?: AgencyFact
  readonly fields: Readonly<Record<string, DataKind>>
  /** What an entry of regulated goods needs. */
  readonly needs: readonly AgencyNeed[]
  /** What is asked for beside it, and never blocks. */
  readonly asks: readonly AgencyNeed[]
  /** A list inside `data` whose every entry states the needed fields; what stands beside it holds for all entries. */
  readonly perEntryOf?: string
  /** Regulated goods of which nothing is needed: one of these holds. */
  readonly passedOver: readonly PassedOver[]
  readonly citation: string
  readonly confidence: Confidence
  readonly effectiveFrom: string | null
  readonly effectiveTo: string | null
  readonly recordedAt: string
}

/** Product facts that a record may ask about: yes, no, or not stated. */
export type AgencyFact = 'childrenProduct'

export interface AgencyCandidate {
  readonly lists: readonly string[]
  /** Only if this is true; while it is not stated, it is asked for. */
  readonly fact?: AgencyFact
  /** Only if the description has this word. */
  readonly word?: string
}

export interface AgencyFlag {
  readonly flag: string
  readonly requirement: PgaTreatment['requirement']
  /** Codes that a disclaim under this flag may have; absent means those of the program. */
  readonly disclaimCodes?: readonly DisclaimCode[]
}

/**
 * What counts as given: a `text` (or a number); `texts`, one or several; a `statement`, a text or true; an `answer`, a
 * text, true or false; an `amount`, a decimal of 0 or more; a `percent`; `details`, a text or an object that says something.
 */
export type DataKind = 'text' | 'texts' | 'statement' | 'answer' | 'amount' | 'percent' | 'details'

/** All fields of one of these sets. What is open is told of the set that was begun and lacks least, else of the first. */
export interface AgencyNeed {
  readonly oneOf: readonly (readonly string[])[]
  /** Only of goods on one of these lists. */
  readonly lists?: readonly string[]
  /** Not of goods on one of these lists. */
  readonly exceptLists?: readonly string[]
  /** Only if the description has this word. */
  readonly word?: string
  /** Only where this field is given. */
  readonly with?: string
}

/** All that is named holds: decimals are at most so much, statements are true. */
export interface PassedOver {
  readonly atMost: Readonly<Record<string, bigint>>
  readonly isTrue: readonly string[]
}

/** The programs of one law date, sorted by name, and those that a list makes candidates. */
export interface AgenciesInForce {
  readonly programs: readonly AgencyProgram[]
  readonly byList: ReadonlyMap<string, readonly AgencyProgram[]>
}

export function agenciesInForce(records: readonly AgencyProgram[], lawDate: string): AgenciesInForce {
  const programs = newestRecords(records, { nameOf: ({ id }) => id, recordedAt: (record) => record.recordedAt })
    .filter((record) => isInForce(record, lawDate))
    .toSorted((a, b) => (a.program < b.program ? -1 : 1))
  const byList = new Map<string, AgencyProgram[]>()
  for (const program of programs) {
    for (const list of new Set(program.candidates.flatMap(({ lists }) => lists))) {
      byList.set(list, [...(byList.get(list) ?? []), program])
    }
  }
  return { programs, byList }
}
