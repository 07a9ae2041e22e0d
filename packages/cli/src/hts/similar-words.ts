/** At most this many are offered for a word that nobody wrote like this. */
const maxClose = 3

/** Known words that a slip of the finger away, the closest first: one change in four letters, two from eight on. */
export function closestWords(known: Iterable<string>, word: string): string[] {
  if (word.length < 4 || /^\d+$/.test(word)) return []
  const allowed = word.length < 8 ? 1 : 2
  const close: { readonly word: string; readonly distance: number }[] = []
  for (const other of known) {
    if (Math.abs(other.length - word.length) > allowed || other[0] !== word[0]) continue
    const distance = distanceUpTo(word, other, allowed)
    if (distance <= allowed) close.push({ word: other, distance })
  }
  return close
    .sort((a, b) => a.distance - b.distance)
    .slice(0, maxClose)
    .map((found) => found.word)
}

/** Letters put in, left out, changed or swapped with their neighbour; more than `allowed` is not counted to its end. */
function distanceUpTo(a: string, b: string, allowed: number): number {
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const change = a[i - 1] === b[j - 1] ? 0 : 1
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + change,
        isSwap ? (before[j - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
      )
    }
    if (Math.min(...next) > allowed) return allowed + 1
    before = row
    row = next
  }
  return row[b.length] ?? allowed + 1
}
