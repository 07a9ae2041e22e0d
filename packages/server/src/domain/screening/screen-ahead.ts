import { type PartyScreening, partyKey, type ScreenedParty, type ScreeningHit } from './party-screening.ts'

/** Who will be looked for. */
export interface PartiesAhead {
  /** On the lists of restricted parties. */
  readonly parties: Iterable<ScreenedParty>
  /** On the lists about forced labor. */
  readonly makers: Iterable<ScreenedParty>
}

/**
 * Looks the parties up, one a step, since one look-up of a list of 60,000 names takes up to a millisecond. Ends with the
 * same screening, which has the answers about them at hand however many parties others ask about in between.
 */
export function* screenAhead(
  screening: PartyScreening,
  { parties, makers }: PartiesAhead,
): Generator<undefined, PartyScreening> {
  const restricted = yield* lookUps(screening.restricted, parties)
  const forcedLabor = yield* lookUps(screening.forcedLabor, makers)
  return { lists: screening.lists, restricted, forcedLabor }
}

type LookUp = (party: ScreenedParty) => readonly ScreeningHit[]

function* lookUps(find: LookUp, parties: Iterable<ScreenedParty>): Generator<undefined, LookUp> {
  const found = new Map<string, readonly ScreeningHit[]>()
  for (const party of parties) {
    const key = partyKey(party)
    if (!found.has(key)) found.set(key, find(party))
    yield
  }
  return (party) => found.get(partyKey(party)) ?? find(party)
}
