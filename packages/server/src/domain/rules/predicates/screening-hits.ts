import type { ListedParty, ScreeningHit } from '../../screening/party-screening.ts'
import type { PartyFacts } from '../plan-inputs.ts'

/**
 * The caller looked at these hits and cleared the party: by a screening on lists at least as new. A newer list asks
 * again.
 */
export function isCleared({ screening }: PartyFacts, hits: readonly ScreeningHit[]): boolean {
  return screening?.result === 'clear' && hits.every(({ listed }) => listed.listDate <= screening.listDate)
}

/** What the party and the entry have in common, with the entry and its list; further entries are counted. */
export function hitText(hits: readonly ScreeningHit[]): string {
  const [first] = hits
  if (first === undefined) return ''
  const entries = new Set(hits.map(({ listed }) => listed)).size
  const more =
    entries === 1 ? '' : entries === 2 ? '; 1 more entry is like it' : `; ${entries - 1} more entries are like it`
  return `${sentence(first)}${more}`
}

function sentence({ cause, listed, stated, score, isExact, isSameCountry }: ScreeningHit): string {
  switch (cause) {
    case 'identifier':
      return isExact
        ? `has the ${stated} of ${entryText(listed)}`
        : `has the number of ${entryText(listed)}, whose ${stated} is of another country`
    case 'address':
      return `has the address "${stated}" of ${entryText(listed)}`
    case 'name': {
      const what = stated === listed.name ? 'the name' : `the alias "${stated}"`
      const alike = isExact ? `has ${what}` : `has, with a score of ${score} of 100, nearly ${what}`
      return `${alike} of ${entryText(listed)}${isSameCountry === false ? ', which is in another country' : ''}`
    }
  }
}

function entryText({ list, listDate, entryId, name, programs }: ListedParty): string {
  const about = [`${list} of ${listDate}`, ...(entryId === null ? [] : [`entry ${entryId}`]), ...programs]
  return `"${name}" (${about.join(', ')})`
}
