import type { Clock } from '../ports.ts'

/** The machine's clock. It may jump; nothing that must be right rests on it. */
export const systemClock: Clock = { now: () => Date.now() }
