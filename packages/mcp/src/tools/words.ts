import { exportStates, readinessStates } from '@entrygo/sdk/contract'

/** A state as this version knows it: a word of the server that it does not know is not repeated. */
export function knownWord(kind: 'readiness' | 'state', value: string): string {
  const words: readonly string[] = kind === 'state' ? exportStates : readinessStates
  return words.includes(value) ? value : `a ${kind} that this version does not know`
}
